import { afterEach, beforeAll } from 'vitest';
import type { Log } from '../../src/core/log.ts';
import type { Job, Workers } from '../../src/core/owing/job.ts';
import type { Store } from '../../src/core/store.ts';
import { createJobs, type Jobs, type JobsOptions } from '../../src/jobs/index.ts';
import { createStore } from '../../src/store/index.ts';
import { type DatabaseKind, type FreshDatabase, freshDatabase, warmUp } from '../database.ts';
import { IDLE_WORKERS } from './idle-workers.ts';

export const SILENT: Log = { info: () => {}, warn: () => {}, error: () => {} };

/** Jobs that know their workers. */
export type TestJobs = Omit<Jobs, 'start'> & { start(): Promise<void> };

type Options = JobsOptions & { readonly onDead: Parameters<Jobs['start']>[1] };

export interface World extends FreshDatabase {
  readonly jobs: TestJobs;
  /** What was given up, with why. */
  readonly dead: (readonly [Job, string])[];
  /** Another process on the same database. Its options come on top of those of the first. */
  another(options?: Partial<Options> & { workers?: Partial<Workers> }): Promise<TestJobs>;
}

/** Queues one job in a transaction of its own. */
export function enqueue(store: Store, job: Job): Promise<void> {
  return store.transaction((tx) => tx.enqueue(job));
}

export function delivery(id: string): Job {
  return { name: 'deliver', data: { delivery: id } };
}

/** Jobs with these workers on a fresh database; stopped and dropped after the test. */
export function jobsOn(kind: DatabaseKind) {
  const worlds: { stop: () => Promise<void> }[] = [];
  beforeAll(() => warmUp(kind), 60_000);
  afterEach(async () => {
    for (const world of worlds.splice(0)) await world.stop();
  });

  return async (workers: Partial<Workers> = {}, options: Partial<Options> = {}): Promise<World> => {
    const dead: (readonly [Job, string])[] = [];
    const all: TestJobs[] = [];
    let first: TestJobs | undefined;
    const fresh = await freshDatabase(kind, {
      enqueue: (queued) => first?.enqueue(queued),
    });
    const another: World['another'] = async (more = {}) => {
      const { onDead = async (job: Job, why: string) => void dead.push([job, why]), ...jobsOptions } = {
        ...options,
        ...more,
      };
      const retry = { limit: 2, delaySeconds: 0 };
      const created = await createJobs({ database: fresh.database, log: SILENT, retry, ...jobsOptions });
      const own = { ...IDLE_WORKERS, ...workers, ...more.workers };
      const jobs = { ...created, start: () => created.start(own, onDead) };
      all.push(jobs);
      return jobs;
    };
    const jobs = await another();
    first = jobs;
    worlds.push({
      stop: async () => {
        for (const one of all) await one.stop();
        await fresh.drop();
      },
    });
    return { ...fresh, store: createStore(fresh.database, { enqueue: jobs.enqueue }), jobs, dead, another };
  };
}
