import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { parse } from 'yaml';
import { CAST } from '../../sandbox/cast.ts';
import { createDiscord, type Discord } from '../../sandbox/discord/index.ts';
import { defaultPeople as discordPeople } from '../../sandbox/discord/place.ts';
import { createGoogle, type Google } from '../../sandbox/google/index.ts';
import { createIcsHost, type IcsHost } from '../../sandbox/ics/index.ts';
import { createMail, type Mail } from '../../sandbox/mail/index.ts';
import { createRooms, type Rooms } from '../../sandbox/rooms/index.ts';
import { listen } from '../../sandbox/server.ts';
import { PEOPLE as slackPeople } from '../../sandbox/slack/defaults.ts';
import { createSlack, type Slack } from '../../sandbox/slack/index.ts';
import type { Stage, Traffic } from '../../sandbox/stand-in.ts';
import { createZoom, type Zoom } from '../../sandbox/zoom/index.ts';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config/read-config.ts';
import type { Config } from '../../src/config/result.ts';
import type { Acts } from '../../src/core/limits.ts';
import type { Log } from '../../src/core/log.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { seed } from '../../src/seed.ts';
import { inSandbox } from '../../src/start-in-sandbox.ts';
import type { Database } from '../../src/store/open.ts';
import { borrowDatabase, type DatabaseKind, databaseKinds } from '../database.ts';
import { unheard } from './accessible.ts';
import { crowdOf } from './crowd.ts';
import { discordHuman } from './discord-human.ts';
import type { Human } from './human.ts';
import { slackHuman } from './slack-human.ts';
import { keepTraffic } from './traffic.ts';

/** A Monday morning, UTC. Theo in New York and Camila in Bogotá are still asleep. */
export const START = new Date('2026-11-30T09:00:00Z');

/** How long something may take to appear before a test gives up on it. */
const PATIENCE_MS = 60_000;
/** As often as in earnest, but nobody waits in between. */
const AT_ONCE = { limit: 8, delaySeconds: 0 };
const NO_PAUSES = [1, 1];
/** Nothing has happened for so long: then nothing is under way any more. */
const QUIET_MS = 30;
/** Deadlines have tests of their own: here a busy machine must not look like a slow bot. */
const PATIENT = { ackMs: 10_000, triggerMs: 10_000 };
/** Tests press faster than people do. */
const ANY_NUMBER: Acts = { most: Number.POSITIVE_INFINITY, withinSeconds: 1 };
/** What a slow platform takes: longer than the bot waits. */
const SLOW_MS = 20_000;

/** Slack, Discord, Zoom and Google on this machine, the real bot in both, and their people. */
export interface World {
  readonly app: App;
  readonly database: Database;
  readonly slack: Slack;
  readonly discord: Discord;
  readonly zoom: Zoom;
  readonly google: Google;
  readonly rooms: Rooms;
  readonly mail: Mail;
  readonly ics: IcsHost;
  readonly origin: string;
  /** What the bot said to the vendors, in order. */
  readonly traffic: readonly Traffic[];
  /** What went wrong in the bot. */
  readonly faults: readonly object[];
  readonly lena: Human;
  readonly mateo: Human;
  readonly theo: Human;
  readonly ada: Human;
  readonly grace: Human;
  readonly noor: Human;
  readonly lucia: Human;
  readonly jonas: Human;
  readonly camila: Human;
  readonly priya: Human;
  /** Those whom `crowd` asked for, the chats by turns. */
  readonly crowd: readonly Human[];
  /** Who somebody is to the bot, as if they acted now. */
  actor(human: Human, isAdmin?: boolean): Promise<Actor>;
  now(): Date;
  /** Moves the clock on and lets the bot catch up. */
  moveTo(at: Date | string | number): Promise<void>;
  /** Waits until everything that was under way has arrived. */
  settled(): Promise<void>;
  /** Stops the bot and starts it with other settings; `app` is the one of before. */
  restart(change: (config: Config) => Config): Promise<void>;
  stop(): Promise<void>;
}

