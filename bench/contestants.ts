import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import manifest from '../package.json' with { type: 'json' };
import type { BareInput as BareBolt } from './bare/bolt.ts';
import type { BareInput as BareDiscord } from './bare/discord-js.ts';
import { launch, type Program } from './program.ts';
import type { Seeding } from './seed.ts';
import { borrowServerDatabase } from './server-database.ts';
import type { BenchStage } from './stage.ts';

export const CONTESTANTS = ['floor', 'pglite', 'postgresql'] as const;
export type Contestant = (typeof CONTESTANTS)[number];

/** The programs that are measured, connected to a stage. */
export interface Started {
  readonly programs: readonly { readonly name: string; readonly program: Program; readonly firstStartMs?: number }[];
  stop(): Promise<void>;
}

/** @throws when it cannot be started here, such as without a PostgreSQL server. */
export function start(contestant: Contestant, stage: BenchStage, server: string): Promise<Started> {
  switch (contestant) {
    case 'floor':
      return startFloor(stage);
    case 'pglite':
      return startOnPglite(stage);
    case 'postgresql':
      return startOnServer(stage, server);
  }
}

/** A bare Bolt app and a bare discord.js bot, which take the same way through the same screens. */
async function startFloor({ slack, discord, origin, cast }: BenchStage): Promise<Started> {
  const bolt: BareBolt = {
    botToken: slack.credentials.botToken,
    appToken: slack.credentials.appToken,
    apiUrl: `${origin}${slack.credentials.apiPath}`,
    tutors: Object.fromEntries(cast.slack.tutors.map(({ realName, id }) => [realName, id])),
  };
  const discordJs: BareDiscord = {
    token: discord.credentials.token,
    server: discord.credentials.serverId,
    apiUrl: `${origin}${discord.credentials.apiPath}`,
    tutors: Object.fromEntries(cast.discord.tutors.map(({ globalName, id }) => [globalName, id])),
  };
  const programs = [
    { name: 'bare Bolt', program: await launch('./bare/bolt.ts', { input: bolt }) },
    { name: 'bare discord.js', program: await launch('./bare/discord-js.ts', { input: discordJs }) },
  ];
  return { programs, stop: async () => void (await Promise.all(programs.map(({ program }) => program.stop()))) };
}

async function startOnPglite(stage: BenchStage): Promise<Started> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tutorline-bench-'));
  const drop = () => rm(dataDir, { recursive: true, force: true });
  return startTutorline('Tutorline on PGlite', stage, { dataDir }, { DATA_DIR: dataDir }, drop);
}

async function startOnServer(stage: BenchStage, server: string): Promise<Started> {
  const { url, drop } = await borrowServerDatabase(server);
  return startTutorline('Tutorline on PostgreSQL', stage, { url }, { DATABASE_URL: url }, drop);
}

/** The program as it is deployed: once to make its tables, then again with its people known. */
async function startTutorline(
  name: string,
  stage: BenchStage,
  database: Seeding['database'],
  databaseEnv: Readonly<Record<string, string>>,
  drop: () => Promise<void>,
): Promise<Started> {
  const { slack, discord, origin, cast } = stage;
  const env = {
    ...databaseEnv,
    SLACK_BOT_TOKEN: slack.credentials.botToken,
    SLACK_APP_TOKEN: slack.credentials.appToken,
    SLACK_API_URL: `${origin}${slack.credentials.apiPath}`,
    DISCORD_TOKEN: discord.credentials.token,
    DISCORD_SERVERS: discord.credentials.serverId,
    DISCORD_API_URL: `${origin}${discord.credentials.apiPath}`,
    PUBLIC_URL: 'https://tutoring.example',
    PORT: String(await freePort()),
  };
  const flags = startFlags();
  try {
    const first = await launch('../src/main.js', { env, flags });
    await first.stop();
    const people: Seeding = {
      database,
      cast,
      team: slack.credentials.teamId,
      server: discord.credentials.serverId,
    };
    await (await launch('./seed.ts', { input: people })).stop();
    const program = await launch('../src/main.js', { env, flags });
    return {
      programs: [{ name, program, firstStartMs: first.startMs }],
      stop: async () => {
        await program.stop();
        await drop();
      },
    };
  } catch (error) {
    await drop();
    throw error;
  }
}

/** What `npm start` says about memory. */
export function startFlags(): readonly string[] {
  return manifest.scripts.start.split(' ').filter((word) => word.startsWith('--max-'));
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
