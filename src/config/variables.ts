interface Variable {
  /** One line for people; also in `.env.example`. */
  readonly about: string;
  /** What is the default, or an example of its form. Never a real secret. */
  readonly example: string;
  /** Its presence means that this is a real deployment: without a chat the sandbox then refuses to start. */
  readonly isSecret?: true;
}

/** Every variable that Tutorline reads, grouped as people set them up. */
const GROUPS = {
  Slack: {
    SLACK_BOT_TOKEN: { about: 'Bot token (OAuth & Permissions).', example: 'xoxb-…', isSecret: true },
    SLACK_APP_TOKEN: {
      about: 'App-level token with connections:write. Set: Socket Mode, no public address needed.',
      example: 'xapp-…',
      isSecret: true,
    },
    SLACK_SIGNING_SECRET: {
      about: 'Signing secret (Basic Information). Needed without an app token: HTTP at /slack/events.',
      example: '32 hexadecimal digits',
      isSecret: true,
    },
    SLACK_ADMINS: { about: 'User ids of the admins, with commas between.', example: 'U012ABCDEF,U034GHIJKL' },
    SLACK_MODERATION_CHANNEL: {
      about: 'Id of the channel where admins see what needs them; invite the bot to it.',
      example: 'C012ABCDEF',
    },
    SLACK_API_URL: { about: 'Web API, for government clouds and proxies.', example: 'https://slack.com/api/' },
  },
  Discord: {
    DISCORD_TOKEN: { about: 'Bot token (Developer Portal, Bot).', example: 'three parts with dots', isSecret: true },
    DISCORD_APPLICATION_ID: { about: 'Application id, checked against the token.', example: '1100000000000000001' },
    DISCORD_SERVERS: {
      about: 'Ids of the servers that Tutorline serves, with commas between.',
      example: '1100000000000000100',
    },
    DISCORD_ADMIN_ROLE: {
      about: 'Id of the role that makes an admin, beside Manage Server.',
      example: '1100000000000000101',
    },
    DISCORD_MODERATION_CHANNEL: {
      about: 'Id of the channel where admins see what needs them.',
      example: '1100000000000000112',
    },
    DISCORD_MEETING_CATEGORY: {
      about:
        'Id of the category in which voice rooms are made (MEETING_PLATFORMS=discord). Not set: one that the bot makes.',
      example: '1100000000000000120',
    },
    DISCORD_API_URL: { about: 'REST API, for proxies.', example: 'https://discord.com/api' },
  },
  Meetings: {
    MEETING_PLATFORMS: {
      about: 'Of jitsi, zoom, google-meet, custom, discord: in order of preference and of fallback.',
      example: 'jitsi',
    },
    JITSI_BASE_URL: { about: 'Jitsi server.', example: 'https://meet.jit.si' },
    JITSI_ROOM_PREFIX: { about: 'What every room name begins with.', example: 'tutorline-' },
    JITSI_APP_ID: { about: 'For an own Jitsi server that asks for tokens: its app_id.', example: 'tutorline' },
    JITSI_APP_SECRET: { about: 'Its app_secret.', example: 'as in Prosody', isSecret: true },
    JAAS_APP_ID: { about: 'Jitsi as a Service (8x8): app id.', example: 'vpaas-magic-cookie-…' },
    JAAS_KEY_ID: { about: 'Id of the API key.', example: 'vpaas-magic-cookie-…/0123ab' },
    JAAS_PRIVATE_KEY: {
      about: 'Its private key (PEM; \\n stands for the line ends).',
      example: '-----BEGIN PRIVATE KEY-----\\n…',
      isSecret: true,
    },
    JAAS_WEBHOOK_SECRET: { about: 'Secret of the webhook endpoint.', example: 'as shown by 8x8', isSecret: true },
    ZOOM_ACCOUNT_ID: { about: 'Zoom Server-to-Server OAuth app: account id.', example: 'as shown by Zoom' },
    ZOOM_CLIENT_ID: { about: 'Client id.', example: 'as shown by Zoom' },
    ZOOM_CLIENT_SECRET: { about: 'Client secret.', example: 'as shown by Zoom', isSecret: true },
    ZOOM_WEBHOOK_SECRET: {
      about: 'Secret token of the event subscription.',
      example: 'as shown by Zoom',
      isSecret: true,
    },
    ZOOM_HOSTS: {
      about: 'Licensed users who host in turn, by e-mail address or user id, with commas between.',
      example: 'host1@school.example',
    },
    ZOOM_API_URL: { about: 'REST API.', example: 'https://api.zoom.us/v2' },
    ZOOM_OAUTH_URL: { about: 'Token endpoint.', example: 'https://zoom.us/oauth/token' },
    GOOGLE_CLIENT_ID: { about: 'Google Meet by OAuth: client id.', example: '….apps.googleusercontent.com' },
    GOOGLE_CLIENT_SECRET: { about: 'Client secret.', example: 'as shown by Google', isSecret: true },
    GOOGLE_REFRESH_TOKEN: { about: 'Refresh token of the calendar owner.', example: '1//…', isSecret: true },
    GOOGLE_SERVICE_ACCOUNT: {
      about: 'Or a service account: its key as JSON, or the path of the file.',
      example: '/run/secrets/google.json',
      isSecret: true,
    },
    GOOGLE_SUBJECT: { about: 'The user in whose name the service account acts.', example: 'tutoring@school.example' },
    GOOGLE_CALENDAR_ID: { about: 'Calendar for the meetings.', example: 'primary' },
    GOOGLE_RECORDINGS: {
      about: '1: Google Meet records sessions where everybody agrees; needs a Workspace plan with recordings.',
      example: '1',
    },
    GOOGLE_API_URL: {
      about: 'Calendar API; when it is set, the Meet API as well.',
      example: 'https://www.googleapis.com/',
    },
    GOOGLE_OAUTH_URL: { about: 'Token endpoint.', example: 'https://oauth2.googleapis.com/token' },
    CUSTOM_MEETING_BASE_URL: {
      about: 'Address below which every session gets a room; {room} marks the place of its name.',
      example: 'https://rooms.school.example/{room}',
    },
  },
  Mail: {
    SMTP_URL: {
      about: 'Mail server, with user and password: then people can confirm an address, and get mail there too.',
      example: 'smtps://user:password@mail.school.example',
      isSecret: true,
    },
    MAIL_FROM: { about: 'In whose name mail is sent.', example: 'Tutorline <tutoring@school.example>' },
  },
  'Data and people': {
    DATABASE_URL: {
      about: 'PostgreSQL server. Not set: an embedded PostgreSQL in DATA_DIR.',
      example: 'postgresql://tutorline:…@localhost:5432/tutorline',
      isSecret: true,
    },
    DATA_DIR: { about: 'Folder of the embedded database.', example: './data' },
    REMINDERS: { about: 'How long before the start people are reminded, or none.', example: '24h,1h,10m' },
    OPEN_REQUESTS: {
      about: 'How many requests of one learner may wait for an answer: in all, and with one tutor.',
      example: '5,2',
    },
    FIRST_TUTORS: {
      about:
        'How many tutors of an organization are approved as soon as they offer to teach, where its admins have a channel; all others wait for an admin.',
      example: '5',
    },
    WHITEBOARD_URL: {
      about:
        'Address of a whiteboard for each session; {room} marks the place of its name, and {key} that of a key where there is one.',
      example: 'https://excalidraw.com/#room={room},{key}',
    },
    RETENTION_DAYS: {
      about:
        'For how many days notes, comments, messages and details of what happened are kept after a session. Not set: for good.',
      example: '365',
    },
    DIGEST_AT: {
      about:
        'When the moderation channels read each morning what waits, was and will be, in DEFAULT_TIME_ZONE; or none.',
      example: '08:00',
    },
    DEFAULT_TIME_ZONE: { about: 'IANA zone of people whose chat shows none.', example: 'UTC' },
  },
  Running: {
    PORT: { about: 'Port of health, join links and Slack over HTTP.', example: '3000' },
    PUBLIC_URL: {
      about: 'Address at which people reach that port; then links check who joins, and when.',
      example: 'https://tutoring.school.example',
    },
    LOG_LEVEL: { about: 'trace, debug, info, warn, error, fatal or silent.', example: 'info' },
    SANDBOX: { about: '1: play both chats on this machine whatever else is set; 0: never.', example: '0' },
  },
} as const satisfies Record<string, Record<string, Variable>>;

type Groups = typeof GROUPS;
export type VariableName = { [Group in keyof Groups]: keyof Groups[Group] & string }[keyof Groups];

const VARIABLES: ReadonlyMap<string, Variable> = new Map(
  Object.values(GROUPS).flatMap((group) => Object.entries(group)),
);

export const NAMES = [...VARIABLES.keys()] as readonly VariableName[];
export const SECRETS = NAMES.filter((name) => VARIABLES.get(name)?.isSecret);

/** The text of `.env.example`. */
export function envExample(): string {
  const lines = [
    '# Copy to .env and take away the # of what you need. All of it is optional; without any of it Tutorline',
    '# plays both chats on this machine.',
  ];
  for (const [title, group] of Object.entries<Record<string, Variable>>(GROUPS)) {
    lines.push('', `## ${title}`);
    for (const [name, { about, example }] of Object.entries(group)) {
      lines.push(`# ${about}`, `#${name}=${example}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
