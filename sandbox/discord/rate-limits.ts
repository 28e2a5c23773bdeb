import { createHash } from 'node:crypto';
import type { Settings } from './settings.ts';

/** https://docs.discord.com/developers/topics/rate-limits#global-rate-limit */
const GLOBAL_PER_SECOND = 50;
const INVALID_WINDOW_MS = 10 * 60_000;

/** How many requests of one kind Discord takes; it publishes none of these, they are what bots observe. */
const buckets: readonly { readonly route: RegExp; readonly limit: number; readonly windowMs: number }[] = [
  { route: /^POST \/channels\/\d+\/messages$/, limit: 5, windowMs: 5000 },
  { route: /^PATCH \/channels\/\d+\/messages\/\d+$/, limit: 5, windowMs: 5000 },
  { route: /^POST \/guilds\/\d+\/channels$/, limit: 10, windowMs: 15_000 },
  { route: /^DELETE \/channels\/\d+$/, limit: 5, windowMs: 5000 },
  { route: /^DELETE \/channels\/\d+\/messages\/\d+$/, limit: 5, windowMs: 5000 },
  { route: /^(POST|PATCH|DELETE|GET) \/webhooks\/\d+\/[^/]+/, limit: 5, windowMs: 5000 },
  { route: /^PUT \/applications\//, limit: 5, windowMs: 20_000 },
];

/** What an answer says about limits. */
export interface Verdict {
  readonly headers: Readonly<Record<string, string>>;
  /** Set: the request is refused, with this many seconds to wait. */
  readonly retryAfter?: number;
  readonly global?: boolean;
}

/** Counts requests, in real time. */
export interface RateLimits {
  /** `route` such as `POST /channels/1/messages`. */
  take(route: string): Verdict;
  countInvalid(): void;
  invalidRequests(): number;
  /** Too many invalid requests: Cloudflare answers instead of Discord. */
  isBanned(): boolean;
  /** Whether the bot may open one more direct message now. */
  mayOpenDm(): boolean;
}

/** Discord's limits: https://docs.discord.com/developers/topics/rate-limits */
export function createRateLimits(settings: Settings): RateLimits {
  const used = new Map<string, { count: number; resetAt: number }>();
  let second = { count: 0, resetAt: 0 };
  let invalid: number[] = [];
  let opened: number[] = [];
  const recent = (times: number[]) => times.filter((at) => at > Date.now() - INVALID_WINDOW_MS);

  return {
    take: (route) => {
      // Interaction callbacks are outside every limit.
      if (!settings.rateLimits || /^POST \/interactions\//.test(route)) return { headers: {} };
      const now = Date.now();
      // So are the webhooks of interactions outside the global one.
      if (!route.includes(' /webhooks/')) {
        if (now >= second.resetAt) second = { count: 0, resetAt: now + 1000 };
        second.count += 1;
        if (second.count > GLOBAL_PER_SECOND) {
          const retryAfter = (second.resetAt - now) / 1000;
          return { retryAfter, global: true, headers: { 'X-RateLimit-Global': 'true', 'X-RateLimit-Scope': 'global' } };
        }
      }
      const bucket = buckets.find((one) => one.route.test(route));
      if (!bucket) return { headers: {} };
      const key = keyOf(route);
      const known = used.get(key);
      const window =
        known && known.resetAt > now
          ? known
          : { count: 0, resetAt: now + bucket.windowMs / Number(settings.rateLimits) };
      if (window !== known) used.set(key, window);
      if (used.size > 10_000) used.clear();
      window.count += 1;
      const resetAfter = (window.resetAt - now) / 1000;
      const headers = {
        'X-RateLimit-Limit': String(bucket.limit),
        'X-RateLimit-Remaining': String(Math.max(0, bucket.limit - window.count)),
        'X-RateLimit-Reset': (window.resetAt / 1000).toFixed(3),
        'X-RateLimit-Reset-After': resetAfter.toFixed(3),
        'X-RateLimit-Bucket': createHash('md5').update(String(bucket.route)).digest('hex'),
      };
      if (window.count <= bucket.limit) return { headers };
      return { headers: { ...headers, 'X-RateLimit-Scope': 'user' }, retryAfter: resetAfter };
    },
    countInvalid: () => {
      invalid = recent([...invalid, Date.now()]);
    },
    invalidRequests: () => recent(invalid).length,
    isBanned: () => Boolean(settings.rateLimits) && recent(invalid).length >= settings.invalidRequestLimit,
    mayOpenDm: () => {
      if (!settings.rateLimits) return true;
      opened = recent(opened);
      if (opened.length >= settings.newDmsPerTenMinutes) return false;
      opened.push(Date.now());
      return true;
    },
  };
}

/** Requests with the same method and major parameter (channel, webhook with token) share a count. */
function keyOf(route: string): string {
  const [method, path = ''] = route.split(' ');
  const [, top, major, token] = path.split('/');
  return `${method} /${top}/${major}${top === 'webhooks' ? `/${token}` : ''}`;
}
