import { setTimeout as sleep } from 'node:timers/promises';

/** Work that has begun and must be finished before the chat closes. */
export interface InFlight {
  track<T>(work: Promise<T>): Promise<T>;
  count(): number;
  /** Resolves when nothing runs any more, or after `mostMs`. */
  drain(mostMs: number): Promise<void>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();
  return {
    track(work) {
      running.add(work);
      const done = () => running.delete(work);
      work.then(done, done);
      return work;
    },
    count: () => running.size,
    async drain(mostMs) {
      const deadline = AbortSignal.timeout(mostMs);
      const late = sleep(mostMs, undefined, { ref: false });
      while (running.size > 0 && !deadline.aborted) await Promise.race([Promise.allSettled([...running]), late]);
    },
  };
}
