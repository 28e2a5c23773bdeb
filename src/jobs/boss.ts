import type { PGlite } from '@electric-sql/pglite';
import { type Db, PgBoss } from 'pg-boss';
import type { Log } from '../core/log.ts';
import { type JobsDb, serverDatabase } from './server.ts';

/** The database that the queue shares with everything else. */
export type JobsDatabase = {
  /** One statement, its values by position. */
  readonly sql: <Row extends object>(text: string, ...values: readonly unknown[]) => Promise<readonly Row[]>;
} & ({ readonly kind: 'embedded'; readonly pglite: PGlite } | { readonly kind: 'server'; readonly url: string });

const NEVER_SECONDS = 24 * 60 * 60; // as seldom as pg-boss allows

/** pg-boss as we use it: its tables, retries, dead letters and upkeep. What queues jobs, takes them and runs them is our own. */
export function createBoss(database: JobsDatabase, log: Log): { boss: PgBoss; close(): Promise<void> } {
  const db: JobsDb = database.kind === 'server' ? serverDatabase(database.url, log) : pgliteDatabase(database.pglite);
  const boss = new PgBoss({
    db,
    ...(database.kind === 'embedded'
      ? {
          backend: 'pglite' as const,
          reindex: false, // REINDEX CONCURRENTLY does not run in PGlite's transactions
          superviseIntervalSeconds: 60, // nobody else can have died here
          monitorIntervalSeconds: 60,
        }
      : {
          superviseIntervalSeconds: 5,
          monitorIntervalSeconds: 5,
        }),
    maintenanceIntervalSeconds: 60 * 60,
    schedule: false,
    flowIntervalSeconds: NEVER_SECONDS,
    monitorVacuum: false,
  });
  boss.on('error', (error) => log.error({ error }, 'the job queue had an error'));
  boss.on('warning', (warning) => log.warn({ warning }, 'the job queue warns'));
  return {
    boss,
    close: async () => {
      await boss.stop({ graceful: false });
      await db.close?.();
    },
  };
}

/**
 * pg-boss' own `fromPglite` rolls back after an error in a second step; between the two, somebody else's query would
 * run in the broken transaction. Here each of its transactions is one of PGlite's, with its lock.
 */
function pgliteDatabase(pglite: PGlite): Db {
  return {
    executeSql: async (text, values) => {
      if (values?.length) return pglite.query<Record<string, unknown>>(text, values);
      const results = /^\s*BEGIN\b/i.test(text)
        ? await pglite.transaction((tx) => tx.exec(text))
        : await pglite.exec(text);
      return { rows: results.flatMap((result) => result.rows) };
    },
    listen: async (channel, onNotification, onReconnect) => {
      const close = await pglite.listen(channel, onNotification);
      onReconnect();
      return { close: () => close() };
    },
  };
}
