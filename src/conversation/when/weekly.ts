import { languages } from '../languages/index.ts';
import type { Language } from '../languages/language.ts';
import type { Clock } from './clock-at.ts';
import { readClock, startOf } from './clock-readings.ts';
import { type Span, spanAt } from './clocks.ts';
import { type Reading, read } from './reading.ts';
import { daysAt, WEEKDAYS, type Weekday } from './weekly-days.ts';

/** A stretch of every week, on the tutor's wall clock. */
interface WeeklyHours {
  /** 1 is Monday, 7 Sunday. */
  readonly day: Weekday;
  readonly from: string;
  /** 24:00 is the end of the day; what is not after `from` is on the next day. */
  readonly to: string;
}

type WeeklyProblem =
  | 'nothing' // no hours in the text
  | 'not-understood'
  | 'no-day' // hours before any day
  | 'no-hours' // a day without hours
  | 'am-or-pm' // "4-7"
  | 'ends-before-start';

/** The hours in the order of the week, overlaps merged; or the first piece of text that cannot be one. */
export type Weekly =
  | { readonly hours: readonly WeeklyHours[] }
  | { readonly problem: WeeklyProblem; readonly at: string; readonly meant?: Meant };

/** "9-5" written so that it can be nothing else: "9-17" and, on a clock of twelve hours, "9am-5pm". */
export interface Meant {
  readonly until: string;
  readonly from: string;
  readonly hours24: string;
  readonly hours12: string;
}

const HOUR = 60;
const DAY = 24 * HOUR;
const NOON = 12;
/** A range that starts before this, without am or pm, may as well be the afternoon; "8-12" may not. */
const ASKED_BEFORE = 8 * HOUR;

/** "22-2" goes on over midnight, if it is no longer than this. */
const NIGHT = 10 * HOUR;

/** What carries no hours. */
const FILLERS = new Set([...languages.flatMap(({ lexicon }) => lexicon.betweenHours), ...'h&/:.·•*-+']);

/** Weekly hours as a tutor types them: "Mon-Fri 16-19, Sat 10:00-12:30", "lunes a viernes de 16 a 19; sábado 10-12". */
export function parseWeekly(text: string, language: Language): Weekly {
  const reading = read(text, language);
  const stretches: { day: Weekday; from: number; to: number }[] = [];
  let days: { list: readonly Weekday[]; start: number; used: boolean } | undefined;
  let at = 0;
  while (at < reading.tokens.length) {
    const group = daysAt(reading, at);
    if (group) {
      days =
        days && !days.used
          ? { ...days, list: [...days.list, ...group.value] }
          : { list: group.value, start: at, used: false };
      at = group.next;
      continue;
    }
    const hours = spanAt(reading, at, true, true);
    if (!hours) {
      if (!isFiller(reading, at)) return { problem: 'not-understood', at: textOf(reading, at, at + 1) };
      at += 1;
      continue;
    }
    const piece = textOf(reading, at, hours.next);
    const range = rangeOf(hours.value);
    if ('problem' in range) {
      const meant = workingHours(hours.value);
      return { problem: range.problem, at: piece, ...(meant && { meant }) };
    }
    if (!days) return { problem: 'no-day', at: piece };
    stretches.push(...days.list.map((day) => ({ day, ...range })));
    days = { ...days, used: true };
    at = hours.next;
  }
  if (days && !days.used) return { problem: 'no-hours', at: textOf(reading, days.start, reading.tokens.length) };
  return stretches.length > 0 ? { hours: merged(stretches) } : { problem: 'nothing', at: text.trim() };
}

/** Weekly hours from wherever: days 1 (Monday) to 7. */
type Stretch = { readonly [key in keyof WeeklyHours]: key extends 'day' ? number : string };

