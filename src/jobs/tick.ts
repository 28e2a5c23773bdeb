import { schedule } from 'node-cron';
import type { Log } from '../core/log.ts';

/** Each minute. It holds no state: what is due is read from the database. */
const EACH_MINUTE = '* * * * *';

export interface Tick {
  start(): void;
  /** Waits for a run that is under way. */
  stop(): Promise<void>;
  /** Runs at once; when a run is under way, after it. Never two at the same time. */
  run(): Promise<void>;
}

/** Does `work` each minute. An error is logged and made up for by the next run. */
export function createTick({ work, log }: { readonly work: () => Promise<void>; readonly log: Log }): Tick {
  let last: Promise<void> = Promise.resolve();
  const run = (): Promise<void> => {
    last = last.then(work).catch((error: unknown) => log.error({ err: error }, 'a tick failed'));
    return last;
  };
  const task = schedule(EACH_MINUTE, run, { noOverlap: true });
  void task.stop();
  return {
    run,
    start: () => void task.start(),
    stop: async () => {
      await task.destroy();
      await last;
    },
  };
}
