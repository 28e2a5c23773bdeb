import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/open.ts';

const HOLDER = fileURLToPath(new URL('holder.ts', import.meta.url));
const MINUTE = 60_000;

let root: string;
let good: string;
const started = new Set<ChildProcess>();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'tutorline-'));
  good = join(root, 'good');
  const database = await openDatabase({ dataDir: good });
  await database.prisma.organization.create({ data: { id: 'school' } });
  await database.close();
}, MINUTE);

afterAll(async () => {
  for (const child of started) child.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
});

async function copyOfGood(name: string): Promise<string> {
  const folder = join(root, name);
  await cp(good, folder, { recursive: true });
  return folder;
}

/** Starts a program on the folder; resolves with the first thing that it says. */
async function startHolder(folder: string): Promise<{ child: ChildProcess; says: string }> {
  const child = spawn(process.execPath, [HOLDER, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  started.add(child);
  if (!child.stdout) throw new Error('no output');
  for await (const says of createInterface({ input: child.stdout })) return { child, says };
  throw new Error('the holder said nothing');
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Names and contents of everything in a folder. */
async function fingerprint(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const hash = createHash('sha256');
  for (const path of entries.map((entry) => join(entry.parentPath, entry.name) + (entry.isFile() ? '' : '/')).sort()) {
    hash.update(path.slice(folder.length));
    if (!path.endsWith('/')) hash.update(await readFile(path));
  }
  return hash.digest('hex');
}

test('what was written is there after a restart', async () => {
  const database = await openDatabase({ dataDir: await copyOfGood('again') });
  expect(await database.prisma.organization.count()).toBe(1);
  await database.close();
});

test('of two processes on one folder the second is refused, until the first is gone', async () => {
  const folder = await copyOfGood('shared');
  const first = await startHolder(folder);
  expect(first.says).toBe('open');
  const second = await startHolder(folder);
  expect(second.says).toMatch(/^refused: Another Tutorline is running on the data folder .*: stop it first/);
  await expect(openDatabase({ dataDir: folder })).rejects.toThrow(/Another Tutorline is running/);
  await kill(first.child);
  const database = await openDatabase({ dataDir: folder });
  const written = await database.prisma.organization.findUnique({ where: { id: 'written' } });
  expect(written).not.toBeNull();
  await database.close();
});

test('of many processes that start at once on a folder that does not exist, one gets it', async () => {
  const folder = join(root, 'raced');
  const all = await Promise.all([1, 2, 3].map(() => startHolder(folder)));
  expect(all.filter(({ says }) => says === 'open')).toHaveLength(1);
  await Promise.all(all.map(({ child }) => kill(child)));
});

test('a program killed while it makes its database makes it anew', async () => {
  const folder = join(root, 'half');
  await cp(good, folder, { recursive: true, filter: (path) => !path.includes('pg_wal') });
  await cp(join(folder, 'postgres'), join(folder, 'postgres.new'), { recursive: true });
  await rm(join(folder, 'postgres'), { recursive: true });
  const database = await openDatabase({ dataDir: folder });
  expect(await database.prisma.organization.count()).toBe(0);
  await database.close();
  expect((await readdir(folder)).sort()).toEqual(['lock', 'postgres']);
});

test('a program killed while it puts a database back finds it again', async () => {
  const folder = await copyOfGood('put-back');
  await cp(join(folder, 'postgres'), join(folder, 'postgres.before'), { recursive: true });
  await rm(join(folder, 'postgres'), { recursive: true });
  const database = await openDatabase({ dataDir: folder });
  expect(await database.prisma.organization.count()).toBe(1);
  await database.close();
});

const broken: Record<string, { refusal: RegExp; ruin: (folder: string) => Promise<void> }> = {
  'a control file cut short': {
    refusal: /is broken: its control file is missing or cut short\. It was left as it is/,
    ruin: (folder) => truncate(join(folder, 'postgres/global/pg_control'), 100),
  },
  'a control file of garbage': {
    refusal: /is broken: PostgreSQL cannot start on it/,
    ruin: (folder) => writeFile(join(folder, 'postgres/global/pg_control'), Buffer.alloc(8192, 7)),
  },
  'a catalog of garbage': {
    refusal: /is broken: PostgreSQL cannot start on it/,
    ruin: (folder) => writeFile(join(folder, 'postgres/base/5/1259'), Buffer.alloc(16384, 9)),
  },
  'a lost log': {
    refusal: /is broken: PostgreSQL cannot start on it/,
    ruin: async (folder) => {
      const log = join(folder, 'postgres/pg_wal');
      for (const name of await readdir(log)) if (name.length === 24) await rm(join(log, name));
    },
  },
  'a database of another version': {
    refusal: /was made by PostgreSQL 16, this Tutorline embeds 17/,
    ruin: (folder) => writeFile(join(folder, 'postgres/PG_VERSION'), '16\n'),
  },
  'a folder of something else': {
    refusal: /holds other things \(thesis\.txt\) and no database of Tutorline/,
    ruin: async (folder) => {
      await rm(join(folder, 'postgres'), { recursive: true });
      await rm(join(folder, 'lock'));
      await writeFile(join(folder, 'thesis.txt'), 'years of work');
    },
  },
};

test.for(Object.entries(broken))('%s is refused in a sentence and left as it is', async ([name, { refusal, ruin }]) => {
  const folder = await copyOfGood(name.replaceAll(' ', '-'));
  await ruin(folder);
  const before = await fingerprint(folder);
  await expect(openDatabase({ dataDir: folder })).rejects.toThrow(refusal);
  expect(await fingerprint(folder)).toBe(before);
});

test('a file in place of the folder is refused in a sentence', async () => {
  const file = join(root, 'file');
  await writeFile(file, 'not a folder');
  await expect(openDatabase({ dataDir: file })).rejects.toThrow(/cannot be read as a folder/);
});
