import type { Match, Reading } from './reading.ts';
import type { Language } from './when.ts';

/** 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const GROUPS: { readonly [phrase: string]: readonly Weekday[] } = {
  weekdays: [1, 2, 3, 4, 5],
  'entre semana': [1, 2, 3, 4, 5],
  'dias laborables': [1, 2, 3, 4, 5],
  weekends: [6, 7],
  weekend: [6, 7],
  'fin de semana': [6, 7],
  'fines de semana': [6, 7],
  daily: WEEKDAYS,
  'every day': WEEKDAYS,
  everyday: WEEKDAYS,
  'todos los dias': WEEKDAYS,
  'cada dia': WEEKDAYS,
};

/** "Mon", "lunes a viernes", "weekdays". */
export function daysAt(reading: Reading, at: number): Match<readonly Weekday[]> | undefined {
  const group = groupAt(reading, at);
  if (group) return group;
  const first = weekdayAt(reading, at);
  if (!first) return undefined;
  const joint = reading.mark(first.next, '-') ? first.next + 1 : reading.is(first.next, 'to')?.next;
  const last = joint === undefined ? undefined : weekdayAt(reading, joint);
  if (!last) return { value: [first.value], next: first.next };
  const count = ((last.value - first.value + 7) % 7) + 1;
  const list = Array.from({ length: count }, (_, index) => WEEKDAYS[(first.value - 1 + index) % 7] ?? 1);
  return { value: list, next: last.next };
}

function groupAt(reading: Reading, at: number): Match<readonly Weekday[]> | undefined {
  for (let next = at + 3; next > at; next -= 1) {
    const words = reading.tokens.slice(at, next).map((token) => (token.kind === 'word' ? token.word : ''));
    const days = GROUPS[words.join(' ')];
    if (days) return { value: days, next };
  }
  return undefined;
}

function weekdayAt(reading: Reading, at: number): Match<Weekday> | undefined {
  const token = reading.tokens[at];
  const said = reading.is(at, 'weekday');
  const short = token?.kind === 'word' ? SHORT[reading.language][token.word] : undefined;
  const day = said?.value.day ?? short;
  const weekday = WEEKDAYS.find((one) => one === day);
  return weekday && { value: weekday, next: said?.next ?? (reading.mark(at + 1, '.') ? at + 2 : at + 1) };
}

const SHORT: { readonly [language in Language]: { readonly [word: string]: Weekday } } = {
  en: { mo: 1, tu: 2, we: 3, th: 4, fr: 5, sa: 6, su: 7 },
  es: { lu: 1, l: 1, ma: 2, mi: 3, x: 3, ju: 4, j: 4, vi: 5, v: 5, sa: 6, s: 6, do: 7, d: 7 },
};
