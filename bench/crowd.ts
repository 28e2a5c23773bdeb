import { json } from 'node:stream/consumers';
import { giveBackMemory } from '../src/give-back-memory.ts';
import { openDatabase } from '../src/store/open.ts';
import type { Sql } from '../src/store/sql.ts';
import { type Chats, startOn } from './house.ts';
import { type Population, populate } from './populate.ts';

/** What has to be known to remind everybody at once. */
export interface Crowd {
  readonly database: { readonly url?: string; readonly dataDir?: string };
  readonly chats: Chats;
  readonly population: Omit<Population, 'organization'>;
}

/** What it took. */
export interface Reminded {
  readonly decidedMs: number;
  readonly sentMs: number;
  readonly sent: number;
  /** Processor time of this process, for all that was sent. */
  readonly cpuMs: number;
  readonly restMb: number;
  readonly mostMb: number;
}

const MB = 1024 * 1024;

/** All sessions are confirmed, of different people, and start in nine minutes. */
export async function allIn(sql: Sql, now: Date): Promise<void> {
  await sql(
    `UPDATE session SET state = 'confirmed', confirmed_at = $1::timestamptz - interval '50 minutes',
       starts_at = $1::timestamptz + interval '9 minutes', ends_at = $1::timestamptz + interval '69 minutes'`,
    now,
  );
  await sql(`DELETE FROM alarm`);
  await sql(
    `INSERT INTO alarm (subject_kind, subject_id, kind, at) SELECT 'session', id, 'remind', $1::timestamptz FROM session`,
    now,
  );
}

async function remindAll({ database: where, chats, population }: Crowd): Promise<Reminded> {
  const database = await openDatabase(where);
  const { app, organization } = await startOn(database, chats, Number.POSITIVE_INFINITY);
  await populate(database.sql, chats.slack.credentials.teamId, { ...population, organization }, new Date());
  await allIn(database.sql, new Date());
  giveBackMemory();
  const rest = process.memoryUsage.rss();
  let most = rest;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 50);
  const start = performance.now();
  await app.tick();
  const decided = performance.now();
  const { user, system } = process.cpuUsage();
  await app.jobs.idle();
  const { user: userNow, system: systemNow } = process.cpuUsage();
  const end = performance.now();
  clearInterval(watch);
  const [{ sent } = { sent: 0 }] = await database.sql<{ sent: number }>(
    `SELECT count(*)::int AS sent FROM delivery WHERE kind = 'reminder' AND fate = 'sent'`,
  );
  await app.stop();
  await database.close();
  return {
    decidedMs: decided - start,
    sentMs: end - decided,
    sent,
    cpuMs: (userNow + systemNow - user - system) / 1000,
    restMb: rest / MB,
    mostMb: most / MB,
  };
}

// A program of its own, as it is in earnest: what the chats keep that are played is not counted as the bot's.
if (import.meta.main) {
  const reminded = await remindAll((await json(process.stdin)) as Crowd);
  process.stdout.write(JSON.stringify(reminded), () => process.exit(0));
}
