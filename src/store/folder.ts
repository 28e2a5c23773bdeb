import { constants } from 'node:fs';
import { access, cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { isDiskFull } from './away.ts';
import { broken, CLUSTER, CLUSTER_BEFORE, CLUSTER_IN_MAKING, inspectFolder } from './inspect-folder.ts';
import { lockFolder } from './lock.ts';

/** PostgreSQL would take 128 MB, which it fills in time: an embedded database is hardly larger than this. */
const BUFFERS_MB = 16;

interface OpenFolder {
  readonly pglite: PGlite;
  close(): Promise<void>;
}

/**
 * Opens the embedded database in a folder, for this process alone; makes it where there is none.
 * @throws with a sentence when the folder is in use, not ours or broken; it is then as it was before.
 */
export async function openFolder(dataDir: string): Promise<OpenFolder> {
  if (dataDir.startsWith('memory://')) return openMemory(dataDir);
  return openOnDisk(dataDir).catch((error: unknown) => {
    throw isFull(error) ? full(dataDir, error) : error;
  });
}

async function openOnDisk(dataDir: string): Promise<OpenFolder> {
  // Before the lock's file is put there, and again when nobody can change it any more.
  if (!(await exists(join(dataDir, 'lock')))) await inspectFolder(dataDir);
  await mkdir(dataDir, { recursive: true });
  const unlock = lockFolder(dataDir);
  try {
    if ((await inspectFolder(dataDir)) === 'empty') await makeCluster(dataDir);
    const pglite = await openCluster(dataDir);
    return {
      pglite,
      close: async () => {
        await pglite.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** An embedded PostgreSQL says it in words, before it ends. */
function isFull(error: unknown): boolean {
  if (isDiskFull(error)) return true;
  return error instanceof Error && (/no space left/i.test(error.message) || isFull(error.cause));
}

function full(dataDir: string, cause: unknown): Error {
  return new Error(
    `The disk is full, so the embedded database in ${dataDir} cannot be opened: make room (about twice the size of that folder), and start again. Nothing is lost.`,
    { cause },
  );
}

async function openMemory(dataDir: string): Promise<OpenFolder> {
  const pglite = await createPglite(dataDir);
  return { pglite, close: () => pglite.close() };
}

/** Under another name first: a process that dies here leaves no half database behind. */
async function makeCluster(dataDir: string): Promise<void> {
  const draft = join(dataDir, CLUSTER_IN_MAKING);
  await rm(draft, { recursive: true, force: true });
  const pglite = await createPglite(draft);
  await pglite.close();
  await rename(draft, join(dataDir, CLUSTER));
}

/** PostgreSQL writes before it knows whether it can start; if it cannot, what was there is put back. */
async function openCluster(dataDir: string): Promise<PGlite> {
  const cluster = join(dataDir, CLUSTER);
  const before = join(dataDir, CLUSTER_BEFORE);
  if (!(await exists(cluster))) await rename(before, cluster); // died while putting it back
  await rm(before, { recursive: true, force: true });
  await cp(cluster, before, { recursive: true, preserveTimestamps: true, mode: constants.COPYFILE_FICLONE });
  try {
    const pglite = await createPglite(cluster);
    await rm(before, { recursive: true, force: true });
    return pglite;
  } catch (error) {
    await rm(cluster, { recursive: true, force: true });
    await rename(before, cluster);
    throw broken(cluster, 'PostgreSQL cannot start on it', error);
  }
}

async function createPglite(dataDir: string): Promise<PGlite> {
  const { exitCode } = process;
  try {
    return await PGlite.create({
      dataDir,
      extensions: { btree_gist },
      startParams: [...PGlite.defaultStartParams, '-c', `shared_buffers=${BUFFERS_MB}MB`],
      initDbStartParams: ['--wal-segsize=1'], // MB: a tutoring bot writes little, and the folder is copied at each start
    });
  } finally {
    process.exitCode = exitCode; // PostgreSQL's own exit is not ours
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
