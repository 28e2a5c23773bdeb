import { amountAt, countedAt } from './amount-at.ts';
import { type Amount, countAt, inUnits, unitAt } from './amount-units.ts';
import { numberAt } from './numbers.ts';
import type { Match, Reading } from './reading.ts';

/** "in 2 hours", "dentro de tres días", "2 hours from now"; several: "in 1-2 hours". */
export function relativeAt(reading: Reading, at: number): Match<readonly Amount[]> | undefined {
  const prefix = reading.is(at, 'in');
  const from = prefix ? (reading.is(prefix.next, 'at', 'some')?.next ?? prefix.next) : at; // "in ~2h"
  const amount = rangeAt(reading, from) ?? only(amountAt(reading, from, true));
  if (!amount) return undefined;
  const suffix = reading.is(amount.next, 'from-now');
  if (suffix) return { value: amount.value, next: suffix.next };
  return prefix && amount;
}

const only = (match: Match<Amount> | undefined) => match && { value: [match.value], next: match.next };

/** "1-2 hours", "2 or 3 days". */
function rangeAt(reading: Reading, at: number): Match<readonly Amount[]> | undefined {
  return oneOrTwoAt(reading, at) ?? countsAt(reading, at);
}

/** "an hour or two". */
function oneOrTwoAt(reading: Reading, at: number): Match<readonly Amount[]> | undefined {
  const article = reading.is(at, 'article');
  const unit = article && unitAt(reading, article.next);
  const joint = unit && reading.is(unit.next, 'or');
  const last = joint && numberAt(reading, joint.next);
  return unit && last && { value: [inUnits(1, unit.unit), inUnits(last.value, unit.unit)], next: last.next };
}

function countsAt(reading: Reading, at: number): Match<readonly Amount[]> | undefined {
  const first = countAt(reading, at);
  const joint = first && (reading.mark(first.next, '-') ? first.next + 1 : reading.is(first.next, 'or', 'to')?.next);
  const last = joint === undefined ? undefined : countedAt(reading, joint, true);
  const unit = joint === undefined ? undefined : unitAfterCount(reading, joint);
  return first && last && unit && { value: [inUnits(first.value, unit), last.value], next: last.next };
}

function unitAfterCount(reading: Reading, at: number) {
  const count = countAt(reading, at);
  return count && unitAt(reading, count.next)?.unit;
}

/** A stretch of whole days before a day that it is counted from: "a week | from tuesday". */
export function daysAmountAt(reading: Reading, at: number): Match<Amount> | undefined {
  const amount = amountAt(reading, at, true);
  return amount && amount.value.minutes === 0 ? amount : undefined;
}

/** Days and hours together: "2d3h". */
export function mixedAt(reading: Reading, at: number): Match<Amount> | undefined {
  if (!reading.tokens[at] || reading.is(at, 'in')) return undefined;
  const amount = amountAt(reading, at, true);
  return amount && amount.value.minutes > 0 && amount.value.days > 0 ? amount : undefined;
}

/** A stretch of minutes before a time that it is counted from: "10 minutes | before 6pm". */
export function minutesAmountAt(reading: Reading, at: number): Match<number> | undefined {
  const amount = amountAt(reading, at, true);
  const isMinutes = amount && amount.value.minutes > 0 && amount.value.days === 0 && amount.value.months === 0;
  return isMinutes ? { value: amount.value.minutes, next: amount.next } : undefined;
}

/** "for 45 minutes", "1h", "hora y media", "90-minute": minutes. */
export function lengthAt(reading: Reading, at: number): Match<number> | undefined {
  const prefix = reading.is(at, 'for', 'of');
  const amount = amountAt(reading, prefix?.next ?? at, prefix?.value.is === 'for');
  if (!amount || amount.value.days || amount.value.months || amount.value.minutes === 0) return undefined;
  if (reading.is(amount.next, 'less')) return undefined; // "una hora menos en Canarias"
  return { value: Math.round(amount.value.minutes), next: amount.next };
}
