import { RateLimited } from './chat.ts';

/** Remembers what a chat wants to be left alone with, so that it is not asked again before its time. */
export interface Gate {
  /** @throws RateLimited while `bucket` is closed. */
  pass(bucket: string): void;
  /** Closes it. What to throw, so that whoever would meet the same limit waits too, in all processes. */
  close(bucket: string, seconds: number): RateLimited;
}

export function createGate(now: () => number = performance.now.bind(performance)): Gate {
  const closed = new Map<string, number>();
  return {
    pass(bucket) {
      const left = (closed.get(bucket) ?? 0) - now();
      if (left > 0) throw new RateLimited(left / 1000, bucket);
      closed.delete(bucket);
    },
    close(bucket, seconds) {
      closed.set(bucket, now() + seconds * 1000);
      return new RateLimited(seconds, bucket);
    },
  };
}
