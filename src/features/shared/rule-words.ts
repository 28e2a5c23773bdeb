import { timeWords } from '../../conversation/when/clock-words.ts';
import { placeOf } from '../../conversation/when/zone-index.ts';
import { everyFrom, nthOf, onTheWall, type Rule } from '../../core/series/rule.ts';
import type { Reader } from './reader.ts';

type Said = Pick<Rule, 'zone' | 'first' | 'every'>;

/** "every Tuesday at 17:00 (Chicago)": on the clock on which it was agreed, wherever the reader is. */
export function ruleWords(rule: Said, reader: Reader): string {
  const { words, locale, language } = reader;
  const time = timeWords(onTheWall(Temporal.PlainDateTime.from(rule.first), rule.zone), rule.zone, locale);
  return words.series.rule(everyWords(rule, reader), time, placeOf(rule.zone, language));
}

/** "on the second Tuesday of each month". */
export function everyWords({ first, every }: Said, { words, language }: Reader): string {
  const day = Temporal.PlainDateTime.from(first).toPlainDate();
  const weekday = new Intl.DateTimeFormat(language.id, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(day.year, day.month - 1, day.day),
  );
  const { on, nths } = words.series;
  return on[everyFrom(every, first)](weekday, nths[nthOf(day) - 1] ?? '');
}
