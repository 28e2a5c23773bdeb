import { isDiskFull } from './away.ts';
import type { Sql } from './sql.ts';

/** How long a write that failed for want of room says more than a small one that succeeds. */
const REMEMBERED_MS = 60_000;

/** Whether the database takes what is to be kept. */
export interface Writable {
  /** Runs a statement or a transaction, and remembers when nothing could be written. */
  watch<T>(work: () => Promise<T>): Promise<T>;
  /** @throws when it does not, or did not a moment ago: on a full disk small things may still find a place. */
  check(sql: Sql): Promise<void>;
}

export function createWritable(now: () => number = performance.now.bind(performance)): Writable {
  let last: { readonly at: number; readonly error: unknown } | undefined;
  const watch: Writable['watch'] = async (work) => {
    try {
      return await work();
    } catch (error) {
      if (isDiskFull(error)) last = { at: now(), error };
      throw error;
    }
  };
  return {
    watch,
    check: async (sql) => {
      await watch(() => sql(WRITE, new Date().toISOString()));
      if (last && now() - last.at < REMEMBERED_MS) throw last.error;
      last = undefined;
    },
  };
}

const WRITE = `INSERT INTO chore (name, night) VALUES ('health', $1) ON CONFLICT (name) DO UPDATE SET night = excluded.night`;
