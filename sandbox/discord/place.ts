/** Somebody who uses the Discord of the sandbox. */
export interface DiscordPerson {
  readonly id: string;
  readonly username: string;
  readonly globalName: string;
  /** The language of the person's Discord client: https://docs.discord.com/developers/reference#locales */
  readonly locale: string;
  /** Ids of roles, in every server that has them. */
  readonly roles: readonly string[];
  readonly manageServer?: boolean;
}

/** What the bot may do in a channel. */
type BotAccess = 'nothing' | 'read' | 'write';

/** A text channel of a server. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  /** Only holders of this role, and the bot, see the channel. */
  readonly onlyRole?: string;
  readonly botMay: BotAccess;
}

/** A server (Discord's API says guild). */
export interface Server {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly channels: readonly Channel[];
  readonly roles: readonly { readonly id: string; readonly name: string; readonly position: number }[];
}

export const APPLICATION_ID = '1100000000000000001';
export const BOT_NAME = 'Tutorline';
export const SERVER_ID = '1100000000000000100';
export const ADMIN_ROLE_ID = '1100000000000000101';
export const LEARNER_ROLE_ID = '1100000000000000103';
/** The role that Discord makes for a bot with the permissions that it was invited with. */
export const BOT_ROLE_ID = '1100000000000000102';
export const UNLISTED_SERVER_ID = '1100000000000000200';
export const DEFAULT_TOKEN = 'sandbox-discord-token';

export const CHANNEL_IDS = {
  welcome: '1100000000000000110',
  study: '1100000000000000111',
  tutoringAdmins: '1100000000000000112',
} as const;

/** Two learners, two tutors and an admin, in two languages. */
export const defaultPeople: readonly DiscordPerson[] = [
  { id: '1100000000000000011', username: 'noor', globalName: 'Noor Haddad', locale: 'en-US', roles: [LEARNER_ROLE_ID] },
  { id: '1100000000000000012', username: 'lucia', globalName: 'Lucía Prieto', locale: 'es-ES', roles: [] },
  { id: '1100000000000000013', username: 'jonas', globalName: 'Jonas Weber', locale: 'en-GB', roles: [] },
  { id: '1100000000000000014', username: 'camila', globalName: 'Camila Rojas', locale: 'es-ES', roles: [] },
  {
    id: '1100000000000000015',
    username: 'priya',
    globalName: 'Priya Nair',
    locale: 'en-US',
    roles: [ADMIN_ROLE_ID],
    manageServer: true,
  },
];

/** The servers that exist; whether the bot is in them is part of the state. */
export function defaultServers(
  ownerId: string,
  extraChannels: readonly { readonly name: string; readonly botMay: BotAccess }[],
): readonly Server[] {
  const studyHall: Server = {
    id: SERVER_ID,
    name: 'Study Hall',
    ownerId,
    roles: [
      { id: ADMIN_ROLE_ID, name: 'Admins', position: 2 },
      { id: LEARNER_ROLE_ID, name: 'Learners', position: 1 },
    ],
    channels: [
      { id: CHANNEL_IDS.welcome, name: 'welcome', topic: 'Say hello', botMay: 'write' },
      { id: CHANNEL_IDS.study, name: 'study', topic: 'Ask anything', botMay: 'write' },
      {
        id: CHANNEL_IDS.tutoringAdmins,
        name: 'tutoring-admins',
        topic: 'What needs an admin',
        onlyRole: ADMIN_ROLE_ID,
        botMay: 'write',
      },
      ...extraChannels.map(({ name, botMay }, index) => ({
        id: `${1_100_000_000_000_000_150n + BigInt(index)}`,
        name,
        topic: '',
        botMay,
      })),
    ],
  };
  const chessClub: Server = {
    id: UNLISTED_SERVER_ID,
    name: 'Chess Club',
    ownerId,
    roles: [],
    channels: [{ id: '1100000000000000210', name: 'general', topic: 'Openings and endings', botMay: 'write' }],
  };
  return [studyHall, chessClub];
}
