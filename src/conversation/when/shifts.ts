import { daysAmountAt } from './amounts.ts';
import type { Day, Weekday } from './days.ts';
import { numberAt } from './numbers.ts';
import type { Match, Reading } from './reading.ts';

type DayAt = (reading: Reading, at: number) => Match<Day> | undefined;

const WEEK = 7;
/** Nobody counts further: "1730 day after tomorrow" begins with a time. */
const MOST_DAYS = 370;
const MOST_MONTHS = 12;

/** The 3 of "week 3", which is of something else; not that of "week 10am". */
const isBareNumber = (reading: Reading, at: number) =>
  reading.tokens[at]?.kind === 'number' &&
  reading.tokens[at + 1]?.kind !== 'meridiem' &&
  reading.is(at + 1, 'unit')?.value.unit !== 'hours';

/** A day told from another one: "a week from tuesday", "a fortnight today", "monday week", "two tuesdays from now". */
export function shiftedAt(reading: Reading, at: number, dayAt: DayAt): Match<Day> | undefined {
  return amountFromDayAt(reading, at, dayAt) ?? weekdaysFromNowAt(reading, at) ?? dayAndWeekAt(reading, at, dayAt);
}

/** "two weeks from monday", "a week on tuesday", "a week today", "the day before christmas", "una semana después del lunes". */
function amountFromDayAt(reading: Reading, at: number, dayAt: DayAt): Match<Day> | undefined {
  const amount = daysAmountAt(reading, at) ?? theDayAt(reading, at);
  if (!amount) return undefined;
  const isOne = isOneDay(reading, at); // "el día del lunes" is Monday
  const joint = isOne ? undefined : reading.is(amount.next, 'shift');
  const bound = reading.is(amount.next, 'bound');
  const from = joint?.next ?? (bound && (reading.is(bound.next, 'of')?.next ?? bound.next));
  if (isOne && !bound) return undefined;
  if (from === undefined && reading.is(at - 1, 'for')) return undefined; // "for 2 weeks | tomorrow 5pm"
  const day = from === undefined ? relativeWordAt(reading, amount.next, dayAt) : dayAt(reading, from);
  if (!day || day.value.is === 'week' || day.value.is === 'month') return undefined;
  const sign = !joint && bound?.value.side === 'before' ? -1 : 1;
  const [days, months] = [sign * amount.value.days, sign * amount.value.months];
  if (amount.value.days > MOST_DAYS || amount.value.months > MOST_MONTHS) return undefined;
  return { value: { is: 'shifted', from: coming(day.value), days, months }, next: day.next };
}

const isOneDay = (reading: Reading, at: number) =>
  daysAmountAt(reading, at) === undefined && theDayAt(reading, at) !== undefined;

/** "the day | after friday", "day | before christmas". */
function theDayAt(reading: Reading, at: number): Match<{ days: number; months: number }> | undefined {
  const unit = reading.is(at, 'unit') ?? (reading.is(at, 'the') && reading.is(at + 1, 'unit'));
  return unit?.value.unit === 'days' ? { value: { days: 1, months: 0 }, next: unit.next } : undefined;
}

/** Only "today" and its like stand right after an amount: "a week today". */
function relativeWordAt(reading: Reading, at: number, dayAt: DayAt): Match<Day> | undefined {
  return reading.is(at, 'day') ? dayAt(reading, at) : undefined;
}

/** Days are counted from the nearest one. */
const coming = (day: Day): Day => (day.is === 'weekday' && day.which === 'bare' ? { ...day, which: 'coming' } : day);

/** "two tuesdays from now", "in two tuesdays". */
function weekdaysFromNowAt(reading: Reading, at: number): Match<Day> | undefined {
  const prefix = reading.is(at, 'in');
  const from = prefix?.next ?? at;
  const token = reading.tokens[from];
  const isDigit = token?.kind === 'number' && !token.ordinal;
  const count = isDigit ? { value: token.value, next: from + 1 } : numberAt(reading, from);
  const weekday = count && reading.is(count.next, 'weekday');
  if (!count || !weekday || !Number.isInteger(count.value) || count.value < 1 || count.value > WEEK) return undefined;
  const suffix = prefix ? undefined : reading.is(weekday.next, 'from-now');
  if (!prefix && !suffix) return undefined;
  const base: Weekday = { is: 'weekday', day: weekday.value.day, which: 'coming', weak: false, weekly: false };
  return {
    value: { is: 'shifted', from: base, days: WEEK * (count.value - 1), months: 0 },
    next: suffix?.next ?? weekday.next,
  };
}

/** "monday week", "tomorrow fortnight": so many after that day. "week 3" is of something else. */
function dayAndWeekAt(reading: Reading, at: number, dayAt: DayAt): Match<Day> | undefined {
  if (!reading.is(at, 'weekday') && !reading.is(at, 'day')) return undefined;
  const day = dayAt(reading, at);
  const unit = day && reading.is(day.next, 'unit');
  if (!day || !unit || (unit.value.unit !== 'weeks' && unit.value.unit !== 'fortnights')) return undefined;
  if (isBareNumber(reading, unit.next) || reading.is(day.next, 'week')) return undefined;
  const days = unit.value.unit === 'weeks' ? WEEK : 2 * WEEK;
  return { value: { is: 'shifted', from: coming(day.value), days, months: 0 }, next: unit.next };
}
