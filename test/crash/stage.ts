import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { CAST } from '../../sandbox/cast.ts';
import { createDiscord } from '../../sandbox/discord/index.ts';
import { listen } from '../../sandbox/server.ts';
import { createSlack } from '../../sandbox/slack/index.ts';
import type { Stage, Traffic } from '../../sandbox/stand-in.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { inSandbox } from '../../src/start-in-sandbox.ts';
import type { DatabaseKind } from '../database.ts';
import { discordHuman } from '../world/discord-human.ts';
import type { Human } from '../world/human.ts';
import { slackHuman } from '../world/slack-human.ts';
import { START } from '../world/world.ts';
import type { Bot } from './bot.ts';
import { type LastingDatabase, lastingDatabase } from './databases.ts';

/** Many processes share a machine here: what is late is not wrong. */
const PATIENCE_MS = 60_000;

export type ChatName = 'slack' | 'discord';
export type PairOfChats = readonly [learner: ChatName, tutor: ChatName];

/** Two people, two chats that never fail, and a bot that may die at any moment. */
export interface CrashStage {
  readonly learner: Human;
  readonly tutor: Human;
  readonly traffic: readonly Traffic[];
  now(): Date;
  /** Starts the bot in a process of its own, `afterMs` after the last one was gone. */
  start(bot: Bot, afterMs?: number): Promise<{ sending: readonly string[] }>;
  bot(): Bot;
  /** The lasting messages of the bot, by where they are. */
  written(): ReadonlyMap<string, Written>;
  /** Below which messages of Slack there are files: a place for each file. */
  filesBelow(): readonly string[];
  moveTo(at: Date): Promise<void>;
  /** Everything as it is, for as many stages as are wanted. The bot has to be closed. */
  picture(): Picture;
  /** `spares` the bot: its process can go to another stage. Closing it once more does nothing. */
  close(spares: boolean): Promise<void>;
}

export interface Written {
  readonly chat: ChatName;
  /** What is on the screen. */
  readonly content: string;
}

export interface Picture {
  readonly pair: PairOfChats;
  readonly now: Date;
  readonly slack: unknown;
  readonly discord: unknown;
  readonly database: LastingDatabase;
}

/** Nobody sees the ids of blocks and components. */
function seen(content: object): string {
  return JSON.stringify(content, (key, value: unknown) => (key === 'id' || key === 'block_id' ? undefined : value));
}

const manifest: unknown = parse(await readFile(new URL('../../manifest.yml', import.meta.url), 'utf8'));

/** A stage on which nothing has happened yet. */
export async function firstStage(pair: PairOfChats, kind: DatabaseKind): Promise<CrashStage> {
  const database = await lastingDatabase(kind);
  return raise({ pair, now: START, slack: undefined, discord: undefined, database }, database);
}

/** A stage on which everything is as it was when the picture was taken. */
export async function stageFrom(picture: Picture): Promise<CrashStage> {
  return raise(structuredCloneOf(picture), await picture.database.copy());
}

function structuredCloneOf(picture: Picture): Picture {
  return { ...picture, slack: structuredClone(picture.slack), discord: structuredClone(picture.discord) };
}

