import { dayIn } from '../../core/calendar/wall-clock.ts';
import { languages } from '../languages/index.ts';
import type { Language } from '../languages/language.ts';
import { parseWhen } from './parse.ts';
import { parseWeekly } from './weekly.ts';
import type { Context } from './when.ts';

/** One day, or all from one to another; ISO dates. */
export interface DayRange {
  readonly from: string;
  readonly until: string;
}

/** Hours of a day, as `parseWeekly` reads them. */
interface Hours {
  readonly from: string;
  readonly to: string;
}

const said = languages.map(({ lexicon }) => lexicon.dayRanges);
/** What stands between two days: a dash, or the words of some language for it. */
const BETWEEN = ['-', '–', '—', ...said.flatMap(({ between }) => between)];
const BEFORE = new RegExp(`^(?:${said.flatMap(({ before }) => before).join('|')})\\s+`, 'i');
const BARE_DAY = /^\d{1,2}$/;

/** "24 Dec", "tomorrow", "24 Dec - 2 Jan", "24-28 Dec", "del 24 de diciembre al 2 de enero". Never guesses. */
export function parseDays(text: string, context: Context): DayRange | undefined {
  const days = text.trim().replace(BEFORE, '');
  // Two days first: of "1 Sep - 15 Oct" the whole would be read as one of them.
  for (const [left, right] of halves(days)) {
    const until = dayMeant(right, context);
    const from = until && (BARE_DAY.test(left) ? sameMonth(until, left) : firstDay(left, right, until, context));
    if (from === undefined || until === undefined) continue;
    if (from <= until) return { from, until };
    // "24 Dec - 2 Jan" said in January is about the next one.
    const later = dayMeant(right, { ...context, now: new Date(`${from}T12:00:00Z`) });
    if (later !== undefined && from <= later) return { from, until: later };
  }
  const only = dayMeant(days, context);
  return only === undefined ? undefined : { from: only, until: only };
}

/** "14-18", "9:30-12, 14-16", "22-2". */
export function parseHours(text: string, language: Language): readonly Hours[] | undefined {
  const monday = new Intl.DateTimeFormat(language.id, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1),
  );
  const weekly = parseWeekly(`${monday} ${text}`, language);
  if (!('hours' in weekly) || weekly.hours.some(({ day }) => day !== 1)) return undefined;
  return weekly.hours.map(({ from, to }) => ({ from, to }));
}

/** "5 Dec 10-14": the days first, hours behind them where there are any. */
export function parseDaysAndHours(
  text: string,
  context: Context,
): { readonly days: DayRange; readonly hours: readonly Hours[] } | undefined {
  const words = text.trim().split(/\s+/);
  for (let count = words.length; count > 0; count--) {
    const days = parseDays(words.slice(0, count).join(' ').replace(/[,;]$/, ''), context);
    const rest = words.slice(count).join(' ');
    const hours = rest === '' ? [] : parseHours(rest, context.language);
    if (days && hours) return { days, hours };
  }
  return undefined;
}

/** The verb that a text begins with, of those that mean this, and what comes after it. */
export function after(text: string, kind: 'off' | 'extra'): string | undefined {
  const said = text.trim();
  const verbs = languages.flatMap(({ asks }) => asks[kind]);
  const verb = verbs.find((one) => said.toLowerCase().startsWith(`${one} `));
  return verb === undefined ? undefined : said.slice(verb.length).trim();
}

/** "1 Sep - 15 Oct 2026" said in December: the year behind the second day is that of both. */
function firstDay(left: string, right: string, until: string, context: Context): string | undefined {
  const [year] = /\b\d{4}\b/.exec(right) ?? [];
  const isOver = until < dayIn(context.now.getTime(), context.zone).toString();
  return dayMeant(year !== undefined && isOver && !/\d{4}/.test(left) ? `${left} ${year}` : left, context);
}

function dayMeant(text: string, context: Context): string | undefined {
  if (text === '') return undefined;
  const when = parseWhen(text, { ...context, isField: true });
  if (when.kind !== 'incomplete' || when.missing !== 'time' || when.unclear || when.within) return undefined;
  const [only, ...others] = when.days;
  return others.length === 0 ? only : undefined;
}

/** All ways to cut it in two at something that stands between two days; with spaces around it first. */
function halves(text: string): readonly (readonly [string, string])[] {
  const spaced = BETWEEN.flatMap((word) => cuts(text, ` ${word} `));
  return [...spaced, ...['-', '–'].flatMap((mark) => cuts(text, mark))];
}

function cuts(text: string, between: string): readonly (readonly [string, string])[] {
  const pieces = text.split(new RegExp(between.replace(/[-]/g, '\\-'), 'i'));
  return pieces.slice(1).map(
    (_, index) =>
      [
        pieces
          .slice(0, index + 1)
          .join(between)
          .trim(),
        pieces
          .slice(index + 1)
          .join(between)
          .trim(),
      ] as const,
  );
}

function sameMonth(date: string, day: string): string | undefined {
  const there = Temporal.PlainDate.from(date);
  const asked = Number(day);
  return asked >= 1 && asked <= there.day ? there.with({ day: asked }).toString() : undefined;
}
