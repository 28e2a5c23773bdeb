import { afterEach, beforeAll } from 'vitest';
import type { Log } from '../../src/core/log.ts';
import type { Job } from '../../src/core/owing/job.ts';
import type { Store } from '../../src/core/store.ts';
import { createJobs, type Jobs, type JobsOptions, type Workers } from '../../src/jobs/index.ts';
import { createStore } from '../../src/store/index.ts';
import { type DatabaseKind, type FreshDatabase, freshDatabase, warmUp } from '../database.ts';
import { IDLE_WORKERS } from './idle-workers.ts';

export const SILENT: Log = { info: () => {}, warn: () => {}, error: () => {} };

export interface World extends FreshDatabase {
  readonly jobs: Jobs;
  /** What was given up, with why. */
  readonly dead: (readonly [Job, string])[];
  /** Another process on the same database. Its options come on top of those of the first. */
  another(options?: Partial<Omit<JobsOptions, 'workers'>> & { workers?: Partial<Workers> }): Promise<Jobs>;
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

  return async (workers: Partial<Workers> = {}, options: Partial<JobsOptions> = {}): Promise<World> => {
    const dead: (readonly [Job, string])[] = [];
    const all: Jobs[] = [];
    let first: Jobs | undefined;
    const fresh = await freshDatabase(kind, {
      enqueue: async (tx, job) => {
        await first?.enqueue(tx, job);
      },
    });
    const another: World['another'] = async (more = {}) => {
      const jobs = await createJobs({
        database: fresh.database,
        onDead: async (job, why) => void dead.push([job, why]),
        log: SILENT,
        retry: { limit: 2, delaySeconds: 0 },
        ...options,
        ...more,
        workers: { ...IDLE_WORKERS, ...workers, ...more.workers },
      });
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
