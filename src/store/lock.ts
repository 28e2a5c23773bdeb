import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const BUSY = 5; // https://sqlite.org/rescode.html#busy

/**
 * Takes the folder for this process alone. The lock is SQLite's on an empty file, which is the operating system's: it
 * ends with the process however that ends, holds across containers that share the folder, and cannot go stale.
 * Nothing else in this process may open the file `lock`: closing it again would drop the lock.
 * @returns gives the folder free.
 * @throws with a sentence when another process has it.
 */
export function lockFolder(folder: string): () => void {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, 'lock'));
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (error) {
    lock?.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) {
      throw new Error(
        `Another Tutorline is running on the data folder ${folder}: stop it first, give this one a DATA_DIR of its own, or let both use a PostgreSQL server through DATABASE_URL.`,
      );
    }
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`The data folder ${folder} cannot be locked (${why}): may this user write there?`, {
      cause: error,
    });
  }
  return () => lock.close();
}
