/** What does not happen within this time is counted as failed. */
const PATIENCE_MS = 10_000;

/** Looks at the screens after every change, so that it is known to the moment when something was to be seen. */
export interface Watch {
  /** The stand-ins call this. */
  changed(): void;
  /** Resolves with what `look` finds. Rejects when it finds nothing for too long. */
  until<Found>(look: () => Found | undefined): Promise<Found>;
}

export function createWatch(): Watch {
  const waiting = new Set<() => void>();
  return {
    changed: () => {
      for (const look of waiting) look();
    },
    until: (look) => {
      const { promise, resolve, reject } = Promise.withResolvers<NonNullable<ReturnType<typeof look>>>();
      const again = () => {
        const found = look();
        if (found === undefined || found === null) return;
        clearTimeout(timer);
        waiting.delete(again);
        resolve(found);
      };
      const timer = setTimeout(() => {
        waiting.delete(again);
        reject(new Error('not seen in time'));
      }, PATIENCE_MS);
      waiting.add(again);
      again();
      return promise;
    },
  };
}
