import type { PgBoss } from 'pg-boss';
import type { Log } from '../core/log.ts';
import type { Pace } from '../core/owing/job.ts';
import { errorInWords } from '../core/told-error.ts';
import { EXPIRE_SECONDS } from './queues.ts';
import { type Done, exchange, isTakenMeanwhile, postpone, type Sql, type Taken } from './rows.ts';

// In place of pg-boss' own `work()`, which has one worker for each place of each queue: a job makes all ten of `deliver`
// look, each with a statement of its own, a slow job holds up its batch, and nobody wakes for a retry or a group's next.

export interface RunnerOptions {
  readonly boss: PgBoss;
  readonly sql: Sql;
  /** Of this process, where others can see it. */
  readonly process?: number | undefined;
  /** How many of each queue run at once. */
  readonly concurrency: ReadonlyMap<string, number>;
  /**
   * `spend` is told the pace of the job's group when a turn of it is used up.
   * @throws when the job failed and is to be tried again.
   */
  readonly run: (job: Taken, signal: AbortSignal, spend: (pace: Pace) => void) => Promise<void>;
  /** Called when a job has ended, well or badly, and that is written down. */
  readonly onEnd: (job: Taken, outcome: 'done' | 'failed') => void;
  /** Called when jobs wait for nothing but a turn, with how long that takes. */
  readonly onNext: (seconds: number) => void;
  readonly log: Log;
}

/** Takes jobs from all queues and runs them. */
export interface Runner {
  /** Looks for jobs now. */
  wake(): void;
  /** The jobs that run. */
  active(): Taken[];
  /** Takes no more; resolves when what runs has ended. */
  stop(): Promise<void>;
  /** Tells what still runs to give up. */
  abort(): void;
}

/** So long a job that is done may wait for others, to be written down with them, and its place to be filled with others. */
const GATHER_MS = 25;

/** So large a part of a queue's places is free before more of its jobs are asked for; fewer are after `GATHER_MS`. */
const WORTH_ASKING = 1 / 3;

/** A vendor that lets a job wait for longer than this is one that does not work. */
const WAITS_AT_MOST_MS = 24 * 60 * 60 * 1000;
/**
 * So that not everybody comes back at the same moment: a part of the wait, which is a loss where the wait is short. Whoever
 * waits for a bucket needs none: those who do are let on by the row of that bucket, as many as there are places.
 */
const JITTER = 0.1;
const JITTER_SECONDS_MOST = 0.25;
/** Whoever may come back at once lets others have their turn. */
const WAIT_SECONDS_LEAST = 0.05;

