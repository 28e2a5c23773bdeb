import type { Piece } from './piece.ts';
import type { Reading } from './reading.ts';
import { isOrdinaryWord } from './time-words.ts';

/** Words that are also ordinary words ("sat", "night", "3rd") count only beside a time or a date. */
export function counts(piece: Piece, pieces: readonly Piece[], reading: Reading): boolean {
  if (piece.is === 'day' && piece.day.is === 'month') return pieces.length > 1;
  if (isState(piece, reading)) return false;
  if (!isWeak(piece)) return true;
  const isDay = piece.is === 'day';
  if (piece.from === 0 && piece.next >= reading.tokens.length)
    return (
      !(isDay && piece.day.is === 'date' && isHoliday(piece, reading)) && reading.text !== reading.text.toUpperCase()
    ); // SAT is an exam
  const isWeakDay =
    isDay && (piece.day.is === 'weekday' || piece.day.is === 'weekend' || isOrdinalWord(piece, reading));
  if (isWeakDay && pieces.some((other) => other.is === 'day' && other.day.is === 'offset' && !isWeak(other)))
    return false;
  const index = pieces.indexOf(piece);
  const [before, after] = [pieces[index - 1], pieces[index + 1]];
  const touchesBefore = before !== undefined && pastJoint(reading, before.next) >= piece.from;
  const touchesAfter = after !== undefined && pastJoint(reading, piece.next) >= after.from;
  // "with tom 5pm" is a person
  if (isDay && piece.day.is === 'offset' && piece.from > 0 && !touchesBefore) return false;
  return [touchesBefore && before, touchesAfter && after].some(
    (other) =>
      other &&
      (other.is === 'span' || other.is === 'loose' || other.is === 'part' || other.is === 'day' || other.is === 'zone'),
  );
}

/** "sat or sun", "wed/thu": past what joins two days; "wed works, 3pm". */
function pastJoint(reading: Reading, at: number): number {
  const from = reading.skipMarks(at);
  return reading.skipMarks(reading.is(from, 'or', 'agrees')?.next ?? from);
}

/** "i'm only at 5 health": where somebody is, and not when. */
function isState(piece: Piece, reading: Reading): boolean {
  if (piece.is !== 'span' || piece.span.clock.strength > 2 || !reading.is(piece.from, 'at')) return false;
  const before = reading.is(piece.from - 1, 'only') ? piece.from - 2 : piece.from - 1;
  return reading.is(before, 'i-am') !== undefined && isOrdinaryWord(reading, piece.next);
}

function isWeak(piece: Piece): boolean {
  if (piece.is === 'part') return piece.weak;
  if (piece.is !== 'day') return false;
  const { day } = piece;
  if (day.is === 'weekend') return true;
  return (day.is === 'weekday' || day.is === 'date' || day.is === 'offset') && day.weak === true;
}

const isHoliday = (piece: Piece, reading: Reading) =>
  reading.is(piece.from, 'holiday') !== undefined || reading.is(piece.from + 1, 'holiday') !== undefined;

/** "the second" is of a lesson as often as of a month. */
const isOrdinalWord = (piece: Piece, reading: Reading) =>
  piece.is === 'day' &&
  piece.day.is === 'date' &&
  reading.tokens[piece.next - 1]?.kind === 'word' &&
  !isHoliday(piece, reading);
