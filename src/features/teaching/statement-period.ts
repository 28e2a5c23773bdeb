import type { FormField } from '../../conversation/form.ts';
import { monthWords } from '../../conversation/when/clock-words.ts';
import { type DayRange, parseDays } from '../../conversation/when/day-range.ts';
import { dayIn } from '../../core/calendar/wall-clock.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import type { Deps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';

const PERIOD_MOST = 100;
/** Months to choose from, this one included. */
const MONTHS = 13;

/** The question which time a statement is about. */
export function periodFields(
  reader: Reader,
  given: Readonly<Record<string, string>>,
  deps: Pick<Deps, 'clock' | 'defaultZone'>,
): readonly FormField[] {
  const { statement: words } = reader.words;
  const months = latestMonths(reader, deps);
  return [
    {
      kind: 'choice',
      name: 'month',
      label: words.month,
      isOptional: true,
      // As a rule it is asked for when the month is over.
      value: given['month'] ?? months[1]?.toString() ?? '',
      options: months.map((month) => ({ value: month.toString(), label: monthWords(month, reader.locale) })),
    },
    {
      kind: 'text',
      name: 'period',
      label: words.period,
      hint: words.periodHint,
      isOptional: true,
      isLong: false,
      most: PERIOD_MOST,
      ...(given['period'] === undefined ? {} : { value: given['period'] }),
    },
  ];
}

/**
 * The days that were chosen or typed.
 * @throws Refusal `not-a-day`
 */
export function periodMeant(
  { month, period }: { readonly month?: string | undefined; readonly period?: string | undefined },
  reader: Reader,
  deps: Pick<Deps, 'clock' | 'defaultZone'>,
): DayRange {
  const meant = period === undefined ? monthMeant(month ?? '', reader, deps) : daysTyped(period, reader, deps);
  if (!meant) throw new Refusal('not-a-day', { typed: period ?? month ?? '' }, 'period');
  return meant;
}

/** "September", "September 2026", "2026-09", or days as `parseDays` reads them; undefined where it is none of these. */
export function daysTyped(
  text: string,
  reader: Reader,
  deps: Pick<Deps, 'clock' | 'defaultZone'>,
): DayRange | undefined {
  const month = monthMeant(text, reader, deps);
  if (month) return month;
  const zone = zoneOf(reader, deps);
  const days = parseDays(text, { now: deps.clock(), zone, language: reader.language });
  // "1 Sep" is the next one wherever people book; here it is the last. What names its year means that one.
  const isAhead = days !== undefined && days.from > dayIn(deps.clock().getTime(), zone).toString();
  return days && isAhead && /\d/.test(text) && !/\d{4}/.test(text) ? aYearBefore(days) : days;
}

function monthMeant(text: string, reader: Reader, deps: Pick<Deps, 'clock' | 'defaultZone'>): DayRange | undefined {
  const typed = spellingKey(text);
  const name = new Intl.DateTimeFormat(reader.language.id, { month: 'long', timeZone: 'UTC' });
  const isMeant = (month: Temporal.PlainYearMonth) => {
    const alone = name.format(Date.UTC(month.year, month.month - 1, 15));
    const said = [alone, `${alone} ${String(month.year)}`, monthWords(month, reader.locale), month.toString()];
    return said.some((one) => spellingKey(one) === typed);
  };
  const found = latestMonths(reader, deps).find(isMeant);
  return (
    found && {
      from: found.toPlainDate({ day: 1 }).toString(),
      until: found.toPlainDate({ day: found.daysInMonth }).toString(),
    }
  );
}

function latestMonths(reader: Reader, deps: Pick<Deps, 'clock' | 'defaultZone'>): readonly Temporal.PlainYearMonth[] {
  const now = dayIn(deps.clock().getTime(), zoneOf(reader, deps)).toPlainYearMonth();
  return Array.from({ length: MONTHS }, (_, months) => now.subtract({ months }));
}

function aYearBefore({ from, until }: DayRange): DayRange {
  const before = (day: string) => Temporal.PlainDate.from(day).subtract({ years: 1 }).toString();
  return { from: before(from), until: before(until) };
}

function zoneOf(reader: Reader, deps: Pick<Deps, 'defaultZone'>): string {
  return reader.zone ?? deps.defaultZone;
}
