// Made by hand because it asks where the usual libraries guess: of our phrases they read a fifth wrong without a word.

import { allLeft, type Leftovers, timeWordsLeft } from './leftovers.ts';
import { read } from './reading.ts';
import { type Answer, resolve, wallTime } from './resolve.ts';
import { restOf } from './rest.ts';
import { scan } from './scan.ts';
import { settle, type Told } from './settle.ts';
import type { Context, When } from './when.ts';

const MOST_TOKENS = 400; // beyond that nobody is writing a time

/**
 * Understands a moment as people write it. Wall-clock words are read in `context.zone`, or in a
 * zone the text names; `context.now` decides what "tomorrow" is. Never guesses: what can mean two things comes back as
 * candidates, what is missing as incomplete, and what was read beside words about time that were not is a doubt of its
 * own (`unclear`). A past moment comes back as it is. Never throws.
 */
export function parseWhen(text: string, context: Context): When {
  const reading = read(text, context.language, MOST_TOKENS);
  const now = Temporal.Instant.fromEpochMilliseconds(context.now.getTime()).toZonedDateTimeISO(context.zone);
  const told = settle(scan(reading), now.toPlainDate(), context);
  const hasDay = told.days.length > 0 || told.instants.length > 0 || told.relative !== undefined || told.isNow;
  const left = context.isField
    ? allLeft(reading, told.used)
    : timeWordsLeft(reading, told.used, hasDay && !told.isGuess);
  const length = told.lengthMinutes === undefined ? {} : { lengthMinutes: told.lengthMinutes };
  const weekly = told.isWeekly ? ({ weekly: true } as const) : {};
  const answer = doubted(resolve(told, now), left, told, hasDay);
  return { rest: restOf(reading, told.used), ...length, ...weekly, ...answer };
}

/** Nobody may believe what was read while words about it are left over; without a day it is not today's either. */
function doubted(answer: Answer, { words, tellDay }: Leftovers, told: Told, hasDay: boolean): Answer {
  if (words.length === 0) return answer;
  const unclear = { unclear: words };
  if (answer.kind !== 'moment' && answer.kind !== 'ambiguous') return { ...answer, ...unclear };
  if (!hasDay && tellDay)
    return { kind: 'incomplete', missing: 'day', times: (told.times?.minutes ?? []).map(wallTime), ...unclear };
  const [candidates, why] = answer.kind === 'moment' ? [[answer.start], []] : [answer.candidates, answer.why];
  return { kind: 'ambiguous', candidates, why: [...why, 'unclear'], ...unclear };
}
