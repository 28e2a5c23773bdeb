import { zoomError } from './errors.ts';
import type { Plan } from './settings.ts';

export type Category = 'Light' | 'Medium' | 'Heavy';

/** A second, for the whole account: https://developers.zoom.us/docs/api/rate-limits/#rate-limits-by-account-type */
const PER_SECOND: Readonly<Record<Plan, Readonly<Record<Category, number>>>> = {
  free: { Light: 4, Medium: 2, Heavy: 1 },
  pro: { Light: 30, Medium: 20, Heavy: 10 },
  business: { Light: 80, Medium: 60, Heavy: 40 },
};
/** https://developers.zoom.us/docs/api/rate-limits/#user-level-rate-limits */
const WRITES_PER_DAY = 100;

export interface RateLimits {
  /** Counts a request in real time, and gives the headers of its answer. @throws ZoomError */
  count(category: Category): Readonly<Record<string, string>>;
  /** Counts a meeting made or changed for this user, in days of the stage's clock. @throws ZoomError */
  countWrite(userId: string): void;
}

export function createRateLimits(plan: Plan, isOn: boolean, now: () => Date): RateLimits {
  const recent = new Map<Category, number[]>();
  const writes = new Map<string, number>();
  return {
    count(category) {
      if (!isOn) return {};
      const limit = PER_SECOND[plan][category];
      const since = performance.now() - 1000;
      const times = (recent.get(category) ?? []).filter((at) => at > since);
      recent.set(category, times);
      if (times.length >= limit) throw perSecond(category, limit);
      times.push(performance.now());
      return headers(category, 'QPS', limit, limit - times.length);
    },
    countWrite(userId) {
      const key = `${userId} ${now().toISOString().slice(0, 10)}`;
      const count = writes.get(key) ?? 0;
      if (isOn && count >= WRITES_PER_DAY) throw perDay(now());
      writes.set(key, count + 1);
    },
  };
}

export function perSecond(category: Category, limit = 1) {
  const message = 'You have reached the maximum per-second rate limit for this API. Try again later.';
  return zoomError(429, 429, message, { headers: { ...headers(category, 'QPS', limit, 0), 'X-RateLimit-Reset': '1' } });
}

export function perDay(now: Date) {
  const midnight = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1));
  return zoomError(
    429,
    429,
    'You have reached the maximum daily rate limit for this API. Refer to the response header for details on when you can make another request.',
    {
      headers: {
        ...headers('Heavy', 'Daily-limit', WRITES_PER_DAY, 0),
        'Retry-After': `${midnight.toISOString().slice(0, 19)}Z`,
      },
    },
  );
}

function headers(category: Category, type: string, limit: number, remaining: number) {
  return {
    'X-RateLimit-Category': category,
    'X-RateLimit-Type': type,
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
  };
}
