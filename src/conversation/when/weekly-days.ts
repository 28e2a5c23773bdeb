import type { Match, Reading } from './reading.ts';

/** 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** "Mon", "lunes a viernes", "weekdays". */
export function daysAt(reading: Reading, at: number): Match<readonly Weekday[]> | undefined {
  const group = reading.is(at, 'weekdays');
  if (group) return { value: WEEKDAYS.filter((day) => group.value.days.includes(day)), next: group.next };
  const first = weekdayAt(reading, at);
  if (!first) return undefined;
  const joint = reading.mark(first.next, '-') ? first.next + 1 : reading.is(first.next, 'to')?.next;
  const last = joint === undefined ? undefined : weekdayAt(reading, joint);
  if (!last) return { value: [first.value], next: first.next };
  const count = ((last.value - first.value + 7) % 7) + 1;
  const list = Array.from({ length: count }, (_, index) => WEEKDAYS[(first.value - 1 + index) % 7] ?? 1);
  return { value: list, next: last.next };
}

function weekdayAt(reading: Reading, at: number): Match<Weekday> | undefined {
  const token = reading.tokens[at];
  const said = reading.is(at, 'weekday');
  const short = token?.kind === 'word' ? reading.language.lexicon.shortWeekdays[token.word] : undefined;
  const day = said?.value.day ?? short;
  const weekday = WEEKDAYS.find((one) => one === day);
  return weekday && { value: weekday, next: said?.next ?? (reading.mark(at + 1, '.') ? at + 2 : at + 1) };
}
