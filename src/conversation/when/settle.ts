import type { Amount } from './amounts.ts';
import { agreeingDay } from './calendar.ts';
import { readClock, spanLength, startOf, type Times } from './clock-readings.ts';
import type { Span } from './clocks.ts';
import type { Day } from './days.ts';
import type { Piece } from './scan.ts';
import type { Part } from './sense.ts';
import type { Context } from './when.ts';
import type { ZoneWords } from './zone-words.ts';

/** What a text says, once every number knows whether it is a day or an hour. */
export interface Told {
  /** The pieces that were believed, in the order of the text. */
  readonly used: readonly Piece[];
  readonly instants: readonly number[];
  readonly isNow: boolean;
  readonly relative?: Amount;
  readonly days: readonly Day[];
  /** Undefined: no time was said. Without any minutes: only a limit to it, or one that contradicts the part of the day. */
  readonly times?: Times;
  readonly zone?: ZoneWords;
  readonly lengthMinutes?: number;
  readonly isWeekly: boolean;
}

const DAYS_A_LOOSE_NUMBER_LOOKS_AHEAD = 31;

/** Decides between the pieces: the surest time wins over a stray number ("chapter 5 tomorrow 17:00"). */
export function settle(scanned: readonly Piece[], today: Temporal.PlainDate, context: Context): Told {
  const pieces = dottedAsDates(looseNumbers(scanned, today, context));
  const strongest = Math.max(...pieces.map(strengthOf));
  const hasTime = strongest > 0;
  const isDated = pieces.some(({ is }) => is === 'day' || is === 'relative' || is === 'instant') || hasTime;
  const [firstLength] = pieces.filter(({ is }) => is === 'length');
  const used = pieces.filter((piece) => {
    if (piece.is === 'span') return strengthOf(piece) === strongest;
    if (piece.is === 'zone') return hasTime;
    if (piece.is === 'now') return !isDated;
    return piece.is === 'length' ? piece === firstLength : true;
  });
  const relative = used.find((piece) => piece.is === 'relative');
  const spans = used.flatMap((piece) => (piece.is === 'span' ? [piece.span] : []));
  const times = spans.length > 0 ? readSpans(spans, dayPartOf(used), context) : undefined;
  const zone = used.find((piece) => piece.is === 'zone')?.words;
  const lengthMinutes = used.find((piece) => piece.is === 'length')?.minutes ?? lengthOf(spans);
  return {
    used,
    instants: used.flatMap((piece) => (piece.is === 'instant' ? [piece.epochMs] : [])),
    isNow: used.some(({ is }) => is === 'now'),
    days: used.flatMap((piece) => dayOf(piece) ?? []),
    isWeekly: used.some((piece) => piece.is === 'day' && piece.day.is === 'weekday' && piece.day.weekly),
    ...(relative && { relative: relative.amount }),
    ...(times && { times }),
    ...(zone && { zone }),
    ...(lengthMinutes && { lengthMinutes }),
  };
}

const strengthOf = (piece: Piece) => (piece.is === 'span' ? piece.span.clock.strength : 0);

function dayOf(piece: Piece): Day | undefined {
  if (piece.is === 'day') return piece.day;
  if (piece.is !== 'relative' || piece.amount.minutes > 0) return undefined;
  return { is: 'offset', days: piece.amount.days, months: piece.amount.months };
}

function dayPartOf(pieces: readonly Piece[]): Part | undefined {
  return pieces
    .map((piece) =>
      piece.is === 'part' ? piece.part : piece.is === 'day' && piece.day.is === 'offset' ? piece.day.part : undefined,
    )
    .find((part) => part !== undefined);
}

/** "fri 27 at 5" is the 27th; "fri 5" is five o'clock; "viernes 4" is the 4th when that is a Friday. */
function looseNumbers(pieces: readonly Piece[], today: Temporal.PlainDate, { language }: Context): Piece[] {
  const hasTime = pieces.some((piece) => strengthOf(piece) > 1);
  return pieces.map((piece, index) => {
    if (piece.is !== 'loose') return piece;
    const { from, next, day, span } = piece;
    const before = pieces[index - 1];
    const weekday = before?.is === 'day' && before.day.is === 'weekday' ? before.day.day : 0;
    const agrees = agreeingDay(day, weekday, today);
    const isSoon = agrees && today.until(agrees).days <= DAYS_A_LOOSE_NUMBER_LOOKS_AHEAD;
    if (span && !hasTime && !(isSoon && language.lexicon.habits.dateAfterWeekday))
      return { from, next, is: 'span', span };
    return { from, next, is: 'day', day: { is: 'date', readings: [{ day }] } };
  });
}

/** "1.12 17:00" is the first of December; "17.30" alone is a time. */
function dottedAsDates(pieces: readonly Piece[]): Piece[] {
  const hasOther = pieces.some((piece) => strengthOf(piece) > 1 && piece.is === 'span' && !piece.span.clock.dotted);
  return pieces.map((piece) => {
    const dotted = piece.is === 'span' && !piece.span.end ? piece.span.clock.dotted : undefined;
    if (!hasOther || !dotted || dotted.right < 1 || dotted.right > 12 || dotted.left < 1) return piece;
    const date = { day: dotted.left, month: dotted.right };
    return { from: piece.from, next: piece.next, is: 'day', day: { is: 'date', readings: [date] } };
  });
}

function readSpans(spans: readonly Span[], dayPart: Part | undefined, context: Context): Times {
  if (spans.some(({ bound }) => bound)) return { minutes: [] };
  const clocks = spans.flatMap((span) => (span.either && span.end ? [startOf(span), span.end] : [startOf(span)]));
  const spoken = { ...context.language.lexicon.habits, hours24: context.hours24 };
  const read = clocks.map((clock) => readClock(clock, dayPart, spoken));
  const minutes = [...new Set(read.flatMap((times) => times.minutes))];
  const doubt = clocks.length > 1 && minutes.length > 1 ? 'several' : read.find((times) => times.doubt)?.doubt;
  return doubt ? { minutes, doubt } : { minutes };
}

function lengthOf(spans: readonly Span[]): number | undefined {
  const [span] = spans;
  return span && spans.length === 1 ? spanLength({ ...span, clock: startOf(span) }) : undefined;
}
