// Made by hand because it asks where the usual libraries guess: of our phrases they read a fifth wrong without a word.

import { read } from './reading.ts';
import { resolve } from './resolve.ts';
import { restOf } from './rest.ts';
import { scan } from './scan.ts';
import { settle } from './settle.ts';
import type { Context, When } from './when.ts';

const MOST_TOKENS = 400; // beyond that nobody is writing a time

/**
 * Understands a moment as people write it. Wall-clock words are read in `context.zone`, or in a
 * zone the text names; `context.now` decides what "tomorrow" is. Never guesses: what can mean two things comes back as
 * candidates, what is missing as incomplete. A past moment comes back as it is. Never throws.
 */
export function parseWhen(text: string, context: Context): When {
  const reading = read(text, context.language, MOST_TOKENS);
  const now = Temporal.Instant.fromEpochMilliseconds(context.now.getTime()).toZonedDateTimeISO(context.zone);
  const told = settle(scan(reading), now.toPlainDate(), context);
  const length = told.lengthMinutes === undefined ? {} : { lengthMinutes: told.lengthMinutes };
  const weekly = told.isWeekly ? ({ weekly: true } as const) : {};
  return { rest: restOf(reading, told.used), ...length, ...weekly, ...resolve(told, now) };
}
