/** A token bucket for each source: so many a second, and a few more at once. It protects this process, and counts for it alone. */
export interface RateLimit {
  /** False when this source has to wait. */
  take(source: string): boolean;
}

/** Beyond so many sources those that have been quiet are forgotten. */
const MOST_SOURCES = 10_000;

export function createRateLimit(perSecond: number, atOnce: number, nowMs = () => performance.now()): RateLimit {
  const buckets = new Map<string, { left: number; at: number }>();
  const leftNow = ({ left, at }: { left: number; at: number }, now: number) =>
    Math.min(atOnce, left + ((now - at) / 1000) * perSecond);

  return {
    take(source) {
      const now = nowMs();
      if (buckets.size > MOST_SOURCES)
        for (const [one, bucket] of buckets) if (leftNow(bucket, now) >= atOnce) buckets.delete(one);
      const left = leftNow(buckets.get(source) ?? { left: atOnce, at: now }, now);
      const isAllowed = left >= 1;
      buckets.set(source, { left: isAllowed ? left - 1 : left, at: now });
      return isAllowed;
    },
  };
}
