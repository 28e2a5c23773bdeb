import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { PrismaPg } from '@prisma/adapter-pg';
import type { Job } from '../src/core/owing/job.ts';
import type { Store } from '../src/core/store.ts';
import { createJobs } from '../src/jobs/index.ts';
import { PrismaClient } from '../src/store/generated/client.ts';
import { createStore, type StoreOptions } from '../src/store/index.ts';
import { readMigrations } from '../src/store/migrations.ts';
import { type Database, openDatabase } from '../src/store/open.ts';
import { embedded } from '../src/store/open-embedded.ts';

// biome-ignore lint/style/noProcessEnv: the one setting of the tests themselves
const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/test';
const CACHE = fileURLToPath(new URL('../node_modules/.cache/tutorline/', import.meta.url));

export type DatabaseKind = Database['kind'];

/** A migrated, empty database of its own for one test. */
export interface FreshDatabase {
  readonly database: Database;
  readonly store: Store;
  /** What the store queued, unless an `enqueue` was given. */
  readonly queued: readonly Job[];
  /** Closes it and leaves nothing behind. */
  drop(): Promise<void>;
}

/** The databases that tests can run on here: a PostgreSQL server only where one answers. */
export const databaseKinds: readonly DatabaseKind[] = (await answers(SERVER)) ? ['embedded', 'server'] : ['embedded'];

export async function freshDatabase(kind: DatabaseKind, options: Partial<StoreOptions> = {}): Promise<FreshDatabase> {
  return withStore(await borrowDatabase(kind), options);
}

/** The same for a test that changes the schema: nobody gets this one again. */
export async function ownDatabase(kind: DatabaseKind, options: Partial<StoreOptions> = {}): Promise<FreshDatabase> {
  return withStore(kind === 'embedded' ? await ownEmbedded() : await ownOnServer(), options);
}

function withStore({ database, drop }: Lent, options: Partial<StoreOptions>): FreshDatabase {
  const queued: Job[] = [];
  const enqueue: StoreOptions['enqueue'] = (jobs) => void queued.push(...jobs);
  return { database, store: createStore(database, { enqueue, ...options }), queued, drop };
}

type Lent = Pick<FreshDatabase, 'database' | 'drop'>;

/**
 * The same without a store. Those on a server are emptied and lent again: dropping one makes it write all it has.
 * `through` changes the address of a server, as for a proxy that stands before it.
 */
export async function borrowDatabase(
  kind: DatabaseKind,
  through: (url: string) => string = (url) => url,
): Promise<Lent> {
  if (kind === 'embedded') return freshEmbedded();
  const name = spareOnServer.pop() ?? (await newOnServer(`${POOL}${process.ppid}_`));
  const database = await openDatabase({ url: through(urlOf(name)) });
  const drop = async () => {
    await emptyOnServer(database.prisma);
    await database.close();
    spareOnServer.push(name);
  };
  return { database, drop };
}

/** Makes what every database of a test is a copy of, outside of the time that a test has. */
export async function prepareDatabases(): Promise<void> {
  await picture();
  if (await answers(SERVER)) await asAdmin(templateDatabase);
}

