import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the database is inside the data folder; beside it, while it is made and while it is opened. */
export const CLUSTER = 'postgres';
export const CLUSTER_IN_MAKING = 'postgres.new';
export const CLUSTER_BEFORE = 'postgres.before';

const POSTGRES_VERSION = '17'; // PGlite 0.4
const CONTROL_FILE_BYTES = 8192;
const NEEDED = ['base', 'global', 'pg_wal', 'pg_xact'];

/**
 * Looks at a data folder, and only looks.
 * @throws with a sentence when it is not ours to write to, or the database in it is broken or of another version.
 */
export async function inspectFolder(folder: string): Promise<'empty' | 'database'> {
  const names = await list(folder);
  if (names.includes(CLUSTER)) {
    await inspectCluster(join(folder, CLUSTER));
    return 'database';
  }
  if (names.includes(CLUSTER_BEFORE)) return 'database';
  const strangers = names.filter((name) => !isHarmless(name));
  if (strangers.length > 0) {
    throw new Error(
      `The data folder ${folder} holds other things (${strangers.slice(0, 3).join(', ')}) and no database of Tutorline: set DATA_DIR to a folder that is empty or does not exist.`,
    );
  }
  return 'empty';
}

/** Ours, hidden, or what a file system puts at its root. */
function isHarmless(name: string): boolean {
  return name === 'lock' || name === CLUSTER_IN_MAKING || name === 'lost+found' || name.startsWith('.');
}

async function list(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw new Error(`DATA_DIR is ${folder}, which cannot be read as a folder (${codeOf(error)}): name another.`, {
      cause: error,
    });
  }
}

async function inspectCluster(cluster: string): Promise<void> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) throw broken(cluster, 'PG_VERSION is missing');
  if (/^\d+\n?$/.test(version) && version.trim() !== POSTGRES_VERSION) {
    throw new Error(
      `The database in ${cluster} was made by PostgreSQL ${version.trim()}, this Tutorline embeds ${POSTGRES_VERSION}: start the version that made it, or set DATA_DIR to another folder to begin afresh.`,
    );
  }
  if (version.trim() !== POSTGRES_VERSION) throw broken(cluster, 'PG_VERSION does not hold a version');
  const control = await stat(join(cluster, 'global', 'pg_control')).catch(() => undefined);
  if (control?.size !== CONTROL_FILE_BYTES) throw broken(cluster, 'its control file is missing or cut short');
  for (const name of NEEDED) {
    const entry = await stat(join(cluster, name)).catch(() => undefined);
    if (!entry?.isDirectory()) throw broken(cluster, `${name} is missing`);
  }
}

/** The sentence about a database that cannot be opened. */
export function broken(cluster: string, why: string, cause?: unknown): Error {
  return new Error(
    `The database in ${cluster} is broken: ${why}. It was left as it is: put a backup of the data folder in its place, or set DATA_DIR to another folder to begin afresh.`,
    { cause },
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
