import type { Clock } from '../core/clock.ts';
import { PlatformFailed } from './platform.ts';
import type { Allowance, Usage } from './usage.ts';

/** Counts what is asked of a vendor. Fed by each platform's HTTP layer, where every request passes. */
export interface Calls {
  /** Runs one request, and counts it and its failure. */
  count<T>(work: () => Promise<T>): Promise<T>;
  /** What an answer said of how much is left. */
  noteLeft(allowance: Allowance): void;
  usage(writesLeftToday?: number): Usage;
}

export function createCalls(now: Clock): Calls {
  const left = new Map<string, Allowance>();
  let day = '';
  let calls = 0;
  let failures = 0;
  let lastFailure: Usage['lastFailure'];

  const turnDay = () => {
    const today = now().toISOString().slice(0, 10);
    if (today === day) return;
    day = today;
    calls = 0;
    failures = 0;
    left.clear();
  };
  return {
    async count(work) {
      turnDay();
      calls += 1;
      try {
        return await work();
      } catch (error) {
        // That something is not there is an answer like any other.
        if (error instanceof PlatformFailed && error.why === 'gone') throw error;
        failures += 1;
        const { why, detail } =
          error instanceof PlatformFailed ? error : { why: 'not-understood' as const, detail: undefined };
        lastFailure = { why, detail, at: now() };
        throw error;
      }
    },
    noteLeft(allowance) {
      turnDay();
      left.set(`${allowance.per} ${allowance.of}`, allowance);
    },
    usage(writesLeftToday) {
      turnDay();
      return { calls, failures, lastFailure, left: [...left.values()], writesLeftToday };
    },
  };
}
