import type { Log } from '../core/log.ts';
import type { Attempt, DataOf, Job, Workers } from '../core/owing/job.ts';
import { createBoss, type JobsDatabase } from './boss.ts';
import { appear, PROCESSES } from './presence.ts';
import { CONCURRENCY, DEAD, DEAD_CONCURRENCY, prepareQueues, RETRY, type Retry } from './queues.ts';
import {
  CHANNEL,
  forgettingAll,
  keepGroupsInLine,
  keepOnce,
  pendingCount,
  putBack,
  queueingAll,
  type Sql,
  type Taken,
  takeFromTheDead,
  touch,
} from './rows.ts';
import { createRunner, type Runner, type RunnerOptions } from './runner.ts';

export interface JobsOptions {
  readonly database: JobsDatabase;
  readonly log: Log;
  readonly retry?: Retry;
  /** How long `stop` lets what runs finish. */
  readonly graceMs?: number;
}

export interface Jobs {
  /** The statement that queues jobs, in this order, for the transaction of somebody else. */
  enqueue(jobs: readonly Job[]): { readonly text: string; readonly values: readonly unknown[] };
  /** The statement that takes jobs about this id out of their queues, for the transaction of somebody else. */
  forgetJobs(id: string): { readonly text: string; readonly values: readonly unknown[] };
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
const HEARTBEAT_MS = 1_000;
/** How often the jobs of processes that are gone are looked for. */
const DEAD_MS = 1_000;
const POLL_MS = 5_000; // a net below LISTEN/NOTIFY: what other processes left behind
const POLL_WITHOUT_LISTEN_MS = 1_000;
/** By so much more at the most, so that not everybody comes back at the same moment. */
const JITTER = 0.1;
const ROUNDED_MS = 5; // the database counts finer, and has a clock of its own

/** How many of each queue run at once. */
const PLACES: ReadonlyMap<string, number> = new Map([...Object.entries(CONCURRENCY), [DEAD, DEAD_CONCURRENCY]]);

/** The queue, open for jobs; `start` lets the workers at them. */
export async function createJobs({ database, log, retry = RETRY, graceMs = GRACE_MS }: JobsOptions): Promise<Jobs> {
  const { boss, close } = createBoss(database, log);
  // Prepared, as all of the store is: taking jobs is what is said most often.
  const sql: Sql = async (text, values = []) => ({
    rows: [...(await database.sql<Record<string, unknown>>(text, ...values))],
  });
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
    const active = runner?.active() ?? [];
    if (active.length > 0) await touch(sql, active);
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

  /** Within seconds, whichever process of several it was; what pg-boss does by itself takes fifteen. */
  async function lookForTheDead(): Promise<void> {
    const { lost, count } = await takeFromTheDead(sql, PROCESSES);
    for (const { name, id } of lost) await boss.fail(name, id, new Error('the program ended while this job ran'));
    if (count > 0) runner?.wake();
  }

  const pending = () => pendingCount(sql, [...PLACES.keys()]);

  const presence = database.kind === 'server' ? await appear(database.url, log) : undefined;
  await boss.start();
  await prepareQueues(boss, retry);
  await keepOnce(sql);
  await keepGroupsInLine(sql).catch((error) => log.warn({ error }, 'jobs of one group may run at once'));
  if (database.kind === 'embedded') await giveBack(); // only this process can have it open: whoever ran them is gone

  return {
    enqueue: queueingAll,
    forgetJobs: forgettingAll,
    start: async (workers, onDead) => {
      const run: RunnerOptions['run'] = (job, signal, spend) =>
        job.name === DEAD ? onDead(buried(job), whyOf(job)) : dispatch(workers, job, retry, { signal, spend });
      let wakesAt = Number.POSITIVE_INFINITY;
      const onNext = (seconds: number) => {
        const milliseconds = seconds * 1000 * (1 + Math.random() * JITTER) + ROUNDED_MS;
        const at = performance.now() + milliseconds;
        if (wakesAt <= at) return; // then it is asked again
        wakesAt = at;
        after(milliseconds, () => {
          if (wakesAt === at) wakesAt = Number.POSITIVE_INFINITY;
          runner?.wake();
        });
      };
      runner = createRunner({ boss, sql, process: presence?.process, concurrency: PLACES, run, onEnd, onNext, log });
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
      if (database.kind === 'server') {
        looking = takeUp();
        every(
          () => DEAD_MS,
          () =>
            void lookForTheDead().catch((error) => log.warn({ error }, 'nobody could look for the jobs of the dead')),
        );
      }
    },
    stop: async () => {
      if (runner) await finish(runner);
      runner = undefined;
      await Promise.all([ear?.close(), presence?.close(), looking]);
      for (const one of timers) clearTimeout(one);
      await close();
    },
    pending,
    idle: async () => {
      for (;;) {
        const anyEnd = ended.promise;
        if (!runner?.active().length) {
          if ((await pending()) === 0 && !runner?.active().length) return;
          runner?.wake();
        }
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

function dispatch<Name extends Job['name']>(
  workers: Workers,
  job: Taken,
  retry: Retry,
  rest: Pick<Attempt, 'signal' | 'spend'>,
): Promise<void> {
  const { retryCount, retryLimit, createdOn } = job;
  const waits = Math.max(0, retryLimit - retry.limit); // each wait gives it one more
  const number = Math.max(1, retryCount + 1 - waits);
  const attempt = { ...rest, number, isLast: retryCount >= retryLimit, ageMs: Date.now() - createdOn.getTime() };
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
