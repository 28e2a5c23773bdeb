import type { Values } from './shapes.ts';

/** The settings, checked and with their defaults. */
export interface Config {
  /** Both chats are played on this machine; `slack` and `discord` are undefined. */
  readonly sandbox: boolean;
  readonly slack: SlackConfig | undefined;
  readonly discord: DiscordConfig | undefined;
  /** Ids of the meeting platforms that can be used, in order of preference and of fallback. */
  readonly platforms: readonly string[];
  readonly jitsi: JitsiConfig;
  readonly jaas: JaasConfig | undefined;
  readonly zoom: ZoomConfig | undefined;
  readonly google: GoogleConfig | undefined;
  /** `name`: what people call it; left out: its host. */
  readonly custom: { readonly baseUrl: string; readonly name?: string } | undefined;
  /** Undefined: no mail is sent, and no address of mail can be confirmed. */
  readonly mail: MailConfig | undefined;
  /** An origin in this machine whose calendars are read all the same: the sandbox's own. */
  readonly trustedCalendars?: string | undefined;
  /** A PostgreSQL server; undefined: the embedded one in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** Minutes before the start, longest first. */
  readonly reminders: readonly number[];
  /** How many requests of one learner may wait for an answer. */
  readonly openRequests: { readonly most: number; readonly perTutor: number };
  /** How many tutors of an organization are approved without an admin. */
  readonly firstTutors: number;
  /** With `{room}`, and perhaps `{key}`; undefined: sessions have no whiteboard. */
  readonly whiteboardUrl: string | undefined;
  /** For how long after a session what was written about it is kept; undefined: for good. */
  readonly retentionDays: number | undefined;
  /** HH:mm; undefined: never. */
  readonly digestAt: string | undefined;
  readonly defaultTimeZone: string;
  /** 32 bytes each, base64 or hexadecimal, newest first. */
  readonly port: number;
  /** Without a slash at the end. */
  readonly publicUrl: string | undefined;
  readonly logLevel: NonNullable<Values['LOG_LEVEL']>;
  /** What is not wrong but should be said at start. */
  readonly notices: readonly string[];
}

export interface SlackConfig {
  readonly botToken: string;
  /** Set: Socket Mode. */
  readonly appToken: string | undefined;
  /** Set where there is no app token: HTTP at `/slack/events`. */
  readonly signingSecret: string | undefined;
  /** With a slash at the end. */
  readonly apiUrl: string;
  readonly admins: readonly string[];
  readonly moderationChannel: string | undefined;
}

export interface DiscordConfig {
  readonly token: string;
  readonly applicationId: string | undefined;
  readonly servers: readonly string[];
  readonly adminRole: string | undefined;
  readonly moderationChannel: string | undefined;
  /** The category in which voice rooms are made; undefined: one that the bot makes. */
  readonly meetingCategory: string | undefined;
  /** Without a slash at the end, and without the API's version. */
  readonly apiUrl: string;
  /** Where links to channels lead. */
  readonly webUrl: string;
}

interface JitsiConfig {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly roomPrefix: string;
  /** For a server of one's own that asks for tokens. */
  readonly app: { readonly id: string; readonly secret: string } | undefined;
}

interface JaasConfig {
  readonly appId: string;
  readonly keyId: string;
  /** PEM */
  readonly privateKey: string;
  readonly webhookSecret: string | undefined;
}

interface ZoomConfig {
  readonly accountId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly webhookSecret: string | undefined;
  readonly hosts: readonly string[];
  readonly apiUrl: string;
  readonly oauthUrl: string;
}

interface GoogleConfig {
  readonly credentials:
    | {
        readonly kind: 'refresh-token';
        readonly clientId: string;
        readonly clientSecret: string;
        readonly refreshToken: string;
      }
    /** `key`: the key file's JSON, or its path. */
    | { readonly kind: 'service-account'; readonly key: string; readonly subject: string };
  readonly calendarId: string;
  readonly apiUrl: string;
  readonly oauthUrl: string;
  /** Left out: Google's own. */
  readonly meetApiUrl?: string;
  /** Meetings are recorded where everybody agrees. */
  readonly records: boolean;
}

interface MailConfig {
  readonly smtpUrl: string;
  readonly from: { readonly name: string; readonly address: string };
}

const DEFAULT_PLATFORMS = ['jitsi'] as const;
/** Everything can be tried out; what comes first stays the simplest. */
const SANDBOX_PLATFORMS = ['jitsi', 'zoom', 'google-meet', 'custom', 'discord'] as const;
const DEFAULT_OPEN_REQUESTS = { most: 5, perTutor: 2 };
const DEFAULT_FIRST_TUTORS = 5;
const DEFAULT_DIGEST = '08:00';
const DEFAULT_REMINDERS = [24 * 60, 60, 10];

const digestAt = (text: string) => (text === 'none' ? undefined : text);

