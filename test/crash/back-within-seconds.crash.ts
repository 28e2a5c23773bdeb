import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { createJobs } from '../../src/jobs/index.ts';
import type { Database } from '../../src/store/open.ts';
import { databaseKinds, ownDatabase } from '../database.ts';
import { IDLE_WORKERS } from '../jobs/idle-workers.ts';
import { SILENT } from '../jobs/with-jobs.ts';

const HOLDER = fileURLToPath(new URL('../jobs/holder.ts', import.meta.url));
const WITHIN_MS = 5000;

const cleanup: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanup.splice(0).reverse()) await clean();
});

/** When it takes its first job. */
async function starts(database: Database): Promise<number> {
  const taken = Promise.withResolvers<number>();
  const jobs = await createJobs({ database, log: SILENT });
  cleanup.push(() => jobs.stop());
  await jobs.start({ ...IDLE_WORKERS, deliver: async () => taken.resolve(performance.now()) }, async () => {});
  return taken.promise;
}

describe.runIf(databaseKinds.includes('server')).each(['starts then', 'was there before'] as const)(
  'a process that %s',
  (which) => {
    test('takes up what was under way within five seconds after a kill -9', async () => {
      const { database, drop } = await ownDatabase('server');
      cleanup.push(drop);
      const url = database.kind === 'server' ? database.url : '';
      const child = spawn(process.execPath, [HOLDER, url], { stdio: ['ignore', 'pipe', 'inherit'] });
      const exited = once(child, 'exit');
      await once(child.stdout, 'data');
      const before = which === 'was there before' ? [starts(database)] : [];
      await Promise.race([...before, new Promise((resolve) => setTimeout(resolve, 1500))]);
      child.kill('SIGKILL');
      await exited;
      const killedAt = performance.now();
      const takenAt = await (before[0] ?? starts(database));
      expect(takenAt - killedAt).toBeLessThan(WITHIN_MS);
    });
  },
);