/** Drops the databases that the workers of this process have lent. For the end of a run. */
export async function dropBorrowed(): Promise<void> {
  if (!(await answers(SERVER))) return;
  await asAdmin(async (admin) => {
    const mine = `${POOL}${process.pid}_%`;
    const rows = await admin.$queryRaw<
      { datname: string }[]
    >`SELECT datname FROM pg_database WHERE datname LIKE ${mine}`;
    for (const { datname } of rows) await admin.$executeRawUnsafe(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
  });
}

const POOL = 'tutorline_pool_';
const spareOnServer: string[] = [];

/** Row by row: there are few, and truncating makes new files for every table. */
async function emptyOnServer(prisma: PrismaClient): Promise<void> {
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations') OR (schemaname, tablename) = ('pgboss', 'job')`;
  await prisma.$transaction([
    prisma.$executeRawUnsafe('SET LOCAL session_replication_role = replica'),
    ...rows.map(({ name }) => prisma.$executeRawUnsafe(`DELETE FROM ${name}`)),
  ]);
}

/** Pays for what only the first database of a process costs, outside of the time that a test has. */
export async function warmUp(kind: DatabaseKind): Promise<void> {
  await (await freshDatabase(kind)).drop();
}

/** Open embedded databases that a test has left, emptied: opening one takes as long as some fifty tests do. */
const spare: PGlite[] = [];

async function freshEmbedded(): Promise<Lent> {
  const own = spare.pop() ?? (await openPicture());
  const { pglite, takeBack } = lend(own);
  const database = embedded(pglite);
  const drop = async () => {
    await database.close();
    takeBack();
    await empty(own);
    spare.push(own);
  };
  return { database, drop };
}

/** What a test left running must not reach the database of the next. */
function lend(own: PGlite): { pglite: PGlite; takeBack: () => void } {
  let isLent = true;
  const pglite = new Proxy(own, {
    get: (target, key) => {
      if (!isLent) throw new Error('this database was dropped by the test that had it');
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const takeBack = () => {
    isLent = false;
  };
  return { pglite, takeBack };
}

async function empty(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE (schemaname = 'public' AND tablename <> '_prisma_migrations') OR (schemaname, tablename) = ('pgboss', 'job')`,
  );
  await pglite.exec(`UNLISTEN *; TRUNCATE ${rows.map(({ name }) => name).join(', ')} RESTART IDENTITY CASCADE`);
}

/** PGlite from a picture of a prepared database: initdb alone would take seconds. */
async function openPicture(): Promise<PGlite> {
  return PGlite.create({
    dataDir: 'memory://',
    extensions: { btree_gist },
    loadDataDir: new Blob([await picture()]),
  });
}

async function picture(): Promise<Uint8Array<ArrayBuffer>> {
  const path = `${CACHE}${await schemaName()}.tar`;
  return readFile(path).catch(async () => {
    const database = await openDatabase({ dataDir: 'memory://' });
    if (database.kind !== 'embedded') throw new Error('not embedded');
    await prepareJobs(database);
    const tar = new Uint8Array(await (await database.pglite.dumpDataDir('none')).arrayBuffer());
    await database.close();
    await mkdir(CACHE, { recursive: true });
    const draft = `${path}.${randomBytes(6).toString('hex')}`;
    await writeFile(draft, tar);
    await rename(draft, path); // whole or not at all: other test files look for it at the same time
    return tar;
  });
}

async function ownEmbedded(): Promise<Lent> {
  const pglite = await openPicture();
  const database = embedded(pglite);
  const drop = async () => {
    await database.close();
    await pglite.close();
  };
  return { database, drop };
}

async function ownOnServer(): Promise<Lent> {
  const name = await newOnServer('tutorline_test_');
  const database = await openDatabase({ url: urlOf(name) });
  const drop = async () => {
    await database.close();
    await asAdmin((admin) => admin.$executeRawUnsafe(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
  };
  return { database, drop };
}

/** A copy of a template database on the server. */
async function newOnServer(prefix: string): Promise<string> {
  const name = `${prefix}${randomBytes(8).toString('hex')}`;
  await asAdmin(async (admin) => {
    const template = await templateDatabase(admin);
    await admin.$executeRawUnsafe(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  });
  return name;
}

async function templateDatabase(admin: PrismaClient): Promise<string> {
  const template = `tutorline_${await schemaName()}`;
  const exists = async () => {
    const rows = await admin.$queryRaw<unknown[]>`SELECT 1 FROM pg_database WHERE datname = ${template}`;
    return rows.length > 0;
  };
  if (await exists()) return template;
  const draft = `tutorline_test_${randomBytes(8).toString('hex')}`;
  await admin.$executeRawUnsafe(`CREATE DATABASE "${draft}"`);
  const database = await openDatabase({ url: urlOf(draft) });
  await prepareJobs(database);
  await database.close();
  await admin.$executeRawUnsafe(`ALTER DATABASE "${draft}" RENAME TO "${template}"`).catch(async (error) => {
    await admin.$executeRawUnsafe(`DROP DATABASE "${draft}"`);
    if (!(await exists())) throw error; // else another test file was quicker
  });
  return template;
}

/** Lets pg-boss make its tables. */
async function prepareJobs(database: Database): Promise<void> {
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  await (await createJobs({ database, log })).stop();
}

export async function asAdmin<T>(work: (admin: PrismaClient) => Promise<T>): Promise<T> {
  const admin = new PrismaClient({ adapter: new PrismaPg({ connectionString: SERVER, max: 1 }) });
  try {
    return await work(admin);
  } finally {
    await admin.$disconnect();
  }
}

function urlOf(name: string): string {
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return url.href;
}

/** One name for each state of the migrations. */
async function schemaName(): Promise<string> {
  const migrations = (await readMigrations()).map(({ name, checksum }) => `${name} ${checksum}`);
  return `schema_${createHash('sha256').update(migrations.join()).digest('hex').slice(0, 40)}`;
}

function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 5432), timeout: 10_000 });
    const answer = (does: boolean) => {
      socket.destroy();
      resolve(does);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}
