import { isShareOfHour } from './amount-units.ts';
import { dateAt, dayNumberAt } from './dates.ts';
import { ordinalAt } from './numbers.ts';
import type { Match, Reading } from './reading.ts';
import type { Part } from './sense.ts';
import { shiftedAt } from './shifts.ts';

/** A day as it was written, before a calendar says which. */
export type Day =
  | {
      readonly is: 'offset';
      readonly days: number;
      readonly months?: number;
      readonly part?: Part;
      readonly weak?: boolean;
    }
  /** 1 is Monday. */
  | Weekday
  | { readonly is: 'weekend'; readonly which: 'bare' | 'next' }
  | { readonly is: 'week'; readonly weeks: number }
  | { readonly is: 'month'; readonly months: number }
  | { readonly is: 'date'; readonly readings: readonly DateWords[]; readonly weak?: boolean }
  /** "first monday of december"; `nth` counts from the end when it is negative. Without a weekday: "last day of". */
  | { readonly is: 'nth'; readonly nth: number; readonly weekday?: number; readonly month: MonthWords }
  /** "a week from tuesday": so many days and months after another day. */
  | { readonly is: 'shifted'; readonly from: Day; readonly days: number; readonly months: number };

export interface Weekday {
  readonly is: 'weekday';
  readonly day: number;
  /** `near`: the one in the week that is meant, and the next. */
  readonly which: 'near' | 'bare' | 'coming' | 'next' | 'after-next' | 'last';
  readonly weak: boolean;
  readonly weekly: boolean;
}

/** Missing parts are for the calendar to fill in. */
export interface DateWords {
  readonly day: number;
  readonly month?: number;
  readonly year?: number;
  /** Of the month so many after this one: "the 5th of next month". */
  readonly monthsAhead?: number;
  /** Never the one that has just passed: "halloween". */
  readonly isAhead?: true;
}

export type MonthWords = Omit<DateWords, 'day'>;

/** A day, a date or a week at `at`. */
export function dayAt(reading: Reading, at: number): Match<Day> | undefined {
  if (isShareOfHour(reading, at)) return undefined;
  const day = shiftedAt(reading, at, plainDayAt) ?? plainDayAt(reading, at);
  return day && inEightAt(reading, day);
}

function plainDayAt(reading: Reading, at: number): Match<Day> | undefined {
  return (
    nthAt(reading, at) ?? wordAt(reading, at) ?? dateAt(reading, at) ?? weekdayAt(reading, at) ?? ofDayAt(reading, at)
  );
}

function wordAt(reading: Reading, at: number): Match<Day> | undefined {
  const day = reading.is(at, 'day');
  if (day) {
    const { days, part, weak } = day.value;
    return { value: { is: 'offset', days, ...(part && { part }), ...(weak && { weak }) }, next: day.next };
  }
  const week = reading.is(at, 'week');
  if (week) return { value: { is: 'week', weeks: week.value.weeks }, next: week.next };
  const month = reading.is(at, 'month-ahead');
  if (month) return { value: { is: 'month', months: month.value.months }, next: month.next };
  const holiday = reading.is(reading.is(at, 'the')?.next ?? at, 'holiday');
  if (!holiday) return undefined;
  const { day: ofMonth, month: named } = holiday.value;
  return {
    value: { is: 'date', readings: [{ day: ofMonth, month: named, isAhead: true }], weak: true },
    next: holiday.next,
  };
}

