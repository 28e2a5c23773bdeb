import process from 'node:process';
import { createJobs } from '../../src/jobs/index.ts';
import { createStore } from '../../src/store/index.ts';
import { openDatabase } from '../../src/store/open.ts';
import { IDLE_WORKERS } from './idle-workers.ts';

// A program that takes a job, says so, and never finishes it. `<folder>` or `<url>`.

const [, , place = ''] = process.argv;
const database = await openDatabase(place.startsWith('postgresql:') ? { url: place } : { dataDir: place });
const nothing = async () => {};
const jobs = await createJobs({
  database,
  workers: {
    ...IDLE_WORKERS,
    deliver: () => {
      process.stdout.write('taken\n');
      return new Promise(() => {});
    },
  },
  onDead: nothing,
  log: { info: () => {}, warn: () => {}, error: () => {} },
});
await jobs.start();
const store = createStore(database, { enqueue: jobs.enqueue });
await store.transaction((tx) => tx.enqueue({ name: 'deliver', data: { delivery: 'a' } }));
