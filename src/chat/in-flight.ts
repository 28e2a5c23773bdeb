import { within } from './within.ts';

/** Work that has begun and must be finished before the chat closes. */
export interface InFlight {
  track<T>(work: Promise<T>): Promise<T>;
  count(): number;
  /** Resolves when nothing runs any more, or after `mostMs`. */
  drain(mostMs: number): Promise<void>;
}

export function createInFlight(): InFlight {
  const running = new Set<Promise<unknown>>();

  const allEnded = async (): Promise<void> => {
    while (running.size > 0) await Promise.allSettled(running); // what runs may begin more
  };

  return {
    track(work) {
      running.add(work);
      const done = () => running.delete(work);
      work.then(done, done);
      return work;
    },
    count: () => running.size,
    drain: (mostMs) => within(mostMs, allEnded()),
  };
}
