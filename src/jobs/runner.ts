import type { JobWithMetadata, PgBoss } from 'pg-boss';
import type { Log } from '../core/log.ts';
import { EXPIRE_SECONDS, ONE_AT_A_TIME } from './queues.ts';

/** A job as it is taken from its queue. */
export type Taken = JobWithMetadata<object>;

export interface RunnerOptions {
  readonly boss: PgBoss;
  readonly queue: string;
  readonly concurrency: number;
  /** @throws when the job failed and is to be tried again. */
  readonly run: (job: Taken, signal: AbortSignal) => Promise<void>;
  /** Called when a job has ended, well or badly. */
  readonly onEnd: (job: Taken, outcome: 'done' | 'failed') => void;
  readonly log: Log;
}

/** Takes jobs from one queue and runs them, so many at once. */
export interface Runner {
  /** Looks for jobs now, or as soon as one of those that run has ended. */
  wake(): void;
  /** Ids of the jobs that run. */
  active(): string[];
  /** Takes no more; resolves when what runs has ended. */
  stop(): Promise<void>;
  /** Tells what still runs to give up. */
  abort(): void;
}

export function createRunner(options: RunnerOptions): Runner {
  const { boss, queue, concurrency, log } = options;
  const isGrouped = ONE_AT_A_TIME.has(queue);
  const running = new Map<string, Promise<void>>();
  const aborted = new AbortController();
  let isWanted = false;
  let isStopped = false;
  let taking: Promise<void> | undefined;

  const wake = () => {
    isWanted = true;
    take();
  };

  const take = () => {
    taking ??= takeAll().finally(() => {
      taking = undefined;
      if (isWanted && !isStopped && running.size < concurrency) take(); // woken at the last moment
    });
  };

  const takeAll = async () => {
    while (isWanted && !isStopped && running.size < concurrency) {
      isWanted = false;
      const room = concurrency - running.size;
      try {
        const jobs = await boss.fetch<object>(queue, {
          batchSize: room,
          includeMetadata: true,
          ...(isGrouped ? { groupConcurrency: 1 } : {}),
        });
        isWanted ||= jobs.length === room; // there may be more
        for (const job of jobs) begin(job);
      } catch (error) {
        log.error({ error, queue }, 'no jobs could be taken from the queue'); // the next poll tries again
      }
    }
  };

  const begin = (job: Taken) => {
    const ended = runToEnd(options, job, aborted.signal).then((outcome) => {
      running.delete(job.id);
      options.onEnd(job, outcome);
      if (isWanted || isGrouped) wake(); // another of its group may have waited for it
    });
    running.set(job.id, ended);
  };

  return {
    wake,
    active: () => [...running.keys()],
    stop: async () => {
      isStopped = true;
      await taking;
      await Promise.all(running.values());
    },
    abort: () => aborted.abort(new Error('the program is stopping')),
  };
}

/** Never throws: a job whose end cannot be written down stays active, and comes back when its heartbeat is missed. */
async function runToEnd(
  { boss, queue, run, log }: RunnerOptions,
  job: Taken,
  stop: AbortSignal,
): Promise<'done' | 'failed'> {
  const signal = AbortSignal.any([stop, AbortSignal.timeout(EXPIRE_SECONDS * 1000)]);
  try {
    try {
      await Promise.race([run(job, signal), rejection(signal)]);
    } catch (error) {
      if (stop.aborted) return 'failed'; // it was given back, and may run elsewhere already
      const isLast = job.retryCount >= job.retryLimit;
      const message = isLast ? 'a job failed for the last time' : 'a job failed and will be tried again';
      log[isLast ? 'error' : 'warn'](
        { error, queue, job: job.id, data: job.data, attempt: job.retryCount + 1 },
        message,
      );
      await boss.fail(queue, job.id, error instanceof Error ? error : new Error(String(error)));
      const startAfter = retryAfterSeconds(error);
      if (startAfter !== undefined && !isLast) await boss.update(queue, undefined, { id: job.id, startAfter });
      return 'failed';
    }
    await boss.complete(queue, job.id);
    return 'done';
  } catch (error) {
    log.error({ error, queue, job: job.id }, 'how a job ended could not be written down');
    return 'failed';
  }
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = () => reject(signal.reason);
    if (signal.aborted) fail();
    else signal.addEventListener('abort', fail, { once: true });
  });
}

/** When the error itself says when to try again, as a vendor's rate limit does. */
function retryAfterSeconds(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('retryAfterSeconds' in error)) return undefined;
  const seconds = error.retryAfterSeconds;
  return typeof seconds === 'number' && Number.isFinite(seconds) ? Math.max(0, seconds) : undefined;
}
