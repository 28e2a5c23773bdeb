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
  const now = () => new Date();
  const { slack, discord, origin } = stage;
  const config = inSandbox(readConfig({ PUBLIC_URL: 'https://tutoring.example' }), {
    origin,
    slack,
    discord,
    cast: {},
  });
  const app = await createApp({ config, database, clock: now, log: QUIET });
  await app.start();
  const [organization = ''] = await app.store.organizations();
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

async function borrow(name: DatabaseName, server: string) {
  if (name === 'postgresql') {
    const { url, drop } = await borrowServerDatabase(server);
    return { where: { url }, drop };
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'tutorline-bench-'));
  return { where: { dataDir }, drop: () => rm(dataDir, { recursive: true, force: true }) };
}

/** What begins a statement in PostgreSQL's protocol: Parse and Query. */
const STATEMENT = new Set(['P', 'Q'].map((letter) => letter.charCodeAt(0)));

let statements = 0;
let isCounting = false;

/** Counts what is said to any database from now on, the queue's own statements too. */
export function countStatements(): () => number {
  if (!isCounting) {
    isCounting = true;
    count(pg.Client, 'query', () => true);
    count(
      PGlite,
      'execProtocolRawSync',
      ([message]) => message instanceof Uint8Array && STATEMENT.has(message[0] ?? 0),
    );
  }
  return () => statements;
}

function count(holder: { prototype: object }, method: string, isOne: (given: readonly unknown[]) => boolean): void {
  const original: unknown = Reflect.get(holder.prototype, method);
  if (typeof original !== 'function') throw new Error(`there is no ${method} to count`);
  Reflect.set(holder.prototype, method, function counted(this: unknown, ...given: unknown[]) {
    if (isOne(given)) statements += 1;
    return Reflect.apply(original, this, given);
  });
}