/** The inverse: one line for the days that keep the same hours. */
export function formatWeekly(hours: readonly Stretch[], language: Language): string {
  const names = new Intl.DateTimeFormat(language.id, { weekday: 'short', timeZone: 'UTC' });
  const nameOf = (day: Weekday) => names.format(Date.UTC(2024, 0, day)); // 1 January 2024 was a Monday
  const byHours = Map.groupBy(WEEKDAYS, (day) =>
    hours
      .filter((one) => one.day === day)
      .map(({ from, to }) => `${from}–${to}`)
      .join(', '),
  );
  return [...byHours]
    .filter(([ranges]) => ranges !== '')
    .map(
      ([ranges, days]) =>
        `${runsOf(days)
          .map((run) => run.map(nameOf).join('–'))
          .join(', ')} ${ranges}`,
    )
    .join('\n');
}

/** [1, 2, 3, 5] → Monday to Wednesday, Friday. */
function runsOf(days: readonly Weekday[]): (readonly [Weekday] | readonly [Weekday, Weekday])[] {
  const runs: (readonly [Weekday] | readonly [Weekday, Weekday])[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    const [first, until = first] = last ?? [];
    if (last && first && until === day - 1) runs.splice(-1, 1, [first, day]);
    else runs.push([day]);
  }
  return runs;
}

function isFiller(reading: Reading, at: number): boolean {
  const token = reading.tokens[at];
  return reading.skipMarks(at) > at || ((token?.kind === 'word' || token?.kind === 'mark') && FILLERS.has(token.word));
}

function rangeOf(span: Span): { from: number; to: number } | { problem: WeeklyProblem } {
  if (!span.end || span.either) return { problem: 'not-understood' };
  const start = startOf(span);
  const isOpen = start.half === 'open' && !start.part && span.end.half === 'open';
  const from = earliest(start);
  const to = span.end.half === 'midnight' ? DAY : earliest(span.end) || DAY;
  if (isOpen && (from < ASKED_BEFORE || to <= from)) return { problem: 'am-or-pm' };
  if (to > from) return { from, to };
  // Nobody means twenty hours by "19-16".
  return to + DAY - from <= NIGHT ? { from, to: to + DAY } : { problem: 'ends-before-start' };
}

/** What "9-5" and "10-1" mean to whoever writes them: from the morning into the afternoon. */
function workingHours({ clock, end }: Span): Meant | undefined {
  const isBare = end && clock.half === 'open' && end.half === 'open' && !clock.minute && !end.minute;
  if (!isBare || clock.part || end.part || end.hour >= clock.hour || clock.hour > NOON || end.hour < 1)
    return undefined;
  const [from, until] = [clock.hour, end.hour];
  return {
    from: String(from),
    until: String(until),
    hours24: `${from}-${until + NOON}`,
    hours12: `${from}${from === NOON ? 'pm' : 'am'}-${until}pm`,
  };
}

/** Bare hours of a tutor are counted to 24. */
const earliest = (clock: Clock) => readClock(clock, undefined, { noonIsMorning: true }).minutes[0] ?? 0;

function merged(stretches: readonly { day: Weekday; from: number; to: number }[]): WeeklyHours[] {
  const sorted = stretches.toSorted((a, b) => a.day - b.day || a.from - b.from);
  const joined: { day: Weekday; from: number; to: number }[] = [];
  for (const one of sorted) {
    const last = joined.at(-1);
    if (last && last.day === one.day && one.from <= last.to) last.to = Math.max(last.to, one.to);
    else joined.push({ ...one });
  }
  return joined.map(({ day, from, to }) => ({ day, from: wallTime(from), to: wallTime(to) }));
}

/** Beyond the end of the day it is the next one's morning. */
const wallTime = (minutes: number) => clockTime(minutes > DAY ? minutes - DAY : minutes);

const clockTime = (minutes: number) =>
  [Math.floor(minutes / HOUR), minutes % HOUR].map((part) => String(part).padStart(2, '0')).join(':');

const textOf = (reading: Reading, from: number, next: number) =>
  reading.text.slice(reading.tokens[from]?.start, reading.tokens[next - 1]?.end);
