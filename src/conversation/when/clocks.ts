import { minutesAmountAt } from './amounts.ts';
import { type Clock, clockAt } from './clock-at.ts';
import { meridiemAt } from './clock-tails.ts';
import type { Match, Reading } from './reading.ts';

/** A start, and the end if one was written: "16:00-17:30". */
export interface Span {
  readonly clock: Clock;
  readonly end?: Clock;
  /** "between 5 and 6", "5 or 6pm": both are possible starts. */
  readonly either?: true;
  /** One more possible start: "5 y 10 pm" may be 5, 10 or 5:10. */
  readonly also?: Clock;
  /** "after 5pm": no start, only a limit to it. */
  readonly bound?: 'before' | 'after' | 'not';
}

const NOON = 12;

/**
 * A time or a stretch of time at `at`; `placed`: a plain number may be an hour here. `onlyHours`: there are no dates, so
 * that "16 às 19" can only be a stretch.
 */
export function spanAt(reading: Reading, at: number, placed: boolean, onlyHours = false): Match<Span> | undefined {
  const special = countedFromAt(reading, at) ?? slashedAt(reading, at);
  if (special) return special;
  const prefix = reading.is(at, 'from', 'between', 'bound');
  const isBetween = prefix?.value.is === 'between';
  const first = clockAt(reading, prefix?.next ?? at, placed || prefix !== undefined, isBetween);
  if (!first) return undefined;
  const joint = jointAt(reading, first.next, prefix?.value.is, onlyHours || first.value.strength === 3);
  const second = joint && clockAt(reading, joint.next, true, isBetween);
  if (second) {
    const strength = Math.max(first.value.strength, second.value.strength) as Clock['strength'];
    const span = { clock: { ...first.value, strength }, end: second.value };
    return { value: joint.either ? { ...span, either: true } : span, next: second.next };
  }
  const isStray = first.value.strength === 1 && prefix && !placed;
  if (isStray) return undefined;
  const limit = reading.is(first.next, 'limit');
  const bound = prefix?.value.is === 'bound' ? prefix.value.side : limit?.value.side;
  const next = limit?.next ?? first.next;
  if (bound) return { value: { clock: first.value, bound }, next };
  return { value: twoHoursOr(reading, at, first.value), next };
}

/** "5 y 10 pm" in digits: two hours, or an hour and its minutes. */
function twoHoursOr(reading: Reading, at: number, clock: Clock): Span {
  const [hour, minute] = [reading.tokens[at], reading.tokens[at + 2]];
  const isOpen = hour?.kind === 'number' && minute?.kind === 'number' && reading.is(at + 1, 'more') !== undefined;
  if (!isOpen || minute.value > NOON || clock.minute !== minute.value) return { clock };
  const alone = { ...clock, minute: 0 };
  return { clock: alone, end: { ...alone, hour: minute.value }, either: true, also: clock };
}

/** "4/5pm": one or the other. */
function slashedAt(reading: Reading, at: number): Match<Span> | undefined {
  const from = reading.is(at, 'at')?.next ?? at;
  const token = reading.tokens[from];
  const half = meridiemAt(reading, from + 1);
  if (token?.kind !== 'date' || token.year !== undefined || !half) return undefined;
  if (token.first > NOON || token.second > NOON) return undefined;
  const clock = { hour: token.first, minute: 0, half: half.value, full: false, strength: 3 } as const;
  return { value: { clock, end: { ...clock, hour: token.second }, either: true }, next: half.next };
}

/** "10 minutes before 6pm", "media hora después de las 5". */
export function countedFromAt(reading: Reading, at: number): Match<Span> | undefined {
  const amount = minutesAmountAt(reading, at);
  const side = amount && reading.is(amount.next, 'bound');
  if (!side || side.value.side === 'not') return undefined;
  const clock = clockAt(reading, side.next, true, false);
  if (!clock) return undefined;
  const minute = clock.value.minute + (side.value.side === 'before' ? -amount.value : amount.value);
  return { value: { clock: { ...clock.value, minute, strength: 3 } }, next: clock.next };
}

/** What joins two times: a dash or "to" makes a stretch of them, "or" (or "and" after "between") a choice. */
function jointAt(
  reading: Reading,
  at: number,
  prefix: string | undefined,
  isTime: boolean,
): { next: number; either?: true } | undefined {
  if (reading.mark(at, '-')) return { next: at + 1 };
  const choice = reading.is(at, prefix === 'between' ? 'and' : 'or');
  if (choice) return { next: choice.next, either: true };
  const to = reading.is(at, 'to');
  const lead = reading.is(at, 'at');
  // "el martes 1 | a las 17", but "17h às 18h", where one word is both
  const isNewTime = prefix !== 'from' && lead !== undefined && !(isTime && lead.next === to?.next);
  return isNewTime ? undefined : to;
}
