import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { createJobs } from '../../src/jobs/index.ts';
import { type Database, openDatabase } from '../../src/store/open.ts';
import { databaseKinds, freshDatabase } from '../database.ts';
import { IDLE_WORKERS } from './idle-workers.ts';
import { SILENT } from './with-jobs.ts';

const HOLDER = fileURLToPath(new URL('holder.ts', import.meta.url));

const cleanup: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanup.splice(0).reverse()) await clean();
});

/** Starts a program that takes the job, and kills it in the middle. */
async function takeAndDie(place: string): Promise<void> {
  const child = spawn(process.execPath, [HOLDER, place], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const [said] = (await Promise.race([once(child.stdout, 'data'), exited])) as [unknown];
  expect(String(said)).toBe('taken\n');
  child.kill('SIGKILL');
  await exited;
}

/** Works off what is there; resolves with the first delivery that is taken. */
async function nextDelivery(database: Database): Promise<string> {
  const taken = Promise.withResolvers<string>();
  const jobs = await createJobs({ database, log: SILENT, retry: { limit: 2, delaySeconds: 0 } });
  cleanup.push(() => jobs.stop());
  const workers = { ...IDLE_WORKERS, deliver: async ({ delivery }: { delivery: string }) => taken.resolve(delivery) };
  await jobs.start(workers, async () => {});
  return taken.promise;
}

test('embedded: what a killed program was doing is done when it starts again', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tutorline-'));
  cleanup.push(() => rm(folder, { recursive: true, force: true }));
  await takeAndDie(folder);
  const database = await openDatabase({ dataDir: folder });
  cleanup.push(() => database.close());
  expect(await nextDelivery(database)).toBe('a');
});

test.runIf(databaseKinds.includes('server'))(
  'server: what a killed program was doing is done by another when its heartbeat is missed',
  { timeout: 60_000 },
  async () => {
    const { database, drop } = await freshDatabase('server');
    cleanup.push(drop);
    if (database.kind !== 'server') return;
    await takeAndDie(database.url);
    // Instead of waiting for ten seconds to pass.
    await database.prisma
      .$executeRaw`UPDATE pgboss.job SET heartbeat_on = now() - interval '11 seconds' WHERE state = 'active'`;
    expect(await nextDelivery(database)).toBe('a');
  },
);
