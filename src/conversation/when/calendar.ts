import type { DateWords, Day } from './days.ts';
import type { Doubt } from './when.ts';

/** The days that words can mean, and why there are several. */
export interface Days {
  readonly days: readonly Temporal.PlainDate[];
  readonly doubts: readonly Doubt[];
}

const WEEK = 7;
/** A date without a year that passed this recently is that one, and past; older ones are next year's. */
const RECENTLY_PAST_DAYS = 62;
const MONTHS_TO_LOOK_AHEAD = 12;
/** "friday the 13th" is not the one of next August. */
const WEEKDAY_AND_NUMBER_DAYS = 62;
const LEAP_CYCLE_YEARS = 8;

/** Puts all the day words of a text together. Undefined: no day was named. */
export function readDays(words: readonly Day[], today: Temporal.PlainDate): Days | undefined {
  const weeks = words.filter((word) => word.is === 'week');
  const weekdays = words.filter((word) => word.is === 'weekday');
  const fixed = words
    .filter((word) => word.is === 'offset' || word.is === 'date')
    .map((word) => fixedDays(word, today));
  const [week] = weeks;
  const [weekday] = weekdays;
  if (week && fixed.length === 0 && weekdays.length > 0)
    return together(weekdays.map(({ day }) => ({ days: [dayOfWeek(today, week.weeks, day)], doubts: [] })));
  const [only] = fixed;
  if (weekday && only && weekdays.length === 1 && fixed.length === 1) {
    const date = words.find((word) => word.is === 'date');
    const agreed = agree(only, weekday.day, date?.readings ?? [], today);
    if (agreed) return agreed;
    if (date) return disagree(only, weekday.day, today);
  }
  return together([...fixed, ...weekdays.map((word) => weekdayAhead(word, today))]);
}

function together(found: readonly Days[]): Days | undefined {
  if (found.length === 0) return undefined;
  const days = distinct(found.flatMap((one) => one.days)).sort(Temporal.PlainDate.compare);
  const doubts = found.flatMap((one) => one.doubts);
  return { days, doubts: found.length > 1 && days.length > 1 ? [...doubts, 'several'] : doubts };
}

const distinct = (days: readonly Temporal.PlainDate[]) =>
  days.filter((day, index) => days.findIndex((other) => other.equals(day)) === index);

/** Day `day` (1 is Monday) of the calendar week `weeks` after this one; weeks begin on Monday. */
const dayOfWeek = (today: Temporal.PlainDate, weeks: number, day: number) =>
  today.add({ days: WEEK * weeks + day - today.dayOfWeek });

function weekdayAhead(word: Extract<Day, { is: 'weekday' }>, today: Temporal.PlainDate): Days {
  const ahead = (word.day - today.dayOfWeek + WEEK) % WEEK;
  const nearest = today.add({ days: ahead || WEEK });
  if (word.which === 'coming') return { days: [nearest], doubts: [] };
  const other = word.which === 'next' ? dayOfWeek(today, 1, word.day) : ahead === 0 ? today : nearest;
  const days = distinct([other, nearest]).sort(Temporal.PlainDate.compare);
  return { days, doubts: days.length > 1 ? ['which-week'] : [] };
}

function fixedDays(word: Extract<Day, { is: 'offset' | 'date' }>, today: Temporal.PlainDate): Days {
  if (word.is === 'offset') return { days: [today.add({ months: word.months ?? 0, days: word.days })], doubts: [] };
  const days = distinct(word.readings.flatMap((reading) => dateOf(reading, today) ?? []));
  return { days, doubts: days.length > 1 ? ['day-or-month'] : [] };
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

function nearestWeekday(day: Temporal.PlainDate, weekday: number, today: Temporal.PlainDate): Temporal.PlainDate {
  const ahead = (weekday - day.dayOfWeek + WEEK) % WEEK;
  const before = day.add({ days: ahead - WEEK });
  return ahead > WEEK / 2 && Temporal.PlainDate.compare(before, today) >= 0 ? before : day.add({ days: ahead });
}

/** "friday the 4th": the next 4th that is a Friday, if it is near. */
export function agreeingDay(day: number, weekday: number, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  return daysOfMonth(day, today).find(
    (date) => date.dayOfWeek === weekday && today.until(date).days <= WEEKDAY_AND_NUMBER_DAYS,
  );
}

function daysOfMonth(day: number, today: Temporal.PlainDate): Temporal.PlainDate[] {
  return Array.from({ length: MONTHS_TO_LOOK_AHEAD }, (_, months) => today.with({ day: 1 }).add({ months }))
    .filter((month) => day <= month.daysInMonth)
    .map((month) => month.with({ day }))
    .filter((date) => Temporal.PlainDate.compare(date, today) >= 0);
}

/** Fills in the month or the year that was not said; undefined when there is no such day. */
function dateOf({ day, month, year }: DateWords, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  if (month === undefined) return daysOfMonth(day, today)[0];
  if (year !== undefined) return existing(year, month, day);
  const earliest = today.subtract({ days: RECENTLY_PAST_DAYS });
  const years = Array.from({ length: LEAP_CYCLE_YEARS + 2 }, (_, index) => earliest.year + index);
  return years
    .map((candidate) => existing(candidate, month, day))
    .find((date) => date && Temporal.PlainDate.compare(date, earliest) >= 0);
}

function existing(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  const date = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' });
  return date.day === day && date.month === month ? date : undefined;
}
