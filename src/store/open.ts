import type { PGlite } from '@electric-sql/pglite';
import type pg from 'pg';
import type { Log } from '../core/log.ts';
import { applyMigrations, type Script } from './apply-migrations.ts';
import { isDiskFull } from './away.ts';
import type { InTransaction } from './connection.ts';
import type { PrismaClient } from './generated/client.ts';
import { createPrisma } from './prisma.ts';
import { createPool, onOneConnection, serverAdapter, transactionOnServer } from './server-adapter.ts';
import { type Sql, sqlOnServer } from './sql.ts';
import { createWritable } from './writable.ts';

interface Opened {
  readonly prisma: PrismaClient;
  readonly sql: Sql;
  readonly transaction: InTransaction;
  /** @throws when nothing can be written now */
  checkWritable(): Promise<void>;
  close(): Promise<void>;
}

/** An open database, brought up to date. */
export type Database =
  | (Opened & { readonly kind: 'embedded'; readonly pglite: PGlite })
  | (Opened & { readonly kind: 'server'; readonly url: string });

export interface DatabaseOptions {
  /** A PostgreSQL server, as `postgresql://…`. Not set: PGlite in `dataDir`. */
  readonly url?: string | undefined;
  /** The folder of the embedded database, or `memory://`. */
  readonly dataDir?: string | undefined;
  readonly log?: Log | undefined;
}

/**
 * Opens the database and applies the migrations that it lacks.
 * @throws with a sentence that says what to do when it cannot be reached, is in use, is broken or is too new.
 */
export async function openDatabase({ url, dataDir = './data', log }: DatabaseOptions): Promise<Database> {
  if (url !== undefined) return openServer(url, log);
  // An embedded PostgreSQL is large: it is loaded only where it is used.
  const { openEmbedded } = await import('./open-embedded.ts');
  return openEmbedded(dataDir, log);
}

async function openServer(url: string, log: Log | undefined): Promise<Database> {
  const pool = createPool(quickly(url), log);
  const prisma = createPrisma(serverAdapter(pool));
  const close = async () => {
    await prisma.$disconnect();
    await pool.end();
  };
  try {
    await migrateServer(pool, log);
  } catch (error) {
    await close();
    throw unreachable(error, url) ?? error;
  }
  const sql = sqlOnServer(pool);
  const writable = createWritable();
  const transaction = transactionOnServer(pool, prisma);
  return {
    kind: 'server',
    prisma,
    sql,
    transaction: (work) => writable.watch(() => transaction(work)),
    checkWritable: () => writable.check(sql),
    url,
    close,
  };
}

async function migrateServer(pool: pg.Pool, log: Log | undefined): Promise<void> {
  const applied = await applyMigrations((work) =>
    onOneConnection(pool, async (client) => {
      const script: Script = {
        rows: async (sql, ...values) => (await client.query<Record<string, unknown>>(sql, [...values])).rows,
        run: async (sql) => void (await client.query(sql)),
      };
      await work(script);
    }),
  );
  if (applied.length > 0) log?.info({ applied }, 'database brought up to date');
}

/**
 * Prisma's adapters write and read instants without a zone: the session's has to be UTC, whatever the server's is. And
 * compiling a statement (jit) takes longer than any of ours.
 */
function quickly(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options');
  parsed.searchParams.set('options', [options, '-c TimeZone=UTC -c jit=off'].filter(Boolean).join(' '));
  return parsed.href;
}

/** The network's codes, and PostgreSQL's for who may connect to what: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const UNREACHABLE = /^(E[A-Z_]+|28\d\d\d|3D000|53300|55000|57P0\d)$/;

/** Errors about a server that cannot be talked to, as a sentence without the password. */
export function unreachable(error: unknown, url: string): Error | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const isLate = error instanceof Error && /timeout/i.test(error.message);
  const isFull = isDiskFull(error);
  if (!UNREACHABLE.test(code) && !isLate && !isFull) return undefined;
  const at = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : 'the server';
  const said = error instanceof AggregateError ? error.errors.map(String).join(', ') : (error as Error).message;
  if (isFull)
    return new Error(`The disk of the database is full (${at}): make room there, and start again. Nothing is lost.`, {
      cause: error,
    });
  return new Error(
    `DATABASE_URL names a database that cannot be used (${at}): ${said.trim()}. Is it running, and is the address right?`,
    { cause: error },
  );
}