async function raise(picture: Picture, database: LastingDatabase): Promise<CrashStage> {
  let now = picture.now;
  let origin = '';
  let current: Bot | undefined;
  let isClosed = false;
  const traffic: Traffic[] = [];
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const stage: Stage = { now: () => now, origin: () => origin, changed, record: (one) => void traffic.push(one) };
  const isFirst = picture.slack === undefined;
  const saved = (state: unknown) => (isFirst ? stage : { ...stage, saved: state });
  const slack = createSlack(saved(picture.slack), {
    rateLimits: false,
    timings: { ackMs: PATIENCE_MS, triggerMs: PATIENCE_MS },
  });
  const discord = createDiscord(saved(picture.discord), { rateLimits: false, deadlineMs: PATIENCE_MS });
  slack.setManifest(manifest);
  const server = await listen({ port: 0, standIns: [slack, discord] });
  origin = server.origin;

  const until = (what: string, holds: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = () => {
        if (!holds()) return;
        finish();
        resolve();
      };
      const give = (why: string) => {
        finish();
        reject(new Error(`${why} ${what}`));
      };
      const timer = setTimeout(() => give('waited in vain for'), PATIENCE_MS);
      const finish = () => {
        clearTimeout(timer);
        listeners.delete(check);
      };
      listeners.add(check);
      check();
      void current?.ended.then(() => give('the bot ended while somebody waited for'));
    });
  const inSlack = (name: string) => slackHuman(slack, slack.people.find((one) => one.name === name)?.id ?? name, until);
  const inDiscord = (name: string) =>
    discordHuman(discord, discord.people.find((one) => one.username === name)?.id ?? name, until);
  const [learnerChat, tutorChat] = picture.pair;
  const bot = () => {
    if (!current) throw new Error('no bot was started');
    return current;
  };

  /** What the bot has written in Slack, file below a message or not. */
  const oursInSlack = () =>
    slack.people.flatMap(({ id }) =>
      slack
        .screen(id)
        .conversations.flatMap(({ id: channel, messages }) =>
          messages.filter(({ isApp, ephemeral }) => isApp && !ephemeral).map((message) => ({ channel, ...message })),
        ),
    );

  return {
    learner: learnerChat === 'slack' ? inSlack('lena') : inDiscord('noor'),
    tutor: tutorChat === 'slack' ? inSlack('theo') : inDiscord('jonas'),
    traffic,
    now: () => now,
    bot,
    start: async (next, afterMs = 0) => {
      current = next;
      now = new Date(now.getTime() + afterMs);
      const { credentials: slackCredentials, people: slackPeople } = slack;
      const { credentials: discordCredentials, people: discordPeople } = discord;
      return next.ask('open', {
        config: inSandbox(readConfig({ PUBLIC_URL: 'https://tutoring.example', DIGEST_AT: 'none' }), {
          origin,
          slack,
          discord,
          cast: CAST,
        }),
        database: database.where,
        now: now.getTime(),
        awayMs: afterMs,
        ...(isFirst && {
          people: {
            slack: { credentials: slackCredentials, people: slackPeople },
            discord: { credentials: discordCredentials, people: discordPeople },
          },
        }),
      });
    },
    written: () => {
      const slackMessages = oursInSlack()
        .filter(({ threadTs }) => threadTs === undefined)
        .map(
          ({ channel, ts, text, blocks }) =>
            [`${channel} ${ts}`, { chat: 'slack', content: seen({ text, blocks }) }] as const,
        );
      const discordMessages = discord.people.flatMap(({ id: person }) => {
        const { dm, servers } = discord.screen(person);
        return [dm, ...servers.flatMap(({ channels }) => channels)].flatMap(({ id: channel, messages }) =>
          messages
            .filter(({ author, ephemeral }) => author.bot && !ephemeral)
            .map(
              ({ id, content, components }) =>
                [`${channel} ${id}`, { chat: 'discord', content: seen({ content, components }) }] as const,
            ),
        );
      });
      return new Map<string, Written>([...slackMessages, ...discordMessages]);
    },
    filesBelow: () =>
      oursInSlack().flatMap(({ channel, threadTs, files = [] }) => files.map(() => `${channel} ${threadTs}`)),
    moveTo: async (at) => {
      now = at;
      await bot().ask('tick', at.getTime());
      await bot().ask('settled');
    },
    picture: () => ({ pair: picture.pair, now, slack: slack.dump(), discord: discord.dump(), database }),
    close: async (spares) => {
      if (isClosed) return;
      isClosed = true;
      await (spares ? current?.ask('close') : current?.kill());
      await server.close();
      await database.drop();
    },
  };
}