/** "friday", "next fri", "el viernes que viene", "monday after next", "last friday". */
function weekdayAt(reading: Reading, at: number): Match<Day> | undefined {
  const first = reading.is(at, 'next', 'this', 'coming', 'every', 'last');
  const again = first?.value.is === 'next' ? reading.is(first.next, 'next') : undefined; // "next next monday"
  const before = again ?? first;
  const group = reading.is(past(reading, before?.next ?? at), 'weekdays');
  if (group && isWeekend(group.value.days)) {
    const which = before?.value.is === 'next' || reading.is(group.next, 'next') ? 'next' : 'bare';
    if (before?.value.is === 'every' || before?.value.is === 'last') return undefined;
    return { value: { is: 'weekend', which }, next: reading.is(group.next, 'next')?.next ?? group.next };
  }
  const weekday = reading.is(before?.next ?? at, 'weekday');
  if (!weekday) return undefined;
  const after = reading.is(weekday.next, 'week') ? undefined : reading.is(weekday.next, 'next', 'after-next', 'last');
  const isNext = after?.value.is === 'next' || before?.value.is === 'next';
  const isLast = after?.value.is === 'last' || before?.value.is === 'last';
  const which =
    again || after?.value.is === 'after-next'
      ? 'after-next'
      : isLast
        ? 'last'
        : isNext
          ? 'next'
          : before?.value.is === 'coming'
            ? 'coming'
            : 'bare';
  const weak = weekday.value.weak === true && !before && !after;
  const weekly = before?.value.is === 'every' || weekday.value.plural === true;
  return { value: { is: 'weekday', day: weekday.value.day, which, weak, weekly }, next: after?.next ?? weekday.next };
}

const past = (reading: Reading, at: number) => reading.is(at, 'the')?.next ?? at;
const isWeekend = (days: readonly number[]) => days.length === 2;

/** "first monday of december", "el último viernes del mes", "the last day of february". */
function nthAt(reading: Reading, at: number): Match<Day> | undefined {
  const the = past(reading, at);
  const last = reading.is(the, 'last') ?? reading.is(at, 'last');
  const token = reading.tokens[the];
  const nth = last
    ? { value: -1, next: last.next }
    : token?.kind === 'number' && token.ordinal
      ? { value: token.value, next: the + 1 }
      : ordinalAt(reading, the);
  if (!nth || nth.value > 5) return undefined;
  const weekday = reading.is(nth.next, 'weekday');
  const unit = weekday ? undefined : reading.is(nth.next, 'unit');
  if (!weekday && (unit?.value.unit !== 'days' || nth.value !== -1)) return undefined;
  const next = weekday?.next ?? unit?.next ?? at;
  const month = monthWordsAt(reading, reading.is(next, 'of', 'in')?.next ?? next);
  if (!month) return undefined;
  const day = {
    is: 'nth',
    nth: nth.value,
    ...(weekday && { weekday: weekday.value.day }),
    month: month.value,
  } as const;
  return { value: day, next: month.next };
}

/** "december", "december 2027", "next month", "the month". */
function monthWordsAt(reading: Reading, at: number): Match<MonthWords> | undefined {
  const ahead = reading.is(at, 'month-ahead');
  if (ahead) return { value: { monthsAhead: ahead.value.months }, next: ahead.next };
  const own = reading.is(at, 'the-month');
  if (own) return { value: { monthsAhead: 0 }, next: own.next };
  const month = reading.is(at, 'month');
  return month && { value: { month: month.value.month }, next: month.next };
}

/** "de mañana", after something that can only be of a day: the phrase alone may mean the morning. */
function ofDayAt(reading: Reading, at: number): Match<Day> | undefined {
  const of = reading.is(at, 'of');
  const day = of && reading.is(of.next, 'day', 'weekday');
  if (!of || !day || !isInEight(reading, day.next)) return undefined;
  return wordAt(reading, of.next) ?? weekdayAt(reading, of.next);
}

/** "de hoy en ocho": a week later, where a week counts both its ends. */
function inEightAt(reading: Reading, day: Match<Day>): Match<Day> {
  const days = isInEight(reading, day.next);
  if (!days) return day;
  const { value: from } = day;
  return { value: { is: 'shifted', from, days: days.value, months: 0 }, next: days.next };
}

function isInEight(reading: Reading, at: number): Match<number> | undefined {
  const prefix = reading.language.lexicon.habits.weekHasEightDays ? reading.is(at, 'in') : undefined;
  const count = prefix && dayNumberAt(reading, prefix.next);
  if (!count || (count.value !== 8 && count.value !== 15)) return undefined;
  const unit = reading.is(count.next, 'unit');
  if (unit && unit.value.unit !== 'days') return undefined;
  return { value: count.value - 1, next: unit?.next ?? count.next };
}
