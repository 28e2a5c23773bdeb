import { numberAt } from './numbers.ts';
import type { Match, Reading } from './reading.ts';
import type { Unit } from './sense.ts';

/** A stretch of time as people say it. Days, weeks and months are of the calendar. */
export interface Amount {
  readonly minutes: number;
  readonly days: number;
  readonly months: number;
}

const MINUTES_PER = { minutes: 1, hours: 60 } as const;
const DAYS_PER = { days: 1, weeks: 7, fortnights: 14 } as const;
const MONTHS_PER = { months: 1, years: 12 } as const;
/** Units of one letter, right after the number: "1d 2h". */
const LETTERS: Readonly<Record<string, Unit>> = { d: 'days', w: 'weeks' };
export const LARGEST = 100_000; // of any unit; keeps dates within what a calendar holds

export function countAt(reading: Reading, at: number): Match<number> | undefined {
  const token = reading.tokens[at];
  const share = shareAt(reading, at);
  if (share) return share;
  if (token?.kind === 'number' && !token.ordinal) {
    const more = shareAt(reading, at + 1); // 1 1/2 hours
    return more ? { value: token.value + more.value, next: more.next } : { value: token.value, next: at + 1 };
  }
  const word = numberAt(reading, at);
  if (word) return word;
  const article = reading.is(at, 'article');
  return article && { value: 1, next: article.next };
}

/** The 3/4 of "3/4 hour". */
function shareAt(reading: Reading, at: number): Match<number> | undefined {
  const token = reading.tokens[at];
  const isShare = token?.kind === 'date' && token.year === undefined && token.first < token.second;
  if (!isShare) return undefined;
  const of = reading.is(at + 1, 'of')?.next ?? at + 1; // "3/4 of an hour"
  const unit = reading.is(of, 'article')?.next ?? of;
  return { value: token.first / token.second, next: reading.is(unit, 'unit') ? unit : at + 1 };
}

/** A share of an hour looks like a date: "3/4 hour". */
export function isShareOfHour(reading: Reading, at: number): boolean {
  const share = shareAt(reading, at);
  return share !== undefined && unitAt(reading, share.next)?.unit === 'hours';
}

export function unitAt(reading: Reading, at: number) {
  const hyphen = reading.mark(at, '-') ? at + 1 : at;
  const token = reading.tokens[hyphen];
  const letter = token?.glued && token.kind === 'word' ? LETTERS[token.word] : undefined;
  if (letter) return { unit: letter, next: hyphen + 1, clockFrom: Number.POSITIVE_INFINITY };
  const short = token?.glued && (token.kind === 'word' ? token.word === 'm' : reading.mark(hyphen, "'′"));
  if (short) return { unit: 'minutes' as const, next: hyphen + 1, clockFrom: Number.POSITIVE_INFINITY };
  const sense = reading.is(hyphen, 'unit');
  if (!sense) return undefined;
  const { unit, clock } = sense.value;
  const clockFrom = clock === 'from-5' ? 5 : clock === 'from-13' ? 13 : Number.POSITIVE_INFINITY;
  return { unit, next: sense.next, clockFrom };
}

export function inUnits(count: number, unit: Unit): Amount {
  switch (unit) {
    case 'months':
    case 'years':
      return { minutes: 0, days: 0, months: Math.min(Math.round(count * MONTHS_PER[unit]), LARGEST / 100) };
    case 'days':
    case 'weeks':
    case 'fortnights':
      return { minutes: 0, days: Math.round(count * DAYS_PER[unit]), months: 0 };
    case 'minutes':
    case 'hours':
      return minutes(count * MINUTES_PER[unit]);
  }
}

export const minutes = (count: number): Amount => ({ minutes: count, days: 0, months: 0 });

export const plus = (a: Amount | undefined, b: Amount): Amount => ({
  minutes: (a?.minutes ?? 0) + b.minutes,
  days: (a?.days ?? 0) + b.days,
  months: (a?.months ?? 0) + b.months,
});