export interface WorldOptions {
  /** Left out: a server where there is one, which takes a fraction of the embedded one's time. */
  readonly database?: DatabaseKind;
  /** How Slack reaches the bot; left out: through the bot's own socket. */
  readonly slackOver?: 'socket' | 'http';
  /** Settings on top of the sandbox's. */
  readonly env?: Readonly<Record<string, string>>;
  /** Changes the settings after the stand-ins are in them. */
  readonly config?: (config: Config) => Config;
  /** How many more people there are; left out: none. */
  readonly crowd?: number;
  /** The language of everybody's devices; left out: each their own. */
  readonly locale?: string;
  /** The chats' limits; left out: none. A number: so many times as fast over as in earnest. */
  readonly rateLimits?: boolean | number;
  /** How much one person may do in how short a time; left out: as much as a test does. */
  readonly acts?: Acts;
  /** Slack takes one message a second for a channel, and no burst. */
  readonly isSlackStrict?: boolean;
  /** How long the bot waits for one answer of a meeting platform; left out: as in earnest. */
  readonly timeoutMs?: number;
  /** When it begins; left out: `START`. */
  readonly at?: Date;
  /** Stands between the bot and its database server, and gives the address that leads through it. */
  readonly through?: (url: string) => string;
  /** Which addresses a host has; left out: none that anybody knows. */
  readonly lookup?: (host: string) => Promise<readonly string[]>;
  /** Hears everything that the bot logs. */
  readonly log?: Log;
  /** What is in the database before the bot starts on it; left out: nothing. */
  readonly fill?: (database: Database) => Promise<void>;
}

