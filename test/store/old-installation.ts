import pg from 'pg';
import { applyMigrations, type Script } from '../../src/store/apply-migrations.ts';
import { readMigrations } from '../../src/store/migrations.ts';
import type { FreshDatabase } from '../database.ts';

/** The database as the program of that migration left it, without any rows yet. */
export async function oldInstallation({ database }: Pick<FreshDatabase, 'database'>, upTo: string) {
  const { prisma } = database;
  const known = await readMigrations();
  const script: Script = {
    rows: (sql, ...values) => prisma.$queryRawUnsafe(sql, ...values),
    // What is prepared takes no script.
    run: (sql) =>
      (database.kind === 'embedded' ? database.pglite.exec(sql) : onServer(database.url, sql)).then(() => {}),
  };
  const apply = (migrations = known) => applyMigrations((work) => work(script), migrations);
  await script.run('DROP SCHEMA public CASCADE;\nCREATE SCHEMA public');
  await apply(known.filter(({ name }) => name <= upTo));
  return {
    /** Writes a row with what must be there; the rest is empty. */
    insert: async (table: string, row: Readonly<Record<string, unknown>>) => {
      const json = JSON.stringify(row);
      const columns = Object.keys(row).map((name) => `"${name}"`);
      await prisma.$executeRawUnsafe(
        `INSERT INTO "${table}" (${columns.join(', ')})
         SELECT ${columns.join(', ')} FROM jsonb_populate_record(NULL::"${table}", $1::jsonb)`,
        json,
      );
    },
    /** Several statements. */
    run: script.run,
    /** Starts the program of today on it. */
    bringUpToDate: () => apply(),
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
