/** A clock that runs like the real one but may be moved on. */
export interface MovingClock {
  now(): Date;
  /** Milliseconds that it is ahead of the real one. */
  aheadMs(): number;
  /** Throws when `to` lies in its past: what has happened stays happened. */
  moveTo(to: Date): void;
  /** Back to the real time. */
  reset(): void;
}

/** `real` is the clock of the machine, in milliseconds. */
export function movingClock(aheadMs = 0, real: () => number = Date.now): MovingClock {
  let ahead = aheadMs;
  return {
    now: () => new Date(real() + ahead),
    aheadMs: () => ahead,
    moveTo: (to) => {
      const next = to.getTime() - real();
      if (next < ahead) throw new Error('The clock only moves on. “Start over” sets it back to the real time.');
      ahead = next;
    },
    reset: () => {
      ahead = 0;
    },
  };
}
