import type { PGlite } from '@electric-sql/pglite';
import type { Log } from '../core/log.ts';
import { applyMigrations } from './apply-migrations.ts';
import { openFolder } from './folder.ts';
import type { Database } from './open.ts';
import { pgliteAdapter, transactionOnPglite } from './pglite-adapter.ts';
import { sqlOnPglite } from './pglite-sql.ts';
import { createPrisma } from './prisma.ts';
import { createWritable } from './writable.ts';

/** Opens the embedded database in a folder, or in memory, and applies the migrations that it lacks. */
export async function openEmbedded(dataDir: string, log: Log | undefined): Promise<Database> {
  const { pglite, close } = await openFolder(dataDir);
  try {
    await migrateEmbedded(pglite, log);
  } catch (error) {
    await close();
    throw error;
  }
  const opened = embedded(pglite);
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await close();
    },
  };
}

/** A database in this process that is open and up to date. Closing this leaves PGlite itself open. */
export function embedded(pglite: PGlite): Extract<Database, { kind: 'embedded' }> {
  const prisma = createPrisma(pgliteAdapter(pglite));
  const sql = sqlOnPglite(pglite);
  const writable = createWritable();
  const transaction = transactionOnPglite(pglite, prisma);
  return {
    kind: 'embedded',
    prisma,
    sql,
    transaction: (work) => writable.watch(() => transaction(work)),
    checkWritable: () => writable.check(sql),
    pglite,
    close: () => prisma.$disconnect(),
  };
}

async function migrateEmbedded(pglite: PGlite, log: Log | undefined): Promise<void> {
  const applied = await applyMigrations(async (work) => {
    await pglite.transaction((tx) =>
      work({
        rows: async (sql, ...values) => (await tx.query<Record<string, unknown>>(sql, [...values])).rows,
        run: async (sql) => void (await tx.exec(sql)),
      }),
    );
  });
  if (applied.length > 0) log?.info({ applied }, 'database brought up to date');
}