export async function createWorld({
  database: kind = databaseKinds.at(-1) ?? 'embedded',
  slackOver = 'socket',
  env = {},
  config: change = (same) => same,
  crowd: more = 0,
  locale,
  rateLimits = false,
  isSlackStrict = false,
  acts = ANY_NUMBER,
  timeoutMs,
  at: begin = START,
  lookup = async () => [],
  through,
  log: heard,
  fill,
}: WorldOptions = {}): Promise<World> {
  let app: App | undefined;
  let now = begin;
  const traffic: Traffic[] = [];
  const faults: object[] = [];
  const listeners = new Set<() => void>();
  let lastChange = performance.now();
  const changed = () => {
    lastChange = performance.now();
    for (const listener of listeners) listener();
  };
  let origin = '';
  const record = (one: Traffic) => {
    traffic.push(one);
    changed();
  };
  const stage: Stage = { now: () => now, origin: () => origin, changed, record };
  const speaking = <Person extends object>(people: readonly Person[]) =>
    people.map((person) => (locale === undefined ? person : { ...person, locale }));
  const others = crowdOf(more);
  const slack = createSlack(stage, {
    people: speaking([...slackPeople, ...others.slack]),
    rateLimits,
    ...(isSlackStrict && { postsPerChannel: { calls: 1, windowMs: 1000 } }),
    timings: PATIENT,
    ...(slackOver === 'http' && {
      deliverTo: {
        get url() {
          return `http://127.0.0.1:${app?.http.port}/slack/events`;
        },
      },
    }),
  });
  const discord = createDiscord(stage, {
    people: speaking([...discordPeople, ...others.discord]),
    rateLimits,
    deadlineMs: PATIENT.ackMs,
  });
  const zoom = createZoom(stage, { rateLimits: false, slowMs: SLOW_MS });
  const google = createGoogle(stage, { rateLimits: false, slowMs: SLOW_MS });
  const rooms = createRooms(stage, { slowMs: SLOW_MS });
  const mail = createMail(stage, { slowMs: SLOW_MS });
  await mail.listen();
  const ics = createIcsHost(stage);
  slack.setManifest(parse(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8')));
  const server = await listen({
    port: 0,
    standIns: [slack, discord, zoom, google, rooms, mail, ics],
    fallback: { fetch: (request) => app?.http.fetch(request) ?? new Response(null, { status: 503 }) },
  });
  origin = server.origin;
  zoom.deliverWebhooksTo(`${origin}/webhooks/zoom`);

  const { database, drop } = await borrowDatabase(kind, through);
  await fill?.(database);
  const overHttp = (config: Config): Config =>
    slackOver === 'http' && config.slack
      ? {
          ...config,
          port: 0,
          slack: { ...config.slack, appToken: undefined, signingSecret: slack.credentials.signingSecret },
        }
      : config;
  const config = change(
    overHttp(
      inSandbox(readConfig({ MEETING_PLATFORMS: 'jitsi', DIGEST_AT: 'none', ...env }), {
        origin,
        slack,
        discord,
        zoom,
        google,
        rooms,
        mail,
        cast: CAST,
      }),
    ),
  );
  const log: Log = {
    info: (...line) => heard?.info(...line),
    warn: (...line) => heard?.warn(...line),
    error: (data, message) => {
      heard?.error(data, message);
      faults.push({ ...data, message });
    },
  };
  const build = (settings: Config) =>
    createApp({
      config: settings,
      database,
      clock: () => now,
      log,
      retry: AT_ONCE,
      pausesMs: NO_PAUSES,
      timeoutMs,
      lookup,
      acts,
      speed: speedOf(rateLimits),
    });
  let built = await build(config);
  app = built;
  if (slackOver === 'http') await built.http.listen();
  await built.start();
  await seed(built, { cast: CAST, slack, discord });

  const until = (what: string, holds: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = () => {
        if (!holds()) return;
        finish();
        resolve();
      };
      const timer = setTimeout(() => {
        finish();
        reject(
          new Error(
            `waited in vain for ${what}. Faults: ${JSON.stringify(faults, errorsToo)}\n${what.split(' to see')[0]}'s screen:\n${screenOf(what)}`,
          ),
        );
      }, PATIENCE_MS);
      const finish = () => {
        clearTimeout(timer);
        listeners.delete(check);
      };
      listeners.add(check);
      check();
    });
  const screenOf = (what: string) => {
    const human = everybody.find(({ name }) => what.startsWith(name));
    return human ? `${human.reads()}\nButtons: ${human.buttons().join(' | ')}` : '';
  };

  const inSlack = (name: string) => slackHuman(slack, slack.people.find((one) => one.name === name)?.id ?? name, until);
  const inDiscord = (name: string) =>
    discordHuman(discord, discord.people.find((one) => one.username === name)?.id ?? name, until);
  const people = {
    lena: inSlack('lena'),
    mateo: inSlack('mateo'),
    theo: inSlack('theo'),
    ada: inSlack('ada'),
    grace: inSlack('grace'),
    noor: inDiscord('noor'),
    lucia: inDiscord('lucia'),
    jonas: inDiscord('jonas'),
    camila: inDiscord('camila'),
    priya: inDiscord('priya'),
  };
  const crowd = Array.from({ length: more }, (_, nr) => `crowd${String(nr).padStart(4, '0')}`).map((name, nr) =>
    nr % 2 === 0 ? inSlack(name) : inDiscord(name),
  );
  const everybody = [...Object.values(people), ...crowd];

  const underWay = () => [...built.chats.values()].reduce((sum, chat) => sum + chat.underWay(), 0);

  async function settled(): Promise<void> {
    do {
      await built.jobs.idle();
      await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    } while (performance.now() - lastChange < QUIET_MS || underWay() > 0 || (await built.jobs.pending()) > 0);
  }

  const spaces = { slack: slack.credentials.teamId, discord: discord.credentials.serverId };
  async function actor({ chat, userId, name }: Human, isAdmin = false): Promise<Actor> {
    const by = await built.reception.recognise({ chat, space: spaces[chat], userId, name }, isAdmin);
    if (!by) throw new Error(`${name} is nobody here`);
    return by;
  }

  return {
    ...people,
    crowd,
    actor,
    app: built,
    database,
    slack,
    discord,
    zoom,
    google,
    rooms,
    mail,
    ics,
    origin,
    traffic,
    faults,
    now: () => now,
    moveTo: async (at) => {
      now = new Date(at);
      await built.tick();
      await settled();
    },
    settled,
    restart: async (changed) => {
      await built.stop();
      built = await build(changed(config));
      app = built;
      if (slackOver === 'http') await built.http.listen();
      await built.start();
    },
    stop: async () => {
      await built.stop();
      await server.close();
      await drop();
      await keepTraffic(traffic);
      // Whatever a test is about: who hears the screen instead of seeing it has to get along with all of it.
      expect(unheard(traffic)).toEqual([]);
    },
  };
}

/** Without limits nobody has to keep to a pace. */
function speedOf(rateLimits: boolean | number): number {
  return rateLimits === false ? Number.POSITIVE_INFINITY : Number(rateLimits);
}

function errorsToo(_key: string, value: unknown): unknown {
  return value instanceof Error ? (value.stack ?? value.message) : value;
}
