import type { PGlite } from '@electric-sql/pglite';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Log } from '../core/log.ts';
import { applyMigrations, type Script } from './apply-migrations.ts';
import { openFolder } from './folder.ts';
import { PrismaClient } from './generated/client.ts';
import { pgliteAdapter } from './pglite-adapter.ts';

interface Opened {
  readonly prisma: PrismaClient;
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
  return url === undefined ? openEmbedded(dataDir, log) : openServer(url, log);
}

async function openEmbedded(dataDir: string, log: Log | undefined): Promise<Database> {
  const { pglite, close } = await openFolder(dataDir);
  try {
    await migrateEmbedded(pglite, log);
  } catch (error) {
    await close();
    throw error;
  }
  const prisma = new PrismaClient({ adapter: pgliteAdapter(pglite) });
  return {
    kind: 'embedded',
    prisma,
    pglite,
    close: async () => {
      await prisma.$disconnect();
      await close();
    },
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

async function openServer(url: string, log: Log | undefined): Promise<Database> {
  const lost = (error: Error) => log?.warn({ error: error.message }, 'a connection to the database was lost');
  const adapter = new PrismaPg(
    { connectionString: inUtc(url), connectionTimeoutMillis: 10_000 },
    { onPoolError: lost, onConnectionError: lost },
  );
  const prisma = new PrismaClient({ adapter });
  try {
    await migrateServer(prisma, log);
  } catch (error) {
    await prisma.$disconnect();
    throw unreachable(error, url) ?? error;
  }
  return { kind: 'server', prisma, url, close: () => prisma.$disconnect() };
}

async function migrateServer(prisma: PrismaClient, log: Log | undefined): Promise<void> {
  const applied = await applyMigrations((work) =>
    prisma.$transaction(
      async (tx) => {
        const script: Script = {
          rows: (sql, ...values) => tx.$queryRawUnsafe(sql, ...values),
          // Without values node-postgres sends the text as it is, several statements and all.
          run: async (sql) => void (await tx.$executeRawUnsafe(sql)),
        };
        await work(script);
      },
      { maxWait: 15_000, timeout: 300_000 },
    ),
  );
  if (applied.length > 0) log?.info({ applied }, 'database brought up to date');
}

/** Prisma's adapters write and read instants without a zone: the session's has to be UTC, whatever the server's is. */
function inUtc(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  const options = parsed.searchParams.get('options');
  parsed.searchParams.set('options', options ? `${options} -c TimeZone=UTC` : '-c TimeZone=UTC');
  return parsed.href;
}

const UNREACHABLE = ['P1000', 'P1001', 'P1002', 'P1003', 'P1010', 'P1011', 'P1017'];

/** Prisma's errors about a server that it cannot talk to, as a sentence without the password. */
function unreachable(error: unknown, url: string): Error | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!UNREACHABLE.includes(code)) return undefined;
  const at = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : 'the server';
  const why = error instanceof Error ? error.message.trim().split('\n').at(-1) : '';
  return new Error(
    `DATABASE_URL names a database that cannot be used (${at}): ${why} Is it running, and is the address right?`,
    {
      cause: error,
    },
  );
}