/** The settings from values that have passed every check. */
export function configFrom(values: Values, about: { sandbox: boolean; notices: readonly string[] }): Config {
  return {
    ...about,
    slack: about.sandbox ? undefined : slackFrom(values),
    discord: about.sandbox ? undefined : discordFrom(values),
    platforms: values.MEETING_PLATFORMS ?? (about.sandbox ? SANDBOX_PLATFORMS : DEFAULT_PLATFORMS),
    jitsi: {
      baseUrl: values.JITSI_BASE_URL ?? 'https://meet.jit.si',
      roomPrefix: values.JITSI_ROOM_PREFIX ?? 'tutorline-',
      app:
        values.JITSI_APP_ID && values.JITSI_APP_SECRET
          ? { id: values.JITSI_APP_ID, secret: values.JITSI_APP_SECRET }
          : undefined,
    },
    jaas: jaasFrom(values),
    zoom: zoomFrom(values),
    google: googleFrom(values),
    custom: values.CUSTOM_MEETING_BASE_URL ? { baseUrl: values.CUSTOM_MEETING_BASE_URL } : undefined,
    mail: values.SMTP_URL && values.MAIL_FROM ? { smtpUrl: values.SMTP_URL, from: values.MAIL_FROM } : undefined,
    databaseUrl: values.DATABASE_URL,
    dataDir: values.DATA_DIR ?? './data',
    reminders: values.REMINDERS ?? DEFAULT_REMINDERS,
    openRequests: values.OPEN_REQUESTS ?? DEFAULT_OPEN_REQUESTS,
    firstTutors: values.FIRST_TUTORS ?? DEFAULT_FIRST_TUTORS,
    whiteboardUrl: values.WHITEBOARD_URL,
    retentionDays: values.RETENTION_DAYS,
    digestAt: digestAt(values.DIGEST_AT ?? DEFAULT_DIGEST),
    defaultTimeZone: values.DEFAULT_TIME_ZONE ?? 'UTC',
    port: values.PORT ?? 3000,
    publicUrl: values.PUBLIC_URL,
    logLevel: values.LOG_LEVEL ?? 'info',
  };
}

function slackFrom(values: Values): SlackConfig | undefined {
  if (!values.SLACK_BOT_TOKEN) return undefined;
  return {
    botToken: values.SLACK_BOT_TOKEN,
    appToken: values.SLACK_APP_TOKEN,
    signingSecret: values.SLACK_SIGNING_SECRET,
    apiUrl: values.SLACK_API_URL ?? 'https://slack.com/api/',
    admins: values.SLACK_ADMINS ?? [],
    moderationChannel: values.SLACK_MODERATION_CHANNEL,
  };
}

function discordFrom(values: Values): DiscordConfig | undefined {
  if (!values.DISCORD_TOKEN) return undefined;
  return {
    token: values.DISCORD_TOKEN,
    applicationId: values.DISCORD_APPLICATION_ID,
    servers: values.DISCORD_SERVERS ?? [],
    adminRole: values.DISCORD_ADMIN_ROLE,
    moderationChannel: values.DISCORD_MODERATION_CHANNEL,
    meetingCategory: values.DISCORD_MEETING_CATEGORY,
    apiUrl: values.DISCORD_API_URL ?? 'https://discord.com/api',
    webUrl: 'https://discord.com',
  };
}

function jaasFrom(values: Values): JaasConfig | undefined {
  const { JAAS_APP_ID: appId, JAAS_KEY_ID: keyId, JAAS_PRIVATE_KEY: privateKey } = values;
  if (!appId || !keyId || !privateKey) return undefined;
  return { appId, keyId, privateKey, webhookSecret: values.JAAS_WEBHOOK_SECRET };
}

function zoomFrom(values: Values): ZoomConfig | undefined {
  const { ZOOM_ACCOUNT_ID: accountId, ZOOM_CLIENT_ID: clientId, ZOOM_CLIENT_SECRET: clientSecret } = values;
  if (!accountId || !clientId || !clientSecret) return undefined;
  return {
    accountId,
    clientId,
    clientSecret,
    webhookSecret: values.ZOOM_WEBHOOK_SECRET,
    hosts: values.ZOOM_HOSTS ?? [],
    apiUrl: values.ZOOM_API_URL ?? 'https://api.zoom.us/v2',
    oauthUrl: values.ZOOM_OAUTH_URL ?? 'https://zoom.us/oauth/token',
  };
}

function googleFrom(values: Values): GoogleConfig | undefined {
  const credentials = googleCredentials(values);
  if (!credentials) return undefined;
  return {
    credentials,
    calendarId: values.GOOGLE_CALENDAR_ID ?? 'primary',
    apiUrl: values.GOOGLE_API_URL ?? 'https://www.googleapis.com/',
    oauthUrl: values.GOOGLE_OAUTH_URL ?? 'https://oauth2.googleapis.com/token',
    records: values.GOOGLE_RECORDINGS === '1',
    // Whoever stands in for one of Google's APIs stands in for the other.
    ...(values.GOOGLE_API_URL && { meetApiUrl: values.GOOGLE_API_URL }),
  };
}

function googleCredentials(values: Values): GoogleConfig['credentials'] | undefined {
  const { GOOGLE_SERVICE_ACCOUNT: key, GOOGLE_SUBJECT: subject } = values;
  if (key && subject) return { kind: 'service-account', key, subject };
  const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret, GOOGLE_REFRESH_TOKEN: refreshToken } = values;
  if (clientId && clientSecret && refreshToken) {
    return { kind: 'refresh-token', clientId, clientSecret, refreshToken };
  }
  return undefined;
}
