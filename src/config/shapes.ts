import { z } from 'zod';
import {
  databaseAddress,
  isBoardAddress,
  isRoomAddress,
  isServiceAccount,
  isZone,
  LOG_LEVELS,
  list,
  mailServer,
  matching,
  normalRoomAddress,
  openRequests,
  platforms,
  reminders,
  sender,
  withoutSlash,
  withSlash,
} from './forms.ts';
import type { VariableName } from './variables.ts';

const slackId = (letters: string) => new RegExp(`^[${letters}][A-Z0-9]{6,}$`);
const SNOWFLAKE = /^\d{17,20}$/;
const anyText = z.string();

/**
 * What each variable that this version uses has to look like. The sentences never repeat a value: somebody may have
 * put a secret into the wrong variable.
 */
const SHAPES = {
  SLACK_BOT_TOKEN: matching(
    /^xoxb-\S+$/,
    'must be the bot token, which begins with xoxb-: copy it from OAuth & Permissions on api.slack.com/apps.',
  ),
  SLACK_APP_TOKEN: matching(
    /^xapp-\S+$/,
    'must be an app-level token, which begins with xapp-: make one with connections:write under Basic Information on api.slack.com/apps.',
  ),
  SLACK_SIGNING_SECRET: matching(
    /^[\w-]{16,}$/,
    'must be the signing secret, letters and digits only: copy it from Basic Information on api.slack.com/apps.',
  ),
  SLACK_ADMINS: list(
    slackId('UW'),
    'must list user ids such as U012ABCDEF with commas between: in Slack open the profile, ⋮, Copy member ID.',
  ),
  SLACK_MODERATION_CHANNEL: matching(
    slackId('CG'),
    'must be a channel id such as C012ABCDEF, not a name: in Slack open the channel’s details and copy it from the bottom.',
  ),
  SLACK_API_URL: withSlash,
  DISCORD_TOKEN: matching(
    /^[\w-]+\.[\w-]+\.[\w-]+$/,
    'must be the bot token alone, three parts with dots between and no “Bot” before it: reset and copy it under Bot in the Developer Portal.',
  ),
  DISCORD_APPLICATION_ID: matching(
    SNOWFLAKE,
    'must be a number of 17 to 20 digits: copy it from General Information in the Developer Portal.',
  ),
  DISCORD_SERVERS: list(
    SNOWFLAKE,
    'must list server ids of 17 to 20 digits with commas between: turn on Developer Mode in Discord, right-click the server, Copy Server ID.',
  ),
  DISCORD_ADMIN_ROLE: matching(
    SNOWFLAKE,
    'must be a role id of 17 to 20 digits: with Developer Mode on, right-click the role in the server’s settings, Copy Role ID.',
  ),
  DISCORD_MODERATION_CHANNEL: matching(
    SNOWFLAKE,
    'must be a channel id of 17 to 20 digits: with Developer Mode on, right-click the channel, Copy Channel ID.',
  ),
  DISCORD_MEETING_CATEGORY: matching(
    SNOWFLAKE,
    'must be a category’s id of 17 to 20 digits: with Developer Mode on, right-click the category, Copy Channel ID.',
  ),
  DISCORD_API_URL: withoutSlash(),
  MEETING_PLATFORMS: platforms,
  JITSI_BASE_URL: withoutSlash(),
  JITSI_ROOM_PREFIX: matching(/^[A-Za-z0-9_-]{1,40}$/, 'must be letters, digits, - and _, up to 40 of them.'),
  JITSI_APP_ID: anyText,
  JITSI_APP_SECRET: anyText,
  JAAS_APP_ID: anyText,
  JAAS_KEY_ID: anyText,
  JAAS_PRIVATE_KEY: z
    .string()
    .transform((text) => text.replaceAll('\\n', '\n'))
    .refine((pem) => pem.includes('PRIVATE KEY-----'), 'must be the private key as PEM, with its BEGIN and END lines.'),
  JAAS_WEBHOOK_SECRET: anyText,
  ZOOM_ACCOUNT_ID: anyText,
  ZOOM_CLIENT_ID: anyText,
  ZOOM_CLIENT_SECRET: anyText,
  ZOOM_WEBHOOK_SECRET: anyText,
  ZOOM_HOSTS: list(
    /^[^\s@,]+@[^\s@,]+$|^[\w-]{5,}$/,
    'must list e-mail addresses or Zoom user ids with commas between.',
  ),
  ZOOM_API_URL: withoutSlash(),
  ZOOM_OAUTH_URL: withoutSlash(),
  GOOGLE_CLIENT_ID: anyText,
  GOOGLE_CLIENT_SECRET: anyText,
  GOOGLE_REFRESH_TOKEN: anyText,
  GOOGLE_SERVICE_ACCOUNT: z
    .string()
    .refine(
      isServiceAccount,
      'must be the key file’s JSON with client_email and private_key, or the path of that file.',
    ),
  GOOGLE_SUBJECT: matching(
    /^[^\s@]+@[^\s@]+$/,
    'must be the e-mail address of the user in whose calendar meetings are made.',
  ),
  GOOGLE_CALENDAR_ID: anyText,
  GOOGLE_API_URL: withSlash,
  GOOGLE_OAUTH_URL: withoutSlash(),
  CUSTOM_MEETING_BASE_URL: z
    .string()
    .refine(
      isRoomAddress,
      'must be an https address such as https://rooms.school.example/ or https://rooms.school.example/{room}?lang=en, without user name; {room} may not stand in the host, and is needed where there is a query.',
    )
    .transform(normalRoomAddress),
  SMTP_URL: mailServer,
  MAIL_FROM: sender,
  DATABASE_URL: databaseAddress,
  DATA_DIR: anyText,
  REMINDERS: reminders,
  OPEN_REQUESTS: openRequests,
  FIRST_TUTORS: z
    .string()
    .regex(/^\d{1,4}$/, 'must be a whole number from 0 to 9999.')
    .transform(Number),
  WHITEBOARD_URL: z
    .string()
    .refine(
      isBoardAddress,
      'must be an https address with {room} in it, not in its host, such as https://excalidraw.com/#room={room},{key}.',
    ),
  RETENTION_DAYS: z
    .string()
    .refine(
      (text) => /^\d{2,4}$/.test(text) && Number(text) >= 30,
      'must be a number of days from 30 to 9999: ratings and disputes need some time.',
    )
    .transform(Number),
  DIGEST_AT: matching(/^(([01]\d|2[0-3]):[0-5]\d|none)$/, 'must be a time of the day such as 08:00, or none.'),
  DEFAULT_TIME_ZONE: z.string().refine(isZone, 'must be a zone of the IANA list such as Europe/Berlin or UTC.'),
  PORT: z
    .string()
    .refine(
      (text) => /^\d{1,5}$/.test(text) && Number(text) <= 65_535,
      'must be a number from 0 to 65535; 0 takes any free port.',
    )
    .transform(Number),
  PUBLIC_URL: withoutSlash('https://tutoring.school.example'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}.`),
  GOOGLE_RECORDINGS: z.enum(['0', '1'], 'must be 1 (Google Meet records where everybody agrees) or 0 (never).'),
  SANDBOX: z.enum(['0', '1'], 'must be 1 (play both chats on this machine) or 0 (never).'),
} satisfies Partial<Record<VariableName, z.ZodType>>;

/** The environment as this version understands it. */
export const Shape = z.object(SHAPES).partial();
export type Values = z.output<typeof Shape>;
