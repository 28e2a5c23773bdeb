import { agreeingDay, dates, nthDay } from './calendar-dates.ts';
import { inWeek, nearestWeekday, WEEK, weekdayAhead, weekend } from './calendar-weeks.ts';
import type { DateWords, Day } from './days.ts';
import { type Days, distinct, together } from './days-meant.ts';

/** Until then it may still be the night before. */
const SMALL_HOURS = 5;

/** Puts all the day words of a text together. Undefined: no day was named. */
export function readDays(said: readonly Day[], now: Temporal.PlainDateTime): Days | undefined {
  const today = now.toPlainDate();
  const words = withWeeks(withMonths(said, today));
  const weeks = words.filter((word) => word.is === 'week');
  const weekdays = words.filter((word) => word.is === 'weekday');
  const fixed = words
    .filter((word) => word.is !== 'week' && word.is !== 'month' && word.is !== 'weekday')
    .map((word) => daysOf(word, now));
  const [week] = weeks;
  const [weekday] = weekdays;
  if (week && fixed.length === 0 && weekdays.length > 0)
    return together(weekdays.map(({ day }) => inWeek(today, week.weeks, day)));
  const [only] = fixed;
  if (weekday && only && weekdays.length === 1 && fixed.length === 1) {
    const date = words.find((word) => word.is === 'date');
    const agreed = agree(only, weekday.day, date?.readings ?? [], today);
    if (agreed) return agreed;
    if (date) return disagree(only, weekday.day, today);
  }
  return together([...fixed, ...weekdays.map((word) => weekdayAhead(word, today))]);
}

/** "next month on the 5th": the month is that of the dates beside it. */
function withMonths(words: readonly Day[], today: Temporal.PlainDate): readonly Day[] {
  const month = words.find((word) => word.is === 'month');
  const shift = words.find((word) => word.is === 'offset' && word.days === 0 && word.months);
  if (!month && !shift) return words;
  const isBareDate = (word: Day) => word.is === 'date' && word.readings.every((one) => one.month === undefined);
  if (!words.some(isBareDate)) return words;
  return words.flatMap((word) => {
    if (word === month || word === shift) return [];
    if (word.is !== 'date' || !isBareDate(word)) return [word];
    if (month) return [{ ...word, readings: word.readings.map((one) => ({ ...one, monthsAhead: month.months })) }];
    return [{ ...word, readings: word.readings.flatMap((one) => aroundMonth(one, shift, today)) }];
  });
}

/** "in three weeks on monday": that day of the week in three weeks, or the first one after them. */
function withWeeks(words: readonly Day[]): readonly Day[] {
  const shift = words.find((word) => word.is === 'offset' && word.days >= WEEK && word.days % WEEK === 0);
  if (shift?.is !== 'offset' || !words.some((word) => word.is === 'weekday')) return words;
  return words.flatMap((word) => {
    if (word === shift) return [];
    if (word.is !== 'weekday') return [word];
    return [{ is: 'shifted', from: { ...word, which: 'near' }, days: shift.days, months: shift.months ?? 0 } as const];
  });
}

/** "in 2 months on the 3rd": the 3rd of that month, or the first 3rd after two whole months. */
function aroundMonth({ day }: DateWords, shift: Day | undefined, today: Temporal.PlainDate): readonly DateWords[] {
  const months = shift?.is === 'offset' ? (shift.months ?? 0) : 0;
  return day >= today.day
    ? [{ day, monthsAhead: months }]
    : [months, months + 1].map((ahead) => ({ day, monthsAhead: ahead }));
}

/** What one word or phrase can mean by itself. */
function daysOf(word: Day, now: Temporal.PlainDateTime): Days {
  const today = now.toPlainDate();
  switch (word.is) {
    case 'offset':
      return { days: offsetDays(word, now), doubts: [] };
    case 'date':
      return dates(word.readings, today);
    case 'weekday':
      return weekdayAhead(word, today);
    case 'weekend':
      return weekend(word.which, today);
    case 'nth':
      return { days: nthDay(word, today), doubts: [] };
    case 'shifted': {
      const { days, doubts } = daysOf(word.from, now);
      return { days: days.map((day) => day.add({ months: word.months, days: word.days })), doubts };
    }
    case 'week':
    case 'month':
      return { days: [], doubts: [] };
  }
}

/** After midnight "tonight" may be the night that is passing; "esta madrugada" is always the next one. */
function offsetDays(word: Extract<Day, { is: 'offset' }>, now: Temporal.PlainDateTime): readonly Temporal.PlainDate[] {
  const today = now.toPlainDate();
  const day = today.add({ months: word.months ?? 0, days: word.days });
  if (word.days !== 0 || word.months) return [day];
  const isSmallHours = now.hour < SMALL_HOURS;
  if (word.part === 'night' && isSmallHours) return [today.subtract({ days: 1 }), today];
  if (word.part === 'dawn' && !isSmallHours) return [today.add({ days: 1 })];
  return [day];
}

/** A date that names its weekday too: the weekday chooses among the readings. */
function agree(dates: Days, weekday: number, words: readonly DateWords[], today: Temporal.PlainDate): Days | undefined {
  const fitting = dates.days.filter((day) => day.dayOfWeek === weekday);
  if (fitting.length > 0) return { days: fitting, doubts: dates.doubts };
  const later = words.flatMap((word) =>
    word.month === undefined ? (agreeingDay(word.day, weekday, today) ?? []) : [],
  );
  return later.length > 0 ? { days: later, doubts: [] } : undefined;
}

/** "friday 1 December", which is a Tuesday: both are asked about. */
function disagree(dates: Days, weekday: number, today: Temporal.PlainDate): Days {
  const named = dates.days.flatMap((day) => [day, nearestWeekday(day, weekday, today)]);
  return { days: distinct(named).sort(Temporal.PlainDate.compare), doubts: ['weekday-differs'] };
}
