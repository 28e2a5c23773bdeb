import { newId } from '../core/id.ts';
import { type Migration, readMigrations } from './migrations.ts';

/** Runs SQL inside one transaction of the database that is being brought up to date. */
export interface Script {
  /** One statement, with its rows. */
  rows(sql: string, ...values: readonly string[]): Promise<readonly Record<string, unknown>[]>;
  /** Several statements. */
  run(sql: string): Promise<void>;
}

/** Prisma's own table, so that its tools read our history. */
const HISTORY = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

const LOCK = 72707369; // Prisma's own: `prisma migrate` and this program wait for each other

/**
 * Brings the database to the schema that this program knows. All of it in one transaction: a migration that fails
 * leaves nothing behind. Costs one query when there is nothing to do.
 * @param migrations those that this program knows, in order.
 * @throws when the schema is newer than the program, or a migration was changed after it was applied.
 */
export async function applyMigrations(
  transaction: (work: (script: Script) => Promise<void>) => Promise<void>,
  migrations?: readonly Migration[],
): Promise<readonly string[]> {
  const known = migrations ?? (await readMigrations());
  const applied: string[] = [];
  await transaction(async (script) => {
    await script.rows(`SELECT pg_advisory_xact_lock(${LOCK})::text`);
    if (!(await hasHistory(script))) await script.run(HISTORY);
    for (const migration of missing(known, await history(script))) {
      await script.run(migration.sql);
      await script.rows(
        `INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "applied_steps_count")
         VALUES ($1, $2, $3, now(), 1) RETURNING "id"`,
        newId(),
        migration.checksum,
        migration.name,
      );
      applied.push(migration.name);
    }
  });
  return applied;
}

async function hasHistory(script: Script): Promise<boolean> {
  const [row] = await script.rows(`SELECT to_regclass('_prisma_migrations')::text AS name`);
  return typeof row?.['name'] === 'string';
}

async function history(script: Script): Promise<ReadonlyMap<string, string>> {
  const rows = await script.rows(
    `SELECT "migration_name", "checksum" FROM "_prisma_migrations"
     WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL`,
  );
  return new Map(rows.map((row) => [String(row['migration_name']), String(row['checksum'])]));
}

function missing(known: readonly Migration[], applied: ReadonlyMap<string, string>): readonly Migration[] {
  const names = new Set(known.map((migration) => migration.name));
  const newer = [...applied.keys()].filter((name) => !names.has(name));
  if (newer.length > 0) {
    throw new Error(
      `The database was brought up to date by a newer Tutorline (${newer.join(', ')}): start that version again, or restore a backup from before.`,
    );
  }
  for (const { name, checksum } of known) {
    const was = applied.get(name);
    if (was !== undefined && was !== checksum) {
      throw new Error(
        `The migration ${name} was changed after it had been applied to this database: put prisma/migrations/${name} back as it was, and write a new migration for what is to change.`,
      );
    }
  }
  return known.filter(({ name }) => !applied.has(name));
}
