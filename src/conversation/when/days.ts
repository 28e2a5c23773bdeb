import type { Match, Reading } from './reading.ts';
import type { Part } from './sense.ts';

/** A day as it was written, before a calendar says which. */
export type Day =
  | { readonly is: 'offset'; readonly days: number; readonly months?: number; readonly part?: Part }
  /** 1 is Monday. */
  | {
      readonly is: 'weekday';
      readonly day: number;
      readonly which: 'bare' | 'coming' | 'next';
      readonly weak: boolean;
      readonly weekly: boolean;
    }
  | { readonly is: 'week'; readonly weeks: number }
  | { readonly is: 'date'; readonly readings: readonly DateWords[]; readonly weak?: boolean };

/** Missing parts are for the calendar to fill in. */
export interface DateWords {
  readonly day: number;
  readonly month?: number;
  readonly year?: number;
}

const LAST_DAY = 31;
const YEARS = { first: 2000, last: 2099 };

/** A day, a date or a week at `at`. */
export function dayAt(reading: Reading, at: number): Match<Day> | undefined {
  return wordAt(reading, at) ?? dateAt(reading, at) ?? weekdayAt(reading, at);
}

function wordAt(reading: Reading, at: number): Match<Day> | undefined {
  const day = reading.is(at, 'day');
  if (day) {
    const { days, part } = day.value;
    return { value: { is: 'offset', days, ...(part && { part }) }, next: day.next };
  }
  const week = reading.is(at, 'week');
  return week && { value: { is: 'week', weeks: week.value.weeks }, next: week.next };
}

/** "friday", "next fri", "el viernes que viene". */
function weekdayAt(reading: Reading, at: number): Match<Day> | undefined {
  const before = reading.is(at, 'next', 'this', 'coming', 'every');
  const weekday = reading.is(before?.next ?? at, 'weekday');
  if (!weekday) return undefined;
  const after = reading.is(weekday.next, 'week') ? undefined : reading.is(weekday.next, 'next');
  const isNext = after !== undefined || before?.value.is === 'next';
  const which = isNext ? 'next' : before?.value.is === 'coming' ? 'coming' : 'bare';
  const weak = weekday.value.weak === true && !before && !after;
  const weekly = before?.value.is === 'every' || weekday.value.plural === true;
  return { value: { is: 'weekday', day: weekday.value.day, which, weak, weekly }, next: after?.next ?? weekday.next };
}

function dateAt(reading: Reading, at: number): Match<Day> | undefined {
  return digitsAt(reading, at) ?? dayAndMonthAt(reading, at) ?? monthAndDayAt(reading, at) ?? dayOfMonthAt(reading, at);
}

/** 2026-12-01, 1.12.2026, 12/01. */
function digitsAt(reading: Reading, at: number): Match<Day> | undefined {
  const token = reading.tokens[at];
  if (token?.kind !== 'date') return undefined;
  const { first, second, order } = token;
  const year = token.year === undefined ? {} : { year: token.year };
  const monthFirst = { month: first, day: second, ...year };
  const dayFirst = { month: second, day: first, ...year };
  const isDayFirst = order === 'day-month' || (reading.language.lexicon.habits.dayBeforeMonth && second <= 12);
  const readings = order === 'month-day' ? [monthFirst] : isDayFirst ? [dayFirst] : [monthFirst, dayFirst];
  const valid = readings.filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= LAST_DAY);
  return valid.length > 0 ? { value: { is: 'date', readings: valid }, next: at + 1 } : undefined;
}

/** "1 Dec", "1st of December 2026", "el 1 de diciembre de 2026". */
function dayAndMonthAt(reading: Reading, at: number): Match<Day> | undefined {
  const day = dayNumberAt(reading, reading.is(at, 'the')?.next ?? at);
  const month = day && reading.is(joint(reading, day.next), 'month');
  if (!month) return undefined;
  const year = yearAt(reading, joint(reading, month.next));
  const date = { day: day.value, month: month.value.month, ...(year && { year: year.value }) };
  return { value: { is: 'date', readings: [date] }, next: year?.next ?? month.next };
}

/** "Dec 1st", "December 1, 2026". */
function monthAndDayAt(reading: Reading, at: number): Match<Day> | undefined {
  const month = reading.is(at, 'month');
  const the = month && (reading.is(month.next, 'the')?.next ?? joint(reading, month.next));
  const day = the === undefined ? undefined : dayNumberAt(reading, the);
  if (!month || !day || isHour(reading, day.next)) return undefined;
  const year = yearAt(reading, reading.mark(day.next, ',') ? day.next + 1 : joint(reading, day.next));
  const date = { day: day.value, month: month.value.month, ...(year && { year: year.value }) };
  return { value: { is: 'date', readings: [date] }, next: year?.next ?? day.next };
}

/** "the 3rd", "el 3", "día 3", "3rd". */
function dayOfMonthAt(reading: Reading, at: number): Match<Day> | undefined {
  const the = reading.is(at, 'the');
  const day = dayNumberAt(reading, the?.next ?? at);
  if (!day || isHour(reading, day.next)) return undefined;
  const token = reading.tokens[day.next - 1];
  if (token?.kind !== 'number') return undefined; // "the second" is too often something else
  if (!token.ordinal && !the?.value.withNumber) return undefined;
  return { value: { is: 'date', readings: [{ day: day.value }], weak: !the }, next: day.next };
}

function dayNumberAt(reading: Reading, at: number): Match<number> | undefined {
  const token = reading.tokens[at];
  if (token?.kind === 'number')
    return Number.isInteger(token.value) && token.value >= 1 && token.value <= LAST_DAY && token.digits.length <= 2
      ? { value: token.value, next: at + 1 }
      : undefined;
  const word = reading.is(at, 'ordinal', 'number');
  return word && word.value.value >= 1 && word.value.value <= LAST_DAY
    ? { value: word.value.value, next: word.next }
    : undefined;
}

function yearAt(reading: Reading, at: number): Match<number> | undefined {
  const token = reading.tokens[at];
  const isYear =
    token?.kind === 'number' && token.digits.length === 4 && token.value >= YEARS.first && token.value <= YEARS.last;
  return isYear && !isHour(reading, at + 1) ? { value: token.value, next: at + 1 } : undefined;
}

/** The "of" in "1 of December", or the dash in "1-dec". */
const joint = (reading: Reading, at: number) => reading.is(at, 'of')?.next ?? (reading.mark(at, '-/') ? at + 1 : at);

/** The number just before is an hour ("5pm", "17h"). */
const isHour = (reading: Reading, at: number) =>
  reading.tokens[at]?.kind === 'meridiem' || reading.is(at, 'unit')?.value.unit === 'hours';
