import process from 'node:process';
import { createJobs } from '../../src/jobs/index.ts';
import { createStore } from '../../src/store/index.ts';
import { openDatabase } from '../../src/store/open.ts';
import { IDLE_WORKERS } from './idle-workers.ts';

// A program that takes a job, says so, and never finishes it. `<folder>` or `<url>`.

const [, , place = ''] = process.argv;
const database = await openDatabase(place.startsWith('postgresql:') ? { url: place } : { dataDir: place });
const jobs = await createJobs({ database, log: { info: () => {}, warn: () => {}, error: () => {} } });
const deliver = () => {
  process.stdout.write('taken\n');
  return new Promise<void>(() => {});
};
await jobs.start({ ...IDLE_WORKERS, deliver }, async () => {});
const store = createStore(database, { enqueue: jobs.enqueue });
await store.transaction((tx) => tx.enqueue({ name: 'deliver', data: { delivery: 'a' } }));
