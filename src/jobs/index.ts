import { fromPrisma } from 'pg-boss';
import type { Log } from '../core/log.ts';
import type { Job } from '../core/owing/job.ts';
import { createBoss, type JobsDatabase } from './boss.ts';
import { CONCURRENCY, DEAD, DEAD_CONCURRENCY, prepareQueues, RETRY, type Retry, sendOptions } from './queues.ts';
import { pendingCount, putBack } from './rows.ts';
import { createRunner, type Runner, type Taken } from './runner.ts';

type DataOf<Name extends Job['name']> = Extract<Job, { name: Name }>['data'];

/** What a worker may want to know about the try that it makes. */
export interface Attempt {
  /** Counts from 1. */
  readonly number: number;
  /** True when a failure now is final. */
  readonly isLast: boolean;
  /** Aborted when the job takes too long and when the program stops. */
  readonly signal: AbortSignal;
}

/** Does the job. Throws to have it tried again, after `error.retryAfterSeconds` if it has that. */
export type Workers = { readonly [Name in Job['name']]: (data: DataOf<Name>, attempt: Attempt) => Promise<void> };

export interface JobsOptions {
  readonly database: JobsDatabase;
  readonly workers: Workers;
  /** Told of each job that was given up; tried again until it succeeds itself. */
  readonly onDead: (job: Job, why: string) => Promise<void>;
  readonly log: Log;
  readonly retry?: Retry;
  /** How long `stop` lets what runs finish. */
  readonly graceMs?: number;
}

export interface Jobs {
  /** Queues a job in the transaction of somebody else. */
  enqueue(tx: Parameters<typeof fromPrisma>[0], job: Job): Promise<void>;
  /** Begins to work. */
  start(): Promise<void>;
  /** Takes no new work and lets what runs finish, for at most `graceMs`; what does not goes back to its queue. */
  stop(): Promise<void>;
  /** How many jobs run or could run now. */
  pending(): Promise<number>;
  /** Resolves when no job runs and none is due. */
  idle(): Promise<void>;
}

const GRACE_MS = 8_000;
const HEARTBEAT_MS = 4_000;
const POLL_MS = 5_000; // a net below LISTEN/NOTIFY: what other processes left behind
const POLL_WITHOUT_LISTEN_MS = 1_000;

/** The queue, open for jobs; `start` lets the workers at them. */
export async function createJobs(options: JobsOptions): Promise<Jobs> {
  const { database, workers, onDead, log, retry = RETRY, graceMs = GRACE_MS } = options;
  let isStarted = false;
  let ended = Promise.withResolvers<void>();
  const { boss, sql, isListening } = createBoss(database, log, (queue) => wake(queue));
  const timers = new Set<NodeJS.Timeout>();

  const work: Record<string, (job: Taken, signal: AbortSignal) => Promise<void>> = {
    [DEAD]: (job) => onDead(buried(job), whyOf(job)),
  };
  for (const name of Object.keys(CONCURRENCY) as Job['name'][])
    work[name] = (job, signal) => dispatch(workers, name, job, signal);

  const runners = new Map<string, Runner>(
    Object.entries(work).map(([queue, run]) => {
      const concurrency = queue === DEAD ? DEAD_CONCURRENCY : CONCURRENCY[queue as Job['name']];
      return [queue, createRunner({ boss, queue, concurrency, run, log, onEnd })];
    }),
  );

  function wake(queue: string | undefined): void {
    if (!isStarted) return;
    for (const [name, runner] of runners) if (queue === undefined || queue === name) runner.wake();
  }

  function onEnd(job: Taken, outcome: 'done' | 'failed'): void {
    ended.resolve();
    ended = Promise.withResolvers();
    if (outcome === 'failed') void wakeForRetry(job);
  }

  /** NOTIFY tells only of jobs that can run at once. */
  async function wakeForRetry({ name, id }: Taken): Promise<void> {
    wake(DEAD);
    const job = await boss.getJobById(name, id).catch(() => null);
    if (job?.state !== 'retry' || !isStarted) return;
    after(Math.max(0, new Date(job.startAfter).getTime() - Date.now()), () => wake(name));
  }

  function after(milliseconds: number, then: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      then();
    }, milliseconds);
    timers.add(timer);
  }

  function every(milliseconds: () => number, then: () => void): void {
    after(milliseconds(), () => {
      then();
      if (isStarted) every(milliseconds, then);
    });
  }

  async function beat(): Promise<void> {
    for (const [queue, runner] of runners) {
      const ids = runner.active();
      if (ids.length > 0) await boss.touch(queue, ids);
    }
  }

  /** Jobs that nobody runs any more, or not for much longer, are there for the next who comes. */
  async function giveBack(ids?: readonly string[]): Promise<void> {
    for (const { name, id } of await putBack(sql, ids)) {
      await boss.fail(name, id, new Error('the program ended while this job ran'));
    }
  }

  const pending = () => pendingCount(sql, [...runners.keys()]);

  await boss.start();
  await prepareQueues(boss, retry);
  if (database.kind === 'embedded') await giveBack(); // only this process can have it open: whoever ran them is gone

  return {
    enqueue: async (tx, job) => {
      await boss.send(job.name, job.data, { ...sendOptions(job), db: fromPrisma(tx) });
    },
    start: async () => {
      isStarted = true;
      every(
        () => (isListening() ? POLL_MS : POLL_WITHOUT_LISTEN_MS),
        () => wake(undefined),
      );
      every(
        () => HEARTBEAT_MS,
        () => void beat().catch((error) => log.error({ error }, 'a heartbeat failed')),
      );
      // Jobs of a process that was killed long enough ago are taken up now; it has no better time to be noticed.
      if (database.kind === 'server') {
        await boss.supervise().catch((error) => log.error({ error }, 'the queue could not be looked through'));
      }
      wake(undefined);
    },
    stop: async () => {
      const running = [...runners.values()];
      const finished = Promise.all(running.map((runner) => runner.stop()));
      const late = Promise.withResolvers<'late'>();
      const timer = setTimeout(() => late.resolve('late'), graceMs);
      if ((await Promise.race([finished, late.promise])) === 'late') {
        const left = running.flatMap((runner) => runner.active());
        log.warn({ jobs: left }, 'jobs that did not finish in time go back to their queue');
        await giveBack(left);
        for (const runner of running) runner.abort();
        await finished;
      }
      clearTimeout(timer);
      isStarted = false;
      for (const one of timers) clearTimeout(one);
      await boss.stop({ graceful: false });
    },
    pending,
    idle: async () => {
      for (;;) {
        const anyEnd = ended.promise;
        if ((await pending()) === 0 && [...runners.values()].every((runner) => runner.active().length === 0)) return;
        wake(undefined);
        await Promise.race([anyEnd, new Promise((resolve) => after(25, () => resolve(undefined)))]);
      }
    },
  };
}

function dispatch<Name extends Job['name']>(
  workers: Workers,
  name: Name,
  job: Taken,
  signal: AbortSignal,
): Promise<void> {
  const attempt = { number: job.retryCount + 1, isLast: job.retryCount >= job.retryLimit, signal };
  return workers[name](job.data as DataOf<Name>, attempt); // only `enqueue` writes here
}

/** The job that a dead letter is about. */
function buried(letter: Taken): Job {
  return { name: letter.sourceName, data: letter.data } as Job;
}

function whyOf({ output }: Taken): string {
  const error: object = 'value' in output && typeof output.value === 'object' && output.value ? output.value : output;
  return 'message' in error ? String(error.message) : JSON.stringify(output);
}
