import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../../core/log.ts';
import { errorInWords, withoutSecrets } from '../../core/told-error.ts';

/** Bolt's log goes into ours. Its debug lines hold whole payloads, so they go nowhere. */
export function boltLogger(log: Log): Logger {
  const to =
    (write: (data: object, message: string) => void) =>
    (...parts: unknown[]) =>
      write({ chat: 'slack' }, parts.map(inWords).join(' '));
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: to((data, message) => log.warn(data, message)),
    error: to((data, message) => log.error(data, message)),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

function inWords(part: unknown): string {
  return part instanceof Error ? errorInWords(part) : withoutSecrets(String(part));
}
