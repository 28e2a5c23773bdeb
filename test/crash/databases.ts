import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from '../../src/store/generated/client.ts';
import type { DatabaseKind } from '../database.ts';
import type { Opening } from './child.ts';

// biome-ignore lint/style/noProcessEnv: the one setting of the tests themselves
const SERVER = process.env['TEST_DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/test';

/** A database that outlives the processes that use it. */
export interface LastingDatabase {
  readonly where: Opening['database'];
  /** Another one with the same content. Nobody may have this one open meanwhile. */
  copy(): Promise<LastingDatabase>;
  drop(): Promise<void>;
}

/** An empty one; the bot makes its tables. */
export async function lastingDatabase(kind: DatabaseKind): Promise<LastingDatabase> {
  if (kind === 'embedded') return folder(await newFolder());
  const name = newName();
  await asAdmin((admin) => admin.$executeRawUnsafe(`CREATE DATABASE "${name}"`));
  return onServer(name);
}

function onServer(name: string): LastingDatabase {
  const url = new URL(SERVER);
  url.pathname = `/${name}`;
  return {
    where: { url: url.href },
    copy: async () => {
      const other = newName();
      await asAdmin((admin) => admin.$executeRawUnsafe(`CREATE DATABASE "${other}" TEMPLATE "${name}"`));
      return onServer(other);
    },
    drop: async () => {
      await asAdmin((admin) => admin.$executeRawUnsafe(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
    },
  };
}

function folder(dataDir: string): LastingDatabase {
  return {
    where: { dataDir },
    copy: async () => {
      const other = await newFolder();
      await cp(dataDir, other, { recursive: true });
      return folder(other);
    },
    drop: () => rm(dataDir, { recursive: true, force: true }),
  };
}

const newName = () => `tutorline_crash_${randomBytes(8).toString('hex')}`;
const newFolder = () => mkdtemp(join(tmpdir(), 'tutorline-crash-'));

let admin: PrismaClient | undefined;
async function asAdmin(work: (admin: PrismaClient) => Promise<unknown>): Promise<void> {
  admin ??= new PrismaClient({ adapter: new PrismaPg({ connectionString: SERVER, max: 1 }) });
  await work(admin);
}

/** Leaves the server. */
export async function closeAdmin(): Promise<void> {
  await admin?.$disconnect();
  admin = undefined;
}
