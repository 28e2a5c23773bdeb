import { CAST } from '../../sandbox/cast.ts';
import { type App, createApp } from '../../src/app.ts';
import type { Config } from '../../src/config/result.ts';
import type { Log } from '../../src/core/log.ts';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { seed } from '../../src/seed.ts';
import { type Database, openDatabase } from '../../src/store/open.ts';
import { type Counted, dieAt, isQuietFor, live } from './moments.ts';

// The bot as it is, in a process of its own that a test starts, asks and kills.

const QUIET_MS = 50;
const LOOK_MS = 10;
/** The chats that are played have no limits. */
const UNLIMITED = Number.POSITIVE_INFINITY;

export interface Opening {
  readonly config: Config;
  readonly database: { readonly url: string } | { readonly dataDir: string };
  readonly now: number;
  /** For how long nobody ran before: the queue's own clock is the database's, so what it wrote is made so much older. */
  readonly awayMs?: number;
  /** Lets the tutors of the sandbox teach. */
  readonly people?: Pick<Parameters<typeof seed>[1], 'slack' | 'discord'>;
}

let app: App | undefined;
let database: Database | undefined;
let now = 0;
let faults: string[] = [];
const log: Log = {
  info: () => {},
  warn: (data, message) => void faults.push(`(${message}) ${JSON.stringify(data, errorsToo)}`),
  error: (data, message) => void faults.push(`${message} ${JSON.stringify(data, errorsToo)}`),
};

/** What a test can ask of it. */
const commands = {
  open: async ({ config, database: where, now: at, awayMs = 0, people }: Opening) => {
    now = at;
    faults = [];
    database = await openDatabase({ ...where, log });
    live();
    const sending = await database.prisma.delivery.findMany({ where: { fate: 'sending' } }).catch(() => []);
    if (awayMs > 0) await grow(database, awayMs);
    app = await createApp({ config, database, clock: () => new Date(now), log, speed: UNLIMITED });
    await app.start();
    if (people) await seed(app, { ...people, cast: CAST });
    return { sending: sending.map(({ id }) => id) };
  },
  dieAt: async ({ moment, counted }: { moment: number; counted: Counted }) => dieAt(moment, counted),
  live: async () => live(),
  tick: async (at: number) => {
    now = at;
    await app?.tick();
  },
  /** Resolves when nothing is under way and no job is left. */
  settled: async () => {
    for (;;) {
      if (isQuietFor(QUIET_MS) && (await openJobs()) === 0) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  },
  facts: async () => {
    if (!database) throw new Error('not open');
    const { prisma } = database;
    return {
      sessions: await prisma.session.findMany({ include: { participants: true }, orderBy: { id: 'asc' } }),
      deliveries: await prisma.delivery.findMany({ orderBy: { id: 'asc' } }),
      accounts: await prisma.account.findMany(),
      audit: await prisma.audit.findMany(),
      tutors: await prisma.tutor.findMany(),
      faults,
    };
  },
  /** Writes every card anew, whether it needs it or not. */
  rewrite: async () => {
    await database?.prisma.delivery.updateMany({ data: { shown: '' } });
    const sessions = (await database?.prisma.session.findMany()) ?? [];
    await app?.store.transaction(async (tx) => {
      for (const { id } of sessions) await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id) } });
    });
    await commands.settled();
  },
  close: async () => {
    await app?.stop();
    await database?.close();
    app = undefined;
    database = undefined;
  },
};
export type Commands = typeof commands;

async function openJobs(): Promise<number> {
  const rows = await database?.prisma.$queryRawUnsafe<{ name: string }[]>(
    `SELECT name /* aside */ FROM pgboss.job WHERE state < 'completed'`,
  );
  return rows?.length ?? 0;
}

async function grow({ prisma }: Database, awayMs: number): Promise<void> {
  const columns = ['created_on', 'started_on', 'start_after', 'heartbeat_on'];
  const older = columns.map((column) => `${column} = ${column} - interval '${awayMs} milliseconds'`);
  await prisma.$executeRawUnsafe(`UPDATE pgboss.job SET ${older.join(', ')}`).catch(() => undefined);
}

function errorsToo(_key: string, value: unknown): unknown {
  return value instanceof Error ? value.stack : value;
}

process.on('message', async ({ id, name, given }: { id: number; name: keyof Commands; given: unknown }) => {
  try {
    const result = await (commands[name] as (given: unknown) => Promise<unknown>)(given);
    process.send?.({ id, result });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.stack : String(error) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.('loaded');
