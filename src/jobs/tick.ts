import process from 'node:process';
import cron from 'node-cron';
import type { Log } from '../core/log.ts';

export interface TickOptions {
  /** Does what is due. Never runs twice at the same time. */
  readonly work: () => Promise<void>;
  readonly log: Log;
}

/** Does what is due each minute. It keeps nothing: what is due is read from the database, so a missed tick is made up for. */
export interface Tick {
  start(): void;
  /** Resolves when what runs has ended. */
  stop(): Promise<void>;
  /** Runs it now, after a run that is under way; resolves when it has ended. Those who ask meanwhile share one run. */
  run(): Promise<void>;
}

export function createTick({ work, log }: TickOptions): Tick {
  let current: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  const once = async () => {
    try {
      await work();
    } catch (error) {
      log.error({ error }, 'the tick failed; the next one makes up for it');
    }
  };

  const run = () => {
    next ??= current.then(() => {
      next = undefined;
      current = once();
      return current;
    });
    return next;
  };

  const quiet = {
    info: () => {},
    debug: () => {},
    warn: () => {},
    error: (error: unknown) => log.error({ error }, 'cron'),
  };
  // Where the host's clock goes back, node-cron does nothing for an hour, whatever `timezone` it is given: it drops the
  // milliseconds of its "now" in local time. Nothing of ours is in local time.
  // biome-ignore lint/style/noProcessEnv: the one way to tell it
  process.env['TZ'] = 'UTC';
  const task = cron.createTask('* * * * *', run, { noOverlap: true, suppressMissedWarning: true, logger: quiet });

  return {
    start: () => void task.start(),
    stop: async () => {
      await task.destroy();
      await (next ?? current);
    },
    run,
  };
}
