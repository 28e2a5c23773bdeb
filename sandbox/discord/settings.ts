import { DEFAULT_TOKEN, type DiscordPerson, defaultPeople } from './place.ts';

/** What a test or a benchmark may want otherwise. */
export interface DiscordOptions {
  /** The bot's token. */
  readonly token?: string;
  readonly people?: readonly DiscordPerson[];
  /** Real milliseconds that the app has for its first answer; Discord gives 3000. */
  readonly deadlineMs?: number;
  readonly heartbeatMs?: number;
  /** False: nothing is ever answered with 429 or 40003; a number: the buckets' limits are so many times as fast over as in earnest. */
  readonly rateLimits?: boolean | number;
  /** Privileged intents that Discord approved, as bits (1 << 1 members, 1 << 8 presences, 1 << 15 message content). */
  readonly approvedIntents?: number;
  /** How often a day the bot may identify. */
  readonly identifiesPerDay?: number;
  /** How many people the bot may open a direct message with in ten minutes. */
  readonly newDmsPerTenMinutes?: number;
  /** Invalid requests (401, 403, 429) within ten minutes until Discord shuts the door. */
  readonly invalidRequestLimit?: number;
  /** More channels of Study Hall, for what a bot may not do. */
  readonly extraChannels?: readonly { readonly name: string; readonly botMay: 'nothing' | 'read' | 'write' }[];
  /** Channels that a server can have; Discord's own number unless a test lowers it. */
  readonly channelsMost?: number;
  /** The bot was also invited to Chess Club, a server that the app's settings do not name. */
  readonly unlistedServer?: boolean;
}

/** The options with Discord's own values where nothing else was asked for. */
export type Settings = Required<DiscordOptions>;

/** https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans */
const INVALID_REQUESTS = 10_000;
/** https://docs.discord.com/developers/events/gateway#identifying */
const IDENTIFIES_PER_DAY = 1000;
/** Discord does not publish this one; bots report a few dozen. */
const NEW_DMS = 40;

/** Fills in what was not asked for. */
export function settle(options: DiscordOptions): Settings {
  return {
    token: DEFAULT_TOKEN,
    people: defaultPeople,
    deadlineMs: 3000,
    heartbeatMs: 41_250,
    rateLimits: true,
    approvedIntents: 0,
    identifiesPerDay: IDENTIFIES_PER_DAY,
    newDmsPerTenMinutes: NEW_DMS,
    invalidRequestLimit: INVALID_REQUESTS,
    extraChannels: [],
    channelsMost: 500,
    unlistedServer: false,
    ...options,
  };
}
