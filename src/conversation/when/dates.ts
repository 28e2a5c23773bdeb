import type { DateWords, Day } from './days.ts';
import { numberAt, ordinalAt } from './numbers.ts';
import type { Match, Reading } from './reading.ts';

const LAST_DAY = 31;
const LAST_MONTH = 12;
const YEARS = { first: 2000, last: 2099 };

/** A date at `at`: in digits, with the name of its month, or only the day of a month. */
export function dateAt(reading: Reading, at: number): Match<Day> | undefined {
  return (
    digitsAt(reading, at) ??
    dashedAt(reading, at) ??
    dayAndMonthAt(reading, at) ??
    monthAndDayAt(reading, at) ??
    dayOfMonthAt(reading, at)
  );
}

/** 2026-12-01, 1.12.2026, 12/01, "dia 4/12". */
function digitsAt(reading: Reading, at: number): Match<Day> | undefined {
  const the = reading.is(at, 'the');
  const from = the?.value.withNumber ? the.next : at;
  const token = reading.tokens[from];
  if (token?.kind !== 'date' || reading.tokens[from + 1]?.kind === 'meridiem') return undefined; // "4/5pm"
  const { first, second, order } = token;
  const year = token.year === undefined ? {} : { year: token.year };
  const readings = readingsOf(first, second, order, reading).map((date) => ({ ...date, ...year }));
  return readings.length > 0 ? { value: { is: 'date', readings }, next: from + 1 } : undefined;
}

function readingsOf(first: number, second: number, order: string, reading: Reading): readonly DateWords[] {
  const monthFirst = { month: first, day: second };
  const dayFirst = { month: second, day: first };
  const isDayFirst = order === 'day-month' || (reading.language.lexicon.habits.dayBeforeMonth && second <= LAST_MONTH);
  const readings = order === 'month-day' ? [monthFirst] : isDayFirst ? [dayFirst] : [monthFirst, dayFirst];
  return readings.filter(({ month, day }) => month >= 1 && month <= LAST_MONTH && day >= 1 && day <= LAST_DAY);
}

/** "8-12 18hs": with a time right after it that can be nothing else, a date; otherwise hours, or exercises. */
function dashedAt(reading: Reading, at: number): Match<Day> | undefined {
  const [first, dash, second] = [reading.tokens[at], reading.tokens[at + 1], reading.tokens[at + 2]];
  if (first?.kind !== 'number' || second?.kind !== 'number' || !dash?.glued || !second.glued) return undefined;
  if (!reading.mark(at + 1, '-') || first.ordinal || second.ordinal || first.glued || !isTime(reading, at + 3))
    return undefined;
  if (first.digits.length > 2 || second.digits.length > 2 || isNamed(reading, at)) return undefined;
  const readings = readingsOf(first.value, second.value, 'either', reading);
  return readings.length > 0 ? { value: { is: 'date', readings }, next: at + 3 } : undefined;
}

/** Numbers after a word are of that word: "exercises 3-5 17:00". */
const isNamed = (reading: Reading, at: number) => reading.tokens[at - 1]?.kind === 'word' && !reading.is(at - 1, 'the');

function isTime(reading: Reading, at: number): boolean {
  const from = reading.is(at, 'at')?.next ?? at;
  const token = reading.tokens[from];
  if (token?.kind === 'clock') return true;
  return token?.kind === 'number' && token.digits.length <= 2 && (from > at || isHour(reading, from + 1));
}

/** "1 Dec", "1st of December 2026", "el 1 de diciembre de 2026", "the 5th of next month". */
function dayAndMonthAt(reading: Reading, at: number): Match<Day> | undefined {
  const days = dayNumbersAt(reading, reading.is(at, 'the')?.next ?? at);
  const [first] = days?.value ?? [];
  if (!days || first === undefined) return undefined;
  const day = { value: first, next: days.next };
  const ahead = reading.is(joint(reading, day.next), 'month-ahead') ?? reading.is(day.next, 'month-ahead');
  if (ahead) {
    const date = { day: day.value, monthsAhead: ahead.value.months };
    return { value: { is: 'date', readings: [date] }, next: ahead.next };
  }
  const month = reading.is(joint(reading, day.next), 'month');
  if (!month) return undefined;
  const year = yearAt(reading, joint(reading, month.next));
  const readings = days.value.map((one) => ({ day: one, month: month.value.month, ...(year && { year: year.value }) }));
  return { value: { is: 'date', readings }, next: year?.next ?? month.next };
}

/** "Dec 1st", "December 1, 2026", "december twenty third". */
function monthAndDayAt(reading: Reading, at: number): Match<Day> | undefined {
  const month = reading.is(at, 'month');
  const the = month && (reading.is(month.next, 'the')?.next ?? joint(reading, month.next));
  const day = the === undefined ? undefined : dayNumbersAt(reading, the);
  if (!month || !day || isHour(reading, day.next)) return undefined;
  const year = yearAt(reading, reading.mark(day.next, ',') ? day.next + 1 : joint(reading, day.next));
  const readings = day.value.map((one) => ({ day: one, month: month.value.month, ...(year && { year: year.value }) }));
  return { value: { is: 'date', readings }, next: year?.next ?? day.next };
}

/** "the 3rd", "el 3", "día 3", "3rd", "the eleventh", "el veintiocho". */
function dayOfMonthAt(reading: Reading, at: number): Match<Day> | undefined {
  const the = reading.is(at, 'the');
  const day = dayNumberAt(reading, the?.next ?? at);
  if (!day || isHour(reading, day.next)) return undefined;
  const token = reading.tokens[day.next - 1];
  const isWord = token?.kind !== 'number';
  if (isWord && !the) return undefined; // "second" alone is too often something else
  if (isWord && !the?.value.withNumber && !ordinalAt(reading, the?.next ?? at)) return undefined;
  if (!isWord && !token.ordinal && !the?.value.withNumber) return undefined;
  return { value: { is: 'date', readings: [{ day: day.value }], weak: !the || isWord }, next: day.next };
}

/** "27", "27 or 28". */
function dayNumbersAt(reading: Reading, at: number): Match<readonly number[]> | undefined {
  const first = dayNumberAt(reading, at);
  const joint = first && reading.is(first.next, 'or');
  const isMonth = joint && reading.is(joint.next, 'month') !== undefined; // the "dez" of "4/dez" is also ten
  const second = isMonth ? undefined : joint && dayNumberAt(reading, reading.is(joint.next, 'the')?.next ?? joint.next);
  if (!first) return undefined;
  if (!second || isHour(reading, second.next)) return { value: [first.value], next: first.next };
  return { value: [first.value, second.value], next: second.next };
}

/** 1 to 31, in digits or words. */
export function dayNumberAt(reading: Reading, at: number): Match<number> | undefined {
  const token = reading.tokens[at];
  if (token?.kind === 'number')
    return Number.isInteger(token.value) && token.value >= 1 && token.value <= LAST_DAY && token.digits.length <= 2
      ? { value: token.value, next: at + 1 }
      : undefined;
  const word = ordinalAt(reading, at) ?? numberAt(reading, at);
  return word && word.value >= 1 && word.value <= LAST_DAY ? word : undefined;
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
