import type { Log } from '../core/log.ts';
import type { Job } from '../core/owing/job.ts';
import { createBoss, type JobsDatabase } from './boss.ts';
import { CONCURRENCY, DEAD, DEAD_CONCURRENCY, prepareQueues, RETRY, type Retry } from './queues.ts';
import { CHANNEL, insertJobs, pendingCount, putBack, type Sql, type Taken } from './rows.ts';
import { createRunner, type Runner } from './runner.ts';

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
  readonly log: Log;
  readonly retry?: Retry;
  /** How long `stop` lets what runs finish. */
  readonly graceMs?: number;
}

/** One statement in somebody's transaction, its values by position. */
type Say = (text: string, ...values: readonly unknown[]) => Promise<readonly object[]>;

export interface Jobs {
  /** Queues jobs in the transaction of somebody else, in this order. */
  enqueue(say: Say, jobs: readonly Job[]): Promise<void>;
  /** Begins to work. `onDead` is told of each job that was given up; it is tried again until it succeeds itself. */
  start(workers: Workers, onDead: (job: Job, why: string) => Promise<void>): Promise<void>;
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
const ROUNDED_MS = 5; // the database counts finer, and has a clock of its own

/** How many of each queue run at once. */
const PLACES: ReadonlyMap<string, number> = new Map([...Object.entries(CONCURRENCY), [DEAD, DEAD_CONCURRENCY]]);

/** The queue, open for jobs; `start` lets the workers at them. */
export async function createJobs({ database, log, retry = RETRY, graceMs = GRACE_MS }: JobsOptions): Promise<Jobs> {
  const boss = createBoss(database, log);
  const sql: Sql = (text, values) => boss.getDb().executeSql(text, values);
  const timers = new Set<NodeJS.Timeout>();
  let runner: Runner | undefined;
  let ear: { close(): Promise<void> } | undefined;
  let looking: Promise<void> | undefined;
  let ended = Promise.withResolvers<void>();

  function onEnd(job: Taken, outcome: 'done' | 'failed'): void {
    ended.resolve();
    ended = Promise.withResolvers();
    if (outcome === 'failed') void wakeForRetry(job);
  }

  /** Nobody is told of what is to run later. */
  async function wakeForRetry({ name, id }: Taken): Promise<void> {
    runner?.wake(); // its dead letter may be there
    const job = await boss.getJobById(name, id).catch(() => null);
    if (job?.state !== 'retry' || !runner) return;
    after(Math.max(0, new Date(job.startAfter).getTime() - Date.now()) + ROUNDED_MS, () => runner?.wake());
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
      if (runner) every(milliseconds, then);
    });
  }

  async function beat(): Promise<void> {
    for (const [queue, jobs] of Map.groupBy(runner?.active() ?? [], ({ name }) => name)) {
      await boss.touch(
        queue,
        jobs.map(({ id }) => id),
      );
    }
  }

  /** Jobs that nobody runs any more, or not for much longer, are there for the next who comes. */
  async function giveBack(ids?: readonly string[]): Promise<void> {
    for (const { name, id } of await putBack(sql, ids)) {
      await boss.fail(name, id, new Error('the program ended while this job ran'));
    }
  }

  /** Jobs of a process that was killed long enough ago are taken up now; it has no better time to be noticed. */
  async function takeUp(): Promise<void> {
    await boss.supervise().catch((error) => log.error({ error }, 'the queue could not be looked through'));
    runner?.wake();
  }

  async function listen(): Promise<void> {
    const wake = () => runner?.wake();
    try {
      ear = await boss.getDb().listen?.(CHANNEL, wake, wake);
    } catch (error) {
      log.warn({ error }, 'the database does not tell of new jobs, so they are looked for');
    }
  }

  const pending = () => pendingCount(sql, [...PLACES.keys()]);

  await boss.start();
  await prepareQueues(boss, retry);
  if (database.kind === 'embedded') await giveBack(); // only this process can have it open: whoever ran them is gone

  return {
    enqueue: (say, jobs) =>
      insertJobs(async (text, values = []) => ({ rows: [...(await say(text, ...values))] }), jobs),
    start: async (workers, onDead) => {
      const run = (job: Taken, signal: AbortSignal) =>
        job.name === DEAD ? onDead(buried(job), whyOf(job)) : dispatch(workers, job, signal);
      runner = createRunner({ boss, sql, concurrency: PLACES, run, onEnd, log });
      await listen();
      every(
        () => (ear ? POLL_MS : POLL_WITHOUT_LISTEN_MS),
        () => runner?.wake(),
      );
      every(
        () => HEARTBEAT_MS,
        () => void beat().catch((error) => log.error({ error }, 'a heartbeat failed')),
      );
      runner.wake();
      if (database.kind === 'server') looking = takeUp();
    },
    stop: async () => {
      if (runner) await finish(runner);
      runner = undefined;
      await Promise.all([ear?.close(), looking]);
      for (const one of timers) clearTimeout(one);
      await boss.stop({ graceful: false });
    },
    pending,
    idle: async () => {
      for (;;) {
        const anyEnd = ended.promise;
        if ((await pending()) === 0 && !runner?.active().length) return;
        runner?.wake();
        await Promise.race([anyEnd, new Promise((resolve) => after(25, () => resolve(undefined)))]);
      }
    },
  };

  async function finish(current: Runner): Promise<void> {
    const finished = current.stop();
    const late = Promise.withResolvers<'late'>();
    const timer = setTimeout(() => late.resolve('late'), graceMs);
    if ((await Promise.race([finished, late.promise])) === 'late') {
      const left = current.active().map(({ id }) => id);
      log.warn({ jobs: left }, 'jobs that did not finish in time go back to their queue');
      await giveBack(left);
      current.abort();
      await finished;
    }
    clearTimeout(timer);
  }
}

function dispatch<Name extends Job['name']>(workers: Workers, job: Taken, signal: AbortSignal): Promise<void> {
  const attempt = { number: job.retryCount + 1, isLast: job.retryCount >= job.retryLimit, signal };
  const name = job.name as Name; // only `enqueue` writes here
  return workers[name](job.data as DataOf<Name>, attempt);
}

/** The job that a dead letter is about. */
function buried(letter: Taken): Job {
  return { name: letter.sourceName, data: letter.data } as Job;
}

function whyOf({ output }: Taken): string {
  const error: object = 'value' in output && typeof output.value === 'object' && output.value ? output.value : output;
  return 'message' in error ? String(error.message) : JSON.stringify(output);
}
