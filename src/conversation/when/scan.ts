import { type Amount, lengthAt, relativeAt } from './amounts.ts';
import { type Span, spanAt } from './clocks.ts';
import { type Day, dayAt } from './days.ts';
import type { Match, Reading } from './reading.ts';
import type { Part } from './sense.ts';
import { type ZoneWords, zoneAt } from './zone-words.ts';

/** Words about time, from token `from` up to, not including, `next`. */
export type Piece = { readonly from: number; readonly next: number } & Meaning;

type Meaning =
  | { readonly is: 'instant'; readonly epochMs: number }
  | { readonly is: 'now' }
  | { readonly is: 'relative'; readonly amount: Amount }
  | { readonly is: 'length'; readonly minutes: number }
  | { readonly is: 'span'; readonly span: Span }
  | { readonly is: 'day'; readonly day: Day }
  | { readonly is: 'part'; readonly part: Part; readonly weak: boolean }
  | { readonly is: 'zone'; readonly words: ZoneWords }
  /** A number after a weekday: the day of the month or, when it can be one, the hour. */
  | { readonly is: 'loose'; readonly day: number; readonly span?: Span };

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
  const relative = relativeAt(reading, at);
  if (relative) return { value: { is: 'relative', amount: relative.value }, next: relative.next };
  return (
    looseAt(reading, at, pieces) ??
    dayMeaning(reading, at) ??
    lengthMeaning(reading, at) ??
    spanMeaning(reading, at, pieces) ??
    partMeaning(reading, at) ??
    zoneMeaning(reading, at, pieces)
  );
}

function dayMeaning(reading: Reading, at: number): Match<Meaning> | undefined {
  const day = dayAt(reading, at);
  return day && { value: { is: 'day', day: day.value }, next: day.next };
}

function lengthMeaning(reading: Reading, at: number): Match<Meaning> | undefined {
  const length = lengthAt(reading, at);
  return length && { value: { is: 'length', minutes: length.value }, next: length.next };
}

function spanMeaning(reading: Reading, at: number, pieces: readonly Piece[]): Match<Meaning> | undefined {
  const isAlone = reading.tokens.length === 1;
  const before = touching(reading, at, pieces);
  const isAfterDay = before?.is === 'day' || before?.is === 'part' || before?.is === 'loose';
  const isBeforeDay = at === 0 && (dayAt(reading, 1) !== undefined || reading.is(1, 'part') !== undefined);
  const span = spanAt(reading, at, isAlone || isAfterDay || isBeforeDay);
  return span && { value: { is: 'span', span: span.value }, next: span.next };
}

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

function partMeaning(reading: Reading, at: number): Match<Meaning> | undefined {
  const part = reading.is(at, 'part');
  return part && { value: { is: 'part', part: part.value.part, weak: part.value.weak === true }, next: part.next };
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

/** Words that are also ordinary words ("sat", "night", "3rd") count only beside a time or a date. */
function counts(piece: Piece, pieces: readonly Piece[], reading: Reading): boolean {
  const isWeekday = piece.is === 'day' && piece.day.is === 'weekday';
  const isWeak =
    piece.is === 'part'
      ? piece.weak
      : piece.is === 'day' && (piece.day.is === 'weekday' || piece.day.is === 'date') && piece.day.weak === true;
  if (!isWeak) return true;
  if (piece.from === 0 && piece.next >= reading.tokens.length) return reading.text !== reading.text.toUpperCase(); // SAT is an exam
  if (isWeekday && pieces.some((other) => other.is === 'day' && other.day.is === 'offset')) return false;
  const index = pieces.indexOf(piece);
  const [before, after] = [pieces[index - 1], pieces[index + 1]];
  const touchesBefore = before !== undefined && reading.skipMarks(before.next) >= piece.from;
  const touchesAfter = after !== undefined && reading.skipMarks(piece.next) >= after.from;
  return [touchesBefore && before, touchesAfter && after].some(
    (other) => other && (other.is === 'span' || other.is === 'loose' || other.is === 'part' || other.is === 'day'),
  );
}
