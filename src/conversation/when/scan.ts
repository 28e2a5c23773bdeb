import { lengthAt, minutesAmountAt, mixedAt, relativeAt } from './amounts.ts';
import { beforeDay } from './clock-tails.ts';
import { countedFromAt, spanAt } from './clocks.ts';
import { counts } from './counts.ts';
import { dayAt } from './days.ts';
import type { Meaning, Piece } from './piece.ts';
import type { Match, Reading } from './reading.ts';
import { placeAt, zoneAt } from './zone-words.ts';

const LAST_DAY = 31;

/** All the words about time in a text, from left to right. */
export function scan(reading: Reading): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < reading.tokens.length) {
    const match = meaningAt(reading, at, pieces);
    if (match) pieces.push({ from: at, next: match.next, ...match.value });
    at = match?.next ?? at + 1;
  }
  return pieces.filter((piece) => counts(piece, pieces, reading));
}

function meaningAt(reading: Reading, at: number, pieces: readonly Piece[]): Match<Meaning> | undefined {
  const token = reading.tokens[at];
  if (token?.kind === 'instant') return { value: { is: 'instant', epochMs: token.epochMs }, next: at + 1 };
  const now = reading.is(at, 'now');
  if (now) return { value: { is: 'now' }, next: now.next };
  const remark = remarkAt(reading, at);
  if (remark) return remark;
  const relative = relativeAt(reading, at);
  if (relative && !dayAt(reading, at))
    return { value: { is: 'relative', amounts: relative.value }, next: relative.next };
  return (
    mixedMeaning(reading, at) ??
    looseAt(reading, at, pieces) ??
    dayMeaning(reading, at) ??
    countedMeaning(reading, at) ??
    lengthMeaning(reading, at) ??
    spanMeaning(reading, at, pieces) ??
    partMeaning(reading, at, pieces) ??
    zoneMeaning(reading, at, pieces)
  );
}

function mixedMeaning(reading: Reading, at: number): Match<Meaning> | undefined {
  const mixed = relativeAt(reading, at) ? undefined : mixedAt(reading, at);
  return mixed && { value: { is: 'mixed', amount: mixed.value }, next: mixed.next };
}

function dayMeaning(reading: Reading, at: number): Match<Meaning> | undefined {
  const day = dayAt(reading, at);
  return day && { value: { is: 'day', day: day.value }, next: day.next };
}

/** "una hora menos en Canarias", said beside the time. */
function remarkAt(reading: Reading, at: number): Match<Meaning> | undefined {
  const amount = minutesAmountAt(reading, at);
  const less = amount && reading.is(amount.next, 'less', 'more');
  const place = less && reading.is(less.next, 'in') && placeAt(reading, less.next);
  return place ? { value: { is: 'remark' }, next: place.next } : undefined;
}

/** "10 minutes before 6pm" is a time, and no length. */
function countedMeaning(reading: Reading, at: number): Match<Meaning> | undefined {
  const span = countedFromAt(reading, at);
  return span && { value: { is: 'span', span: span.value }, next: span.next };
}

function lengthMeaning(reading: Reading, at: number): Match<Meaning> | undefined {
  const length = lengthAt(reading, at);
  return length && { value: { is: 'length', minutes: length.value }, next: length.next };
}

function spanMeaning(reading: Reading, at: number, pieces: readonly Piece[]): Match<Meaning> | undefined {
  const isAlone = reading.tokens.length === 1;
  const before = touching(reading, at, pieces);
  const isAfterDay = before?.is === 'day' || before?.is === 'part' || before?.is === 'loose';
  const isBeforeDay = at === 0 && isDayAt(reading, spanAt(reading, at, true)?.next ?? 1);
  const span = spanAt(reading, at, isAlone || isAfterDay || isBeforeDay);
  return span && { value: { is: 'span', span: span.value }, next: span.next };
}

const isDayAt = (reading: Reading, at: number) =>
  dayAt(reading, at) !== undefined || reading.is(at, 'part') !== undefined;

function looseAt(reading: Reading, at: number, pieces: readonly Piece[]): Match<Meaning> | undefined {
  const token = reading.tokens[at];
  const before = touching(reading, at, pieces);
  const isAfterWeekday = before?.is === 'day' && before.day.is === 'weekday';
  if (!isAfterWeekday || token?.kind !== 'number' || token.ordinal || token.digits.length > 2) return undefined;
  if (!Number.isInteger(token.value) || token.value < 1 || token.value > LAST_DAY) return undefined;
  if (dayAt(reading, at) || lengthAt(reading, at) || reading.tokens[at + 1]?.kind === 'meridiem') return undefined;
  const span = spanAt(reading, at, true);
  if (span && span.value.clock.strength > 1) return undefined;
  if (span?.value.end) return undefined;
  return { value: { is: 'loose', day: token.value, ...(span && { span: span.value }) }, next: at + 1 };
}

function partMeaning(reading: Reading, at: number, pieces: readonly Piece[]): Match<Meaning> | undefined {
  const token = reading.tokens[at];
  const before = touching(reading, at, pieces);
  if (token?.kind === 'meridiem' && before?.is === 'day')
    return { value: { is: 'part', part: token.pm ? 'pm' : 'am', weak: false }, next: at + 1 }; // "sat am"
  const part = reading.is(at, 'part');
  if (!part) return undefined;
  const next = beforeDay(reading, part.next) ?? part.next; // "en la noche de mañana"
  return { value: { is: 'part', part: part.value.part, weak: part.value.weak === true && next === part.next }, next };
}

/** A zone follows a time ("5pm CET", "5pm tomorrow CET"); a name like Europe/Berlin may stand anywhere. */
function zoneMeaning(reading: Reading, at: number, pieces: readonly Piece[]): Match<Meaning> | undefined {
  const isNamed = reading.tokens[at]?.kind === 'place';
  const follows =
    touching(reading, at, pieces) !== undefined && pieces.some(({ is }) => is === 'span' || is === 'loose');
  const zone = isNamed || follows ? zoneAt(reading, at) : undefined;
  return zone && { value: { is: 'zone', words: zone.value }, next: zone.next };
}

/** The piece that ends where `at` begins, commas and brackets aside. */
function touching(reading: Reading, at: number, pieces: readonly Piece[]): Piece | undefined {
  const last = pieces.at(-1);
  return last && reading.skipMarks(last.next) >= at ? last : undefined;
}
