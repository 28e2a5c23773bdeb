import type { Language } from '../languages/language.ts';
import { mixedAt } from './amounts.ts';
import { listed } from './lexicon.ts';
import type { Match, Reading } from './reading.ts';
import { zonesOfAbbreviation } from './zone-abbreviations.ts';

/**
 * What a word that no reading used has to do with time. `day`: it surely tells a day. `maybe`: it may, but is an ordinary
 * word too ("next", "third", "may"). `clock`: it tells a time of day or its zone. `link`: it only stands between such words.
 */
export type Bearing = 'day' | 'maybe' | 'clock' | 'link';

const LAST_DAY = 31;
const LINK_MARKS = ',-/()&';
const YEARS = { first: 2000, last: 2099 };
const connecting = new Map<Language, ReadonlySet<string>>();

/** Words that lead on to something else: "London *for* algebra". */
function connectingIn(language: Language): ReadonlySet<string> {
  const words =
    connecting.get(language) ??
    new Set(listed(language, (one) => [...one.leadingTo, ...one.leadingFrom, ...one.polite]));
  connecting.set(language, words);
  return words;
}

/** Undefined: an ordinary word. */
export function bearingAt(reading: Reading, at: number): Match<Bearing> | undefined {
  const token = reading.tokens[at];
  switch (token?.kind) {
    case undefined:
      return undefined;
    case 'date':
      return { value: 'day', next: at + 1 };
    case 'clock':
    case 'instant':
    case 'meridiem':
      return { value: 'clock', next: at + 1 };
    case 'dotted':
    case 'place':
      return { value: 'link', next: at + 1 };
    case 'number': {
      const mixed = mixedAt(reading, at);
      if (mixed) return { value: 'day', next: mixed.next };
      if (token.ordinal) return { value: 'maybe', next: at + 1 };
      return isSmall(token.value) ? { value: 'link', next: at + 1 } : undefined;
    }
    case 'word':
    case 'mark':
      return wordAt(reading, at) ?? connectingAt(reading, at);
  }
}

/** Whether a word that says nothing about time, and leads to nothing either, stands there: "London *theatre*". */
export function isOrdinaryWord(reading: Reading, at: number): boolean {
  return reading.tokens[at]?.kind === 'word' && bearingAt(reading, at) === undefined;
}

const isSmall = (value: number) => value <= LAST_DAY || (value >= YEARS.first && value <= YEARS.last);

function wordAt(reading: Reading, at: number): Match<Bearing> | undefined {
  const every = reading.is(at, 'every');
  const often = every && (reading.is(every.next, 'number') ?? reading.is(every.next, 'about-time'));
  if (often) return { value: 'day', next: often.next }; // "every other friday"
  const day = reading.is(at, 'day', 'weekday', 'weekdays', 'month', 'week', 'month-ahead', 'holiday');
  if (day) {
    const isDated =
      day.value.is === 'month' && [at - 1, day.next].some((one) => reading.tokens[one]?.kind === 'number');
    return { value: 'weak' in day.value && day.value.weak && !isDated ? 'maybe' : 'day', next: day.next };
  }
  const unit = reading.is(at, 'unit');
  if (unit) {
    const isShort = unit.value.unit === 'minutes' || unit.value.unit === 'hours';
    return { value: isShort ? 'clock' : 'day', next: unit.next };
  }
  const about = reading.is(at, 'about-time');
  if (about) return { value: about.value.strong ? 'day' : 'maybe', next: about.next };
  const maybe = reading.is(at, 'next', 'last', 'coming', 'after-next', 'ordinal', 'from-now', 'now', 'limit');
  if (maybe) return { value: 'maybe', next: maybe.next };
  const bound = reading.is(at, 'bound');
  if (bound?.value.side === 'not') return { value: 'maybe', next: bound.next };
  const clock = reading.is(
    at,
    'part',
    'noon',
    'midnight',
    'amount',
    'minutes-after-hour',
    'minutes-before-hour',
    'whose',
  );
  if (clock) return { value: 'clock', next: clock.next };
  return hourAt(reading, at) ?? lettersAt(reading, at);
}

/** "at 5", which gave way to a surer time. */
function hourAt(reading: Reading, at: number): Match<Bearing> | undefined {
  const lead = reading.is(at, 'at');
  const token = lead && reading.tokens[lead.next];
  return lead && token?.kind === 'number' ? { value: 'clock', next: lead.next + 1 } : undefined;
}

/** "CET" in capitals. */
function lettersAt(reading: Reading, at: number): Match<Bearing> | undefined {
  const token = reading.tokens[at];
  if (token?.kind !== 'word' || zonesOfAbbreviation(token.word).length === 0) return undefined;
  const written = reading.text.slice(token.start, token.end);
  return written === written.toUpperCase() ? { value: 'clock', next: at + 1 } : undefined;
}

function connectingAt(reading: Reading, at: number): Match<Bearing> | undefined {
  const link = reading.is(
    at,
    'of',
    'the',
    'in',
    'from',
    'to',
    'and',
    'or',
    'article',
    'number',
    'at',
    'this',
    'every',
    'between',
    'bound',
    'shift',
    'before',
    'past',
    'some',
  );
  if (link) return { value: 'link', next: link.next };
  const token = reading.tokens[at];
  const isLink = token?.kind === 'word' ? connectingIn(reading.language).has(token.word) : reading.mark(at, LINK_MARKS);
  return isLink ? { value: 'link', next: at + 1 } : undefined;
}
