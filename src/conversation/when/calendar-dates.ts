import type { DateWords, Day } from './days.ts';
import { type Days, distinct } from './days-meant.ts';

/** A date without a year that passed this recently is that one, and past; older ones are next year's. */
const RECENTLY_PAST_DAYS = 62;
const MONTHS_TO_LOOK_AHEAD = 12;
/** "friday the 13th" is not the one of next August. */
const WEEKDAY_AND_NUMBER_DAYS = 62;
const LEAP_CYCLE_YEARS = 8;

export function dates(readings: readonly DateWords[], today: Temporal.PlainDate): Days {
  const days = distinct(readings.flatMap((reading) => dateOf(reading, today) ?? []));
  const isOrder = new Set(readings.map(({ month }) => month)).size > 1;
  return { days, doubts: days.length > 1 ? [isOrder ? 'day-or-month' : 'several'] : [] };
}

/** "friday the 4th": the next 4th that is a Friday, if it is near. */
export function agreeingDay(day: number, weekday: number, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  return daysOfMonth(day, today).find(
    (date) => date.dayOfWeek === weekday && today.until(date).days <= WEEKDAY_AND_NUMBER_DAYS,
  );
}

/** "first monday of december", "last day of the month"; none where the month has no fifth one. */
export function nthDay(
  { nth, weekday, month }: Extract<Day, { is: 'nth' }>,
  today: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const inMonth = (first: Temporal.PlainDate) => {
    const all = Array.from({ length: first.daysInMonth }, (_, index) => first.add({ days: index }));
    return all.filter((day) => weekday === undefined || day.dayOfWeek === weekday).at(nth > 0 ? nth - 1 : nth);
  };
  const first = today.with({ day: 1 });
  if (month.monthsAhead !== undefined) return [inMonth(first.add({ months: month.monthsAhead })) ?? []].flat();
  const firsts = Array.from({ length: MONTHS_TO_LOOK_AHEAD + 1 }, (_, months) => first.add({ months }));
  const found = firsts.filter((one) => one.month === month.month).flatMap((one) => inMonth(one) ?? []);
  return found.filter((day) => Temporal.PlainDate.compare(day, today) >= 0).slice(0, 1);
}

function daysOfMonth(day: number, today: Temporal.PlainDate): Temporal.PlainDate[] {
  return Array.from({ length: MONTHS_TO_LOOK_AHEAD }, (_, months) => today.with({ day: 1 }).add({ months }))
    .filter((month) => day <= month.daysInMonth)
    .map((month) => month.with({ day }))
    .filter((date) => Temporal.PlainDate.compare(date, today) >= 0);
}

/** Fills in the month or the year that was not said; undefined when there is no such day. */
function dateOf(
  { day, month, year, monthsAhead, isAhead }: DateWords,
  today: Temporal.PlainDate,
): Temporal.PlainDate | undefined {
  if (monthsAhead !== undefined) {
    const of = today.with({ day: 1 }).add({ months: monthsAhead });
    return existing(of.year, of.month, day);
  }
  if (month === undefined) return daysOfMonth(day, today)[0];
  if (year !== undefined) return existing(year, month, day);
  const earliest = isAhead ? today : today.subtract({ days: RECENTLY_PAST_DAYS });
  const years = Array.from({ length: LEAP_CYCLE_YEARS + 2 }, (_, index) => earliest.year + index);
  return years
    .map((candidate) => existing(candidate, month, day))
    .find((date) => date && Temporal.PlainDate.compare(date, earliest) >= 0);
}

function existing(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' });
  return date.day === day && date.month === month ? date : undefined;
}
