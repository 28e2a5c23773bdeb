import { POSTS_PER_CHANNEL, POSTS_PER_WORKSPACE, TIERS, type Tier } from './limits.ts';

const MINUTE_MS = 60_000;
// "1+ a minute": an app that restarts a few times within a minute is let in all the same.
const TIER_1_BURST = 20;

/** Counts calls in sliding windows of real time: https://docs.slack.dev/apis/web-api/rate-limits */
export interface RateLimits {
  /** Seconds to wait before this call may be made, or undefined when it may be made now (and then counts). */
  wait(method: string, tier: Tier | 'posting', channel: string | undefined): number | undefined;
}

/** `speed`: so many times as short are the windows; 0: no limits. `perChannel`: what Slack may bear of posts in one channel. */
export function createRateLimits(speed: number, perChannel = POSTS_PER_CHANNEL): RateLimits {
  const windows = new Map<string, number[]>();
  const secondsUntilFree = (key: string, calls: number, wholeMs: number, now: number) => {
    const windowMs = wholeMs / speed;
    const recent = (windows.get(key) ?? []).filter((at) => now - at < windowMs);
    windows.set(key, recent);
    const oldest = recent[recent.length - calls];
    return oldest === undefined ? 0 : Math.max(1, Math.ceil((oldest + windowMs - now) / 1000));
  };
  return {
    wait(method, tier, channel) {
      if (speed === 0) return undefined;
      const now = performance.now();
      const caps: [string, number, number][] =
        tier === 'posting'
          ? [
              [`${method} ${channel ?? ''}`, perChannel.calls, perChannel.windowMs],
              [method, POSTS_PER_WORKSPACE.calls, POSTS_PER_WORKSPACE.windowMs],
            ]
          : [[method, tier === 1 ? TIER_1_BURST : TIERS[tier], MINUTE_MS]];
      const seconds = Math.max(...caps.map(([key, calls, windowMs]) => secondsUntilFree(key, calls, windowMs, now)));
      if (seconds > 0) return seconds;
      for (const [key] of caps) windows.get(key)?.push(now);
      return undefined;
    },
  };
}
