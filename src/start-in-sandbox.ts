import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import type { App } from './app.ts';
import type { Config } from './config/result.ts';
import { END_GRACE_MINUTES } from './core/limits.ts';
import { createLog } from './create-log.ts';
import { seed } from './seed.ts';
import { loadApp, type Running } from './start.ts';
import { emptyDatabase } from './store/empty.ts';
import { openDatabase } from './store/open.ts';

/** The bot with both chats played on this machine. Everything it keeps lies beside the real data, never in it. */
export async function startInSandbox(config: Config): Promise<Running> {
  const log = createLog(config);
  const loading = loadApp();
  const folder = `${config.dataDir}-sandbox`;
  const sandbox = await startSandbox({
    port: config.port,
    stateFile: `${folder}/chats.json`,
    manifest: parse(await readFile(new URL('../manifest.yml', import.meta.url), 'utf8')),
  });
  const database = await openDatabase({ dataDir: `${folder}/database`, log });
  const { createApp } = await loading;
  const app = await createApp({ config: inSandbox(config, sandbox), database, clock: sandbox.clock, log });
  sandbox.connect({
    fetch: app.http.fetch,
    tick: app.tick,
    startOver: async () => {
      await app.jobs.idle();
      await emptyDatabase(database);
      await app.settle();
      await seed(app, sandbox);
    },
    nextMoments: () => nextMoments(app.store, sandbox.clock()),
  });
  await app.start();
  await seed(app, sandbox);
  process.stdout.write(
    `\n  Tutorline plays Slack and Discord on this machine. Open ${sandbox.origin.replace('127.0.0.1', 'localhost')}\n\n`,
  );
  return {
    stop: async () => {
      await app.stop();
      await sandbox.close();
      await database.close();
    },
  };
}

/** What rooms of one's own are called where the settings name none. */
const SANDBOX_ROOMS = 'rooms.example.org';

type StandIns = Pick<Sandbox, 'origin' | 'cast'> & {
  readonly slack: Pick<Sandbox['slack'], 'credentials' | 'channels'>;
  readonly discord: Pick<Sandbox['discord'], 'credentials'>;
} & Partial<Pick<Sandbox, 'zoom' | 'google' | 'rooms' | 'mail'>>;

/** The settings with the stand-ins in place of the vendors. */
export function inSandbox(
  config: Config,
  { origin, slack, discord, rooms, cast, zoom, google, mail }: StandIns,
): Config {
  const forBrowsers = origin.replace('127.0.0.1', 'localhost');
  const admins = Object.keys(cast).filter((id) => cast[id]?.role === 'admin');
  return {
    ...config,
    publicUrl: config.publicUrl ?? forBrowsers,
    slack: {
      botToken: slack.credentials.botToken,
      appToken: slack.credentials.appToken,
      signingSecret: undefined,
      apiUrl: `${origin}${slack.credentials.apiPath}`,
      admins,
      moderationChannel: slack.channels.find((channel) => channel.name === 'tutoring-admins')?.id,
    },
    discord: {
      token: discord.credentials.token,
      applicationId: discord.credentials.applicationId,
      servers: [discord.credentials.serverId],
      adminRole: discord.credentials.adminRoleId,
      moderationChannel: discord.credentials.channels.tutoringAdmins,
      meetingCategory: undefined,
      webUrl: `${forBrowsers}${discord.credentials.webPath}`,
      apiUrl: `${origin}${discord.credentials.apiPath}`,
    },
    zoom: zoom && zoomIn(origin, zoom),
    google: google && googleIn(origin, google),
    trustedCalendars: origin,
    mail: mail && { smtpUrl: mail.url(), from: mail.from },
    ...(rooms && roomsIn(forBrowsers, rooms, config)),
  };
}

/** No link of a room leads elsewhere. What is one's own is called as it would be in earnest. */
function roomsIn(origin: string, { paths }: Sandbox['rooms'], { jitsi, custom }: Config): Partial<Config> {
  const name = custom ? new URL(custom.baseUrl.replaceAll('{room}', 'room')).host : SANDBOX_ROOMS;
  return {
    jitsi: { ...jitsi, baseUrl: `${origin}${paths.jitsi}` },
    jaas: undefined,
    custom: { baseUrl: `${origin}${paths.own}`, name },
  };
}

function zoomIn(origin: string, { credentials, users }: Sandbox['zoom']): Config['zoom'] {
  const { apiPath, oauthPath, ...app } = credentials;
  const hosts = users.map(({ email }) => email);
  return { ...app, hosts, apiUrl: `${origin}${apiPath}`, oauthUrl: `${origin}${oauthPath}` };
}

function googleIn(origin: string, { credentials }: Sandbox['google']): Config['google'] {
  const { clientId, clientSecret, refreshToken, apiPath, tokenPath, meetApiPath } = credentials;
  return {
    credentials: { kind: 'refresh-token', clientId, clientSecret, refreshToken },
    calendarId: 'primary',
    apiUrl: `${origin}${apiPath}`,
    oauthUrl: `${origin}${tokenPath}`,
    meetApiUrl: `${origin}${meetApiPath}`,
    records: true,
  };
}

/** When the next things happen, for the buttons that move the sandbox's clock. */
async function nextMoments(store: App['store'], now: Date) {
  const grace = END_GRACE_MINUTES * 60_000;
  const [nextReminder, nextStart, over] = await Promise.all([
    store.nextAlarm('remind', now),
    store.nextAlarm('start', now),
    store.nextAlarm('end', new Date(now.getTime() + grace)),
  ]);
  const nextEnd = over && new Date(over.getTime() - grace);
  return { ...(nextReminder && { nextReminder }), ...(nextStart && { nextStart }), ...(nextEnd && { nextEnd }) };
}
