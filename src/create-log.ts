import pino, { type DestinationStream, type Logger } from 'pino';
import type { Config } from './config/result.ts';
import { loggable } from './core/told-error.ts';

/**
 * The log: as loud as the settings say, and at every level without text of people, links with a secret in them and
 * tokens. It begins with what the settings leave in doubt. Left out, `to` is the standard output.
 */
export function createLog({ logLevel, notices }: Pick<Config, 'logLevel' | 'notices'>, to?: DestinationStream): Logger {
  const formatters = { log: (data: object) => loggable(data) as Record<string, unknown> };
  // pino's own serializer of `err` would come after ours, and knows of no secrets.
  const options = { level: logLevel, formatters, serializers: { err: (told: unknown) => told } };
  const log = to ? pino(options, to) : pino(options);
  for (const notice of notices) log.warn({}, notice);
  return log;
}
