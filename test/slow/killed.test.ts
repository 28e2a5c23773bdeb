import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { createJobs } from '../../src/jobs/index.ts';
import { type Database, openDatabase } from '../../src/store/open.ts';
import { databaseKinds, ownDatabase } from '../database.ts';
import { IDLE_WORKERS } from '../jobs/idle-workers.ts';
import { SILENT } from '../jobs/with-jobs.ts';

const HOLDER = fileURLToPath(new URL('../jobs/holder.ts', import.meta.url));

const cleanup: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const clean of cleanup.splice(0).reverse()) await clean();
});

/** Starts a program that takes the job. @returns kills it in the middle, or only stops it. */
async function takes(place: string): Promise<(() => Promise<void>) & { stops(): void }> {
  const child = spawn(process.execPath, [HOLDER, place], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const [said] = (await Promise.race([once(child.stdout, 'data'), exited])) as [unknown];
  expect(String(said)).toBe('taken\n');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  return Object.assign(kill, { stops: () => void child.kill('SIGSTOP') });
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

test('embedded: what a killed program was doing is done when it starts again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tutorline-'));
  cleanup.push(() => rm(folder, { recursive: true, force: true }));
  const kill = await takes(folder);
  await kill();
  const database = await openDatabase({ dataDir: folder });
  cleanup.push(() => database.close());
  expect(await nextDelivery(database)).toBe('a');
});

describe.runIf(databaseKinds.includes('server'))('server', () => {
  test('what a killed program was doing is done by the next that starts', async () => {
    const { database, drop } = await ownDatabase('server');
    cleanup.push(drop);
    const kill = await takes(database.kind === 'server' ? database.url : '');
    await kill();
    expect(await nextDelivery(database)).toBe('a');
  });

  test('or by one that lives, which takes nothing from those who live too', async () => {
    const { database, drop } = await ownDatabase('server');
    cleanup.push(drop);
    const kill = await takes(database.kind === 'server' ? database.url : '');
    // Nothing is heard of it, but it is there: it holds its lock.
    kill.stops();
    const next = nextDelivery(database);
    expect(await Promise.race([next, new Promise((resolve) => setTimeout(() => resolve('nothing'), 4000))])).toBe(
      'nothing',
    );
    await kill();
    expect(await next).toBe('a');
  });
});
