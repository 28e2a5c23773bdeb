import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { dropBorrowed, prepareDatabases } from './database.ts';

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2 * 1024 ** 3;

/** Runs once before all tests; what it returns runs after them. */
export default async () => {
  const folders = await foldersInMemory();
  await prepareDatabases();
  return async () => {
    await dropBorrowed();
    await folders.remove();
  };
};

/** Embedded databases are made, copied and thrown away a hundred times: that is no work for a disk where there is another place. */
async function foldersInMemory(): Promise<{ remove(): Promise<void> }> {
  const room = await statfs(MEMORY).catch(() => undefined);
  if (!room || room.bavail * room.bsize < ENOUGH_BYTES) return { remove: async () => {} };
  const folder = await mkdtemp(join(MEMORY, 'tutorline-tests-'));
  // biome-ignore lint/style/noProcessEnv: it is for the processes of the tests, and their children
  process.env['TMPDIR'] = folder;
  return { remove: () => rm(folder, { recursive: true, force: true }) };
}
