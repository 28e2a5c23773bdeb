import type { Amount } from './amount-units.ts';
import { agreeingDay } from './calendar-dates.ts';
import type { Clock } from './clock-at.ts';
import { readClock, spanLength, startOf, type Times } from './clock-readings.ts';
import type { Span } from './clocks.ts';
import type { Day } from './days.ts';
import type { Piece } from './piece.ts';
import type { Part } from './sense.ts';
import type { Context } from './when.ts';
import type { ZoneWords } from './zone-words.ts';

/** What a text says, once every number knows whether it is a day or an hour. */
export interface Told {
  /** The pieces that were believed, in the order of the text. */
  readonly used: readonly Piece[];
  readonly instants: readonly number[];
  readonly isNow: boolean;
  /** Several: "in 1-2 hours". */
  readonly relative?: readonly Amount[];
  readonly days: readonly Day[];
  /** Undefined: no time was said. Without any minutes: only a limit to it, or one that contradicts the part of the day. */
  readonly times?: Times;
  readonly zone?: ZoneWords;
  readonly lengthMinutes?: number;
  readonly isWeekly: boolean;
  /** "2d3h" alone: it may count from now, which nobody said. */
  readonly isGuess: boolean;
}

/** Minutes; hours that are further apart are not meant as one session. */
const LONGEST_SESSION = 240;
const DAYS_A_LOOSE_NUMBER_LOOKS_AHEAD = 31;

/** Decides between the pieces: the surest time wins over a stray number ("chapter 5 tomorrow 17:00"). */
export function settle(scanned: readonly Piece[], today: Temporal.PlainDate, context: Context): Told {
  const pieces = dottedAsDates(looseNumbers(scanned, today, context));
  const strongest = Math.max(...pieces.map(strengthOf));
  const hasTime = strongest > 0;
  const isDated = pieces.some(({ is }) => is === 'day' || is === 'relative' || is === 'instant') || hasTime;
  const [firstLength] = pieces.filter(({ is }) => is === 'length');
  const guess = pieces.length === 1 && pieces[0]?.is === 'mixed' ? [pieces[0].amount] : undefined;
  const used = pieces.filter((piece) => {
    if (piece.is === 'mixed') return false;
    if (piece.is === 'span') return strengthOf(piece) === strongest;
    // beside "tomorrow" it is of something else
    if (piece.is === 'day' && piece.day.is === 'week')
      return !pieces.some((other) => other.is === 'day' && other.day.is === 'offset');
    if (piece.is === 'zone' || piece.is === 'remark') return hasTime;
    if (piece.is === 'now') return !isDated;
    return piece.is === 'length' ? piece === firstLength : true;
  });
  const relative = used.find((piece) => piece.is === 'relative')?.amounts ?? guess;
  const spans = used.flatMap((piece) => (piece.is === 'span' ? [piece.span] : []));
  const times = spans.length > 0 ? readSpans(spans, dayPartOf(used), context) : undefined;
  const zone = used.find((piece) => piece.is === 'zone')?.words;
  const lengthMinutes = used.find((piece) => piece.is === 'length')?.minutes ?? lengthOf(spans);
  return {
    used,
    instants: used.flatMap((piece) => (piece.is === 'instant' ? [piece.epochMs] : [])),
    isNow: used.some(({ is }) => is === 'now'),
    days: used.flatMap(daysOf),
    isWeekly: used.some((piece) => piece.is === 'day' && piece.day.is === 'weekday' && piece.day.weekly),
    isGuess: guess !== undefined,
    ...(relative && { relative }),
    ...(times && { times }),
    ...(zone && { zone }),
    ...(lengthMinutes && { lengthMinutes }),
  };
}

const strengthOf = (piece: Piece) => (piece.is === 'span' ? piece.span.clock.strength : 0);

/** "in 3 days": a day rather than a moment. */
function daysOf(piece: Piece): Day[] {
  if (piece.is === 'day') return [piece.day];
  if (piece.is !== 'relative' || piece.amounts.some(({ minutes }) => minutes > 0)) return [];
  return piece.amounts.map(({ days, months }) => ({ is: 'offset', days, months }));
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

/** "9-5": when one is free rather than a session. */
function isWindow(span: Span): boolean {
  const isPlain = !span.clock.full && !span.end?.full;
  return isPlain && (spanLength({ ...span, clock: startOf(span) }) ?? 0) > LONGEST_SESSION;
}

/** An open hour limits as little as it can: "after 5" is from 5:00 on, "before 5" until 17:00. */
function limits(spans: readonly Span[], dayPart: Part | undefined, spoken: Parameters<typeof readClock>[2]): Times {
  const minutesOf = (clock: Clock) => readClock(clock, dayPart, spoken).minutes;
  const from = spans.flatMap((span) => (span.bound === 'after' || isWindow(span) ? minutesOf(startOf(span)) : []));
  const to = spans.flatMap((span) =>
    span.bound === 'before' ? minutesOf(span.clock) : isWindow(span) && span.end ? minutesOf(span.end) : [],
  );
  const within = {
    ...(from.length > 0 && { from: Math.min(...from) }),
    ...(to.length > 0 && { to: Math.max(...to) }),
  };
  return { minutes: [], within };
}

function readSpans(spans: readonly Span[], dayPart: Part | undefined, context: Context): Times {
  const spoken = { ...context.language.lexicon.habits, hours24: context.hours24 };
  if (spans.some((span) => span.bound || isWindow(span))) return limits(spans, dayPart, spoken);
  const clocks = spans.flatMap((span) =>
    span.either && span.end ? [startOf(span), span.end, ...(span.also ? [span.also] : [])] : [startOf(span)],
  );
  const read = clocks.map((clock) => readClock(clock, dayPart, spoken));
  const minutes = [...new Set(read.flatMap((times) => times.minutes))];
  const doubt = clocks.length > 1 && minutes.length > 1 ? 'several' : read.find((times) => times.doubt)?.doubt;
  return doubt ? { minutes, doubt } : { minutes };
}

function lengthOf(spans: readonly Span[]): number | undefined {
  const [span] = spans;
  return span && spans.length === 1 && !isWindow(span) ? spanLength({ ...span, clock: startOf(span) }) : undefined;
}
