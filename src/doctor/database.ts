import { openFolder } from '../store/folder.ts';
import { inspectFolder } from '../store/inspect-folder.ts';
import { readMigrations } from '../store/migrations.ts';
import { createPool } from '../store/server-adapter.ts';
import { advice, bad, type Finding, good, PATIENCE_MS } from './finding.ts';

type Ask = (sql: string) => Promise<readonly Record<string, unknown>[]>;

/** Whether the database can be reached and what of our schema it has. Looks, and changes nothing. */
export async function checkDatabase(options: { databaseUrl: string | undefined; dataDir: string }): Promise<Finding> {
  const { databaseUrl, dataDir } = options;
  return databaseUrl === undefined ? checkFolder(dataDir) : checkServer(databaseUrl);
}

async function checkServer(url: string): Promise<Finding> {
  const pool = createPool(url, undefined, PATIENCE_MS);
  const { host, pathname } = new URL(url);
  try {
    return await checkSchema(async (sql) => (await pool.query<Record<string, unknown>>(sql)).rows);
  } catch (error) {
    return bad(
      `The database at ${host}${pathname} cannot be used: ${reason(error)}.`,
      'See that PostgreSQL runs there, and that DATABASE_URL has the right user, password and database.',
    );
  } finally {
    await pool.end();
  }
}

async function checkFolder(dataDir: string): Promise<Finding> {
  try {
    if ((await inspectFolder(dataDir)) === 'empty') {
      return good(`The embedded database will be made in ${dataDir} at the first start.`);
    }
    const { pglite, close } = await openFolder(dataDir);
    try {
      return await checkSchema(async (sql) => (await pglite.query<Record<string, unknown>>(sql)).rows);
    } finally {
      await close();
    }
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return what.startsWith('Another Tutorline is running')
      ? advice(
          'Tutorline is running on the embedded database, so the doctor leaves it alone.',
          'Stop it to have the database looked at.',
        )
      : bad('The embedded database cannot be used.', what);
  }
}

async function checkSchema(ask: Ask): Promise<Finding> {
  const [table] = await ask(`SELECT to_regclass('_prisma_migrations')::text AS name`);
  if (typeof table?.['name'] !== 'string')
    return good('The database can be used; its tables are made at the first start.');
  const rows = await ask(`SELECT "migration_name" AS name FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL`);
  const applied = rows.map((row) => String(row['name']));
  const known = (await readMigrations()).map(({ name }) => name);
  const newer = applied.filter((name) => !known.includes(name));
  const missing = known.filter((name) => !applied.includes(name));
  if (newer.length > 0) {
    return bad(
      `The database is newer than this Tutorline (${newer.join(', ')}).`,
      'Start the version that made it, or restore a backup from before.',
    );
  }
  if (missing.length > 0) {
    return advice(
      `The database is older than this Tutorline (${missing.length} to go).`,
      'The next start brings it up to date. Make a backup first.',
    );
  }
  return good('The database can be used and is up to date.');
}

/** PostgreSQL's own words, which hold no password. */
function reason(error: unknown): string {
  const text = error instanceof Error ? error.message.trim().split('\n').at(-1) : undefined;
  return text?.replace(/\.$/, '') || 'it does not answer';
}
