import { setTimeout as sleep } from 'node:timers/promises';
import { PlatformFailed } from './platform.ts';

/** Waits before the second and the third try, for what is often over at once. */
export const PAUSES_MS: readonly number[] = [200, 800];
/** Limits per second are over sooner than this; who must wait longer had better go elsewhere. */
const LONGEST_WAIT_SECONDS = 5;

/** Asks again, a little, while a failure is one that `mayRepeat` and that does not make us wait for too long. */
export async function patiently<T>(
  ask: () => Promise<T>,
  mayRepeat: (failure: PlatformFailed) => boolean,
  pausesMs = PAUSES_MS,
): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await ask();
    } catch (error) {
      const waitMs = error instanceof PlatformFailed && mayRepeat(error) ? waitFor(error, pauseMs) : undefined;
      if (waitMs === undefined) throw error;
      await sleep(waitMs);
    }
  }
  return ask();
}

/** Milliseconds; undefined when it would take too long. */
function waitFor({ retryAfterSeconds: seconds }: PlatformFailed, pauseMs: number): number | undefined {
  if (seconds === undefined) return pauseMs + Math.random() * pauseMs;
  return seconds > LONGEST_WAIT_SECONDS ? undefined : seconds * 1000 + Math.random() * 100;
}
