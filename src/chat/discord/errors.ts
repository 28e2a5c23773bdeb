import { DiscordAPIError, RateLimitError } from 'discord.js';
import { RateLimited } from '../../conversation/chat.ts';

// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json-json-error-codes
export const UNKNOWN_CHANNEL = 10003;
export const UNKNOWN_GUILD = 10004;
export const UNKNOWN_MEMBER = 10007;
const UNKNOWN_MESSAGE = 10008;
const UNKNOWN_ROLE = 10011;
export const UNKNOWN_USER = 10013;
const UNKNOWN_WEBHOOK = 10015;
const UNKNOWN_INTERACTION = 10062;
export const OPENING_DMS_TOO_FAST = 40003;
const ALREADY_ACKNOWLEDGED = 40060;
export const MISSING_ACCESS = 50001;
const CANNOT_MESSAGE_USER = 50007;
const MISSING_PERMISSIONS = 50013;
const INVALID_WEBHOOK_TOKEN = 50027;
const NO_MUTUAL_SERVERS = 50278;

/** The person takes no DMs from the bot, or cannot be reached by it any more. */
export const DM_CLOSED: ReadonlySet<number> = new Set([
  CANNOT_MESSAGE_USER,
  NO_MUTUAL_SERVERS,
  UNKNOWN_USER,
  MISSING_ACCESS,
]);
/** They share no server with the bot any more, or are nobody any more. */
export const HAS_LEFT: ReadonlySet<number> = new Set([NO_MUTUAL_SERVERS, UNKNOWN_USER]);
/** The bot may not write there. */
export const CANNOT_WRITE: ReadonlySet<number> = new Set([MISSING_ACCESS, MISSING_PERMISSIONS]);
/** The bot may not give a role, there is no such role, or nobody to be given it. */
export const NOT_GIVEN: ReadonlySet<number> = new Set([
  MISSING_ACCESS,
  MISSING_PERMISSIONS,
  UNKNOWN_ROLE,
  UNKNOWN_MEMBER,
]);
/** The message, or where it was, is not there any more. */
export const GONE: ReadonlySet<number> = new Set([UNKNOWN_CHANNEL, UNKNOWN_MESSAGE]);
/** The interaction was answered too late, or has been answered: nothing can be said any more. */
const OVER: ReadonlySet<number> = new Set([
  UNKNOWN_WEBHOOK,
  UNKNOWN_INTERACTION,
  ALREADY_ACKNOWLEDGED,
  INVALID_WEBHOOK_TOKEN,
]);

/** Discord's code of an error, when it is one of Discord's. */
export function apiCode(error: unknown): number | undefined {
  return error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : undefined;
}

export function hasCode(error: unknown, codes: ReadonlySet<number>): boolean {
  const code = apiCode(error);
  return code !== undefined && codes.has(code);
}

export function isOver(error: unknown): boolean {
  return hasCode(error, OVER);
}

/** Discord does not know the bot's token any more; after it has said so once, its client sends nothing without a new one. */
export function isTokenRefused(error: unknown): boolean {
  if (error instanceof DiscordAPIError) return error.status === 401 && error.code !== INVALID_WEBHOOK_TOKEN;
  return error instanceof Error && /^Expected token to be set/.test(error.message);
}

/** The same error, or a RateLimited where Discord wants to be left alone: with all, or with one channel. */
export function asRateLimited(error: unknown): unknown {
  if (!(error instanceof RateLimitError)) return error;
  return new RateLimited(error.retryAfter / 1000, error.global ? 'discord' : undefined);
}

/** The channel was deleted, or the bot may not write there any more. */
export const NO_CHANNEL: ReadonlySet<number> = new Set([
  UNKNOWN_CHANNEL,
  UNKNOWN_GUILD,
  MISSING_ACCESS,
  MISSING_PERMISSIONS,
]);
