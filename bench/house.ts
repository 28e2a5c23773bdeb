import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { type App, createApp } from '../src/app.ts';
import { readConfig } from '../src/config/read-config.ts';
import { inSandbox } from '../src/start-in-sandbox.ts';
import { type Database, openDatabase } from '../src/store/open.ts';
import { borrowServerDatabase } from './server-database.ts';
import { type BenchStage, raiseStage, type StageOptions } from './stage.ts';

export const DATABASES = ['postgresql', 'pglite'] as const;
export type DatabaseName = (typeof DATABASES)[number];

/** The bot in this process, on a database of its own, between a Slack and a Discord that are played. */
export interface House extends AsyncDisposable {
  readonly app: App;
  readonly database: Database;
  readonly stage: BenchStage;
  readonly organization: string;
  now(): Date;
}

/** Nobody presses like a benchmark. */
const ANY_NUMBER = { most: Number.POSITIVE_INFINITY, withinSeconds: 1 };
const QUIET = { info: () => {}, warn: () => {}, error: () => {} };

export type HouseOptions = {
  readonly database: DatabaseName;
  readonly server: string;
  /** How many people there are in each chat and role. */
  readonly journeys?: number;
} & StageOptions;

export async function openHouse({ database: name, server, journeys = 20, ...how }: HouseOptions): Promise<House> {
  const stage = await raiseStage(journeys, how);
  const borrowed = await borrow(name, server);
  const database = await openDatabase(borrowed.where);
  const speed = how.rateLimits ? Number(how.rateLimits) : Number.POSITIVE_INFINITY;
  const { app, organization } = await startOn(database, chatsOf(stage), speed);
  return {
    app,
    database,
    stage,
    organization,
    now,
    [Symbol.asyncDispose]: async () => {
      await app.stop();
      await database.close();
      await borrowed.drop();
      await stage.close();
    },
  };
}

const now = () => new Date();

/** The chats that are played, as far as the bot has to know them: another process can be told. */
export type Chats = Pick<Parameters<typeof inSandbox>[1], 'origin' | 'slack' | 'discord'>;

export function chatsOf({ origin, slack, discord }: BenchStage): Chats {
  const { credentials, channels } = slack;
  return { origin, slack: { credentials, channels }, discord: { credentials: discord.credentials } };
}

/** The bot on this database, between chats that are played so many times as fast as they are in earnest. */
export async function startOn(
  database: Database,
  chats: Chats,
  speed: number,
): Promise<Pick<House, 'app' | 'organization'>> {
  const config = inSandbox(readConfig({ PUBLIC_URL: 'https://tutoring.example', DIGEST_AT: 'none' }), {
    ...chats,
    cast: {},
  });
  const app = await createApp({ config, database, clock: now, log: QUIET, speed, acts: ANY_NUMBER });
  await app.start();
  const [organization = ''] = await app.store.organizations();
  return { app, organization };
}

export async function borrow(name: DatabaseName, server: string) {
  if (name === 'postgresql') {
    const { url, drop } = await borrowServerDatabase(server);
    return { where: { url }, drop };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'tutorline-bench-'));
  return { where: { dataDir }, drop: () => rm(dataDir, { recursive: true, force: true }) };
}

let said: string[] = [];
let isHeard = false;

/** Hears what is said to any database from now on, the queue's own statements too. @returns gives what was said since it was asked last. */
export function hearStatements(): () => readonly string[] {
  if (!isHeard) {
    isHeard = true;
    hear(pg.Client, 'query', ([query]) => [asText(query)]);
    hear(PGlite, 'execProtocolRawSync', ([said]) => (said instanceof Uint8Array ? run(Buffer.from(said)) : []));
  }
  return () => {
    const taken = said;
    said = [];
    return taken;
  };
}

function asText(query: unknown): string {
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : String(query);
}

/** What each prepared statement says, by its name; the one without is for one time. */
const prepared = new Map<string, string>();

/** The statements that messages run: in PostgreSQL's protocol a Query, or a Bind of what a Parse has prepared before. */
function run(messages: Buffer): readonly string[] {
  const texts: string[] = [];
  for (let at = 0; at < messages.length; at += 1 + messages.readInt32BE(at + 1)) {
    const kind = String.fromCharCode(messages[at] ?? 0);
    const [first = '', second = ''] = messages
      .subarray(at + 5)
      .toString('utf8')
      .split('\0', 2);
    if (kind === 'P') prepared.set(first, second);
    if (kind === 'Q') texts.push(first);
    if (kind === 'B') texts.push(prepared.get(second) ?? second);
  }
  return texts;
}

function hear(
  holder: { prototype: object },
  method: string,
  textsOf: (given: readonly unknown[]) => readonly string[],
): void {
  const original: unknown = Reflect.get(holder.prototype, method);
  if (typeof original !== 'function') throw new Error(`there is no ${method} to hear`);
  Reflect.set(holder.prototype, method, function heard(this: unknown, ...given: unknown[]) {
    said.push(...textsOf(given));
    return Reflect.apply(original, this, given);
  });
}