export function createRunner(options: RunnerOptions): Runner {
  const { sql, process, concurrency, onEnd, onNext, log } = options;
  const running = new Map<Taken, Promise<void>>();
  const aborted = new AbortController();
  const full = new Set<string>(); // queues with more jobs than there were places
  let done: (Taken & Done)[] = [];
  let isWanted = false;
  let isStopped = false;
  let exchanging: Promise<void> | undefined;
  let gathering: NodeJS.Timeout | undefined;

  const wake = () => {
    isWanted = true;
    exchanging ??= exchangeAll().finally(() => {
      exchanging = undefined;
      if (isWanted) wake(); // woken at the last moment
    });
  };

  // The first that waits sets the time: whoever comes later does not put it off.
  const wakeAfter = (ms: number) => {
    gathering ??= setTimeout(wake, ms);
  };

  const places = () => {
    const free = new Map(isStopped ? [] : concurrency);
    if (!isStopped) for (const { name } of running.keys()) free.set(name, (free.get(name) ?? 0) - 1);
    return free;
  };

  /** Jobs that are taken together are also read for and written down together. */
  const isWorthAsking = (name: string) => {
    const free = places().get(name) ?? 0;
    return free > 0 && free >= (concurrency.get(name) ?? 0) * WORTH_ASKING;
  };

  const exchangeAll = async () => {
    while (isWanted) {
      isWanted = false;
      clearTimeout(gathering);
      gathering = undefined;
      const [written, free] = [done, places()];
      done = [];
      for (const name of full) if (free.get(name)) full.delete(name); // they are asked now
      try {
        const { jobs, nextInSeconds } = await exchange(sql, written, free, process);
        if (nextInSeconds !== undefined) onNext(nextInSeconds);
        for (const job of written) onEnd(job, 'done');
        for (const job of jobs) begin(job);
        for (const { name, isOneOfMore } of jobs) if (isOneOfMore) full.add(name);
        // Those that were taken may have been fewer than there were places: of each group one is.
        const left = [...full].filter((name) => (places().get(name) ?? 0) > 0);
        if (left.some(isWorthAsking)) isWanted = true;
        else if (left.length > 0) wakeAfter(GATHER_MS);
      } catch (error) {
        done.push(...written);
        if (isTakenMeanwhile(error)) wakeAfter(Math.random() * GATHER_MS);
        else log.error({ error }, 'no jobs could be taken from their queues'); // the next poll tries again
      }
    }
  };

  const begin = (job: Taken) => {
    const ended = runToEnd(options, job, aborted.signal).then((outcome) => {
      running.delete(job);
      if (outcome === 'failed') onEnd(job, outcome);
      else done.push({ ...job, ...outcome });
      if (running.size === 0 || (full.has(job.name) && isWorthAsking(job.name))) return wake();
      wakeAfter(GATHER_MS);
    });
    running.set(job, ended);
  };

  return {
    wake,
    active: () => [...running.keys()],
    stop: async () => {
      isStopped = true;
      await exchanging;
      await Promise.all(running.values());
      wake();
      await exchanging;
      clearTimeout(gathering);
    },
    abort: () => aborted.abort(new Error('the program is stopping')),
  };
}

/** Never throws: a failure that cannot be written down leaves the job active, and it comes back when its heartbeat is missed. */
async function runToEnd(
  options: RunnerOptions,
  job: Taken,
  stop: AbortSignal,
): Promise<Pick<Done, 'spent'> | 'failed'> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(EXPIRE_SECONDS * 1000)]);
  let spent: Pace | undefined;
  const spend = (pace: Pace) => {
    spent = pace;
  };
  try {
    await Promise.race([options.run(job, signal, spend), rejection(signal)]);
    return { spent };
  } catch (error) {
    if (!stop.aborted) await fail(options, job, error); // else it was given back, and may run elsewhere already
    return 'failed';
  }
}

async function fail({ boss, sql, log }: RunnerOptions, job: Taken, error: unknown): Promise<void> {
  const { id, name: queue, data, retryCount, retryLimit } = job;
  const told = { error, queue, job: id, data, attempt: retryCount + 1 };
  try {
    const wait = waitOf(error);
    if (wait && Date.now() - job.createdOn.getTime() < WAITS_AT_MOST_MS) {
      log.info(told, 'a job waits until it may go on');
      const jitter = wait.bucket ? 0 : Math.random() * Math.min(wait.seconds * JITTER, JITTER_SECONDS_MOST);
      return await postpone(sql, job, Math.max(WAIT_SECONDS_LEAST, wait.seconds + jitter), wait.bucket);
    }
    if (retryCount < retryLimit) log.warn(told, 'a job failed and will be tried again');
    else log.error(told, 'a job failed for the last time');
    await boss.fail(queue, id, { message: errorInWords(error) });
  } catch (why) {
    log.error({ error: why, queue, job: id }, 'how a job ended could not be written down');
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = () => reject(signal.reason);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

/** When the error itself says when to go on, as a vendor's rate limit does, and perhaps who else has to wait. */
function waitOf(error: unknown): { readonly seconds: number; readonly bucket: string | undefined } | undefined {
  if (!(error instanceof Error) || !('retryAfterSeconds' in error)) return undefined;
  const seconds = error.retryAfterSeconds;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds)) return undefined;
  const bucket = 'bucket' in error && typeof error.bucket === 'string' ? error.bucket : undefined;
  return { seconds: Math.max(0, seconds), bucket };
}
