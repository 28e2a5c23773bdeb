import { OFFERED_AHEAD_MINUTES } from '../limits.ts';
import { type Around, blockedBy, type CalendarReads, type Held } from './around.ts';
import type { Teacher } from './availability.ts';
import { countedOf, fullAt } from './objection.ts';
import { closedOn, openOn } from './open-days.ts';
import { coveredUntil, dayIn, midnightShown, type Part, type Piece, partsOf, type Stretch } from './wall-clock.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** No clock on earth is further ahead of UTC. */
const FURTHEST_AHEAD_HOURS = 14;

/** What `findSlots` has to be told, with what is in the way read by it: one question, whatever the number of tutors and days. */
export type Search = Omit<SlotQuery, 'around'>;

/** Reads what is in the way and finds the slots. */
export async function searchSlots(store: CalendarReads, search: Search): Promise<readonly Slot[]> {
  const { tutors, learner, now, from = now } = search;
  const furthest = Math.max(0, ...tutors.map(({ rules }) => rules.aheadDays)) * DAY;
  const to = new Date(Math.min(now.getTime() + furthest, search.to?.getTime() ?? Number.POSITIVE_INFINITY));
  const people = tutors.map(({ person }) => person.id);
  const around = await store.around({
    people: learner === undefined ? people : [...people, learner],
    counted: countedOf(tutors),
    from: new Date(from.getTime() - DAY),
    to: new Date(to.getTime() + DAY),
    now,
    learner,
  });
  return findSlots({ ...search, around });
}

/** A start that can be booked, and who is free then. */
export interface Slot {
  readonly startsAt: Date;
  readonly tutors: readonly string[];
}

export interface SlotQuery {
  readonly tutors: readonly Teacher[];
  readonly around: Around;
  /** Whose own time is in the way too. */
  readonly learner?: string | undefined;
  readonly lengthMinutes: number;
  readonly now: Date;
  /** Not before and not after; left out: as the tutors' rules have it. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly most: number;
  /** Where a tutor lives who has not said so. */
  readonly zone: string;
}

/**
 * The next starts that can really be booked with one of these tutors, soonest first: their hours without days off,
 * holidays, what is held with the buffers around it, full days, and what is too soon or too far. One pass over the days
 * for all tutors, and no more days than it takes to find `most`.
 */
export function findSlots(query: SlotQuery): readonly Slot[] {
  const { most, around } = query;
  const held = Map.groupBy(around.held, ({ person }) => person);
  const dayOf = daysIn();
  const seats = query.tutors.flatMap((tutor) => seatOf(tutor, query, held, dayOf) ?? []);
  const found = new Map<number, string[]>();
  if (seats.length === 0) return [];
  let day = seats.map(({ first }) => first).reduce((a, b) => (Temporal.PlainDate.compare(b, a) < 0 ? b : a));
  let left: readonly Seat[] = seats;
  while (left.length > 0) {
    const next = day.add({ days: 1 });
    const isClosed = closedOn(day, around.closures) !== undefined;
    const isClosedNext = closedOn(next, around.closures) !== undefined;
    const partsToday = partsIn(day);
    const partsNext = partsIn(next);
    for (const seat of left) {
      const today = seat.tomorrow ?? (isClosed ? [] : openOn(day, seat.tutor, partsToday(seat.zone)));
      seat.tomorrow = isClosedNext ? [] : openOn(next, seat.tutor, partsNext(seat.zone));
      for (const start of startsOf(today, seat, query)) {
        const tutors = found.get(start);
        if (!tutors) found.set(start, [seat.id]);
        // Hours may overlap: each tutor is named once.
        else if (tutors.at(-1) !== seat.id) tutors.push(seat.id);
      }
    }
    const begins = midnightShown(next);
    left = left.filter(({ last }) => begins <= last);
    day = next;
    // Days begin elsewhere earlier: what lies before that is complete.
    const isComplete = (begins - FURTHEST_AHEAD_HOURS * HOUR) / SECOND;
    if (found.size >= most && [...found.keys()].filter((start) => start < isComplete).length >= most) break;
  }
  return [...found]
    .sort(([a], [b]) => a - b)
    .slice(0, most)
    .map(([start, tutors]) => ({ startsAt: new Date(start * SECOND), tutors }));
}

/** One tutor's part of the search. */
interface Seat {
  readonly id: string;
  readonly tutor: Teacher;
  readonly zone: string;
  /** Instants between which a start may lie, and the tutor's days of them. */
  readonly earliest: number;
  readonly latest: number;
  readonly first: Temporal.PlainDate;
  /** Its midnight, as `midnightShown` has it. */
  readonly last: number;
  /** In order of their beginning. */
  readonly blocked: readonly Stretch[];
  /** The open stretches of the day that comes next, once that was looked at. */
  tomorrow?: readonly Piece[];
}

function seatOf(
  tutor: Teacher,
  query: SlotQuery,
  held: ReadonlyMap<string, readonly Held[]>,
  dayOf: typeof dayIn,
): Seat | undefined {
  const { rules, person } = tutor;
  const isOpenAtAll = tutor.weeklyHours.length > 0 || tutor.exceptions.some(({ kind }) => kind === 'extra');
  if (!isOpenAtAll || !tutor.lengths.includes(query.lengthMinutes)) return undefined;
  const zone = person.zone ?? query.zone;
  const now = query.now.getTime();
  const notice = (rules.noticeMinutes ?? OFFERED_AHEAD_MINUTES) * MINUTE;
  const earliest = Math.max(now + notice, query.from?.getTime() ?? 0);
  const latest = Math.min(now + rules.aheadDays * DAY, query.to?.getTime() ?? Number.POSITIVE_INFINITY);
  if (latest < earliest) return undefined;
  const own = (held.get(person.id) ?? []).map((one) => blockedBy(one, rules));
  const theirs = query.learner === undefined ? [] : (held.get(query.learner) ?? []);
  const blocked = [...own, ...theirs.map((one) => ({ from: one.startsAt.getTime(), to: one.endsAt.getTime() }))];
  blocked.sort((a, b) => a.from - b.from);
  return {
    id: person.id,
    tutor,
    zone,
    earliest,
    latest,
    first: dayOf(earliest, zone),
    last: midnightShown(dayOf(latest, zone)),
    blocked,
  };
}

/** Most tutors can be asked from the same instant to the same. */
function daysIn(): typeof dayIn {
  const known = new Map<string, Temporal.PlainDate>();
  return (instant, zone) => {
    const key = `${instant} ${zone}`;
    const day = known.get(key) ?? dayIn(instant, zone);
    known.set(key, day);
    return day;
  };
}

/** A day is cut once for all tutors of a zone. */
function partsIn(day: Temporal.PlainDate): (zone: string) => readonly Part[] {
  const cut = new Map<string, readonly Part[]>();
  return (zone) => {
    const parts = cut.get(zone) ?? partsOf(day, zone);
    cut.set(zone, parts);
    return parts;
  };
}

/** In seconds since 1970: numbers that small cost no memory, and there are thousands of them for each question. */
function startsOf(today: readonly Piece[], seat: Seat, query: SlotQuery): readonly number[] {
  const length = query.lengthMinutes * MINUTE;
  const step = seat.tutor.rules.everyMinutes * MINUTE;
  const starts: number[] = [];
  const { mostADay, mostAWeek } = seat.tutor.rules;
  const isCounted = mostADay !== undefined || mostAWeek !== undefined;
  const [first] = today;
  if (!first) return [];
  const last = Math.max(...today.map(({ to }) => to)) + length;
  const all = [...today, ...(seat.tomorrow ?? [])];
  const blocked = seat.blocked.filter(({ from, to }) => to > first.from && from < last);
  for (const piece of today) {
    const until = Math.min(coveredUntil(piece.from, all) - length, seat.latest);
    const earliest = Math.max(piece.from, seat.earliest);
    const skipped = Math.max(0, Math.ceil((earliest - piece.anchor) / step));
    for (let start = piece.anchor + skipped * step; start < piece.to && start <= until; start += step) {
      const end = start + length;
      if (blocked.length > 0 && blocked.some(({ from, to }) => from < end && to > start)) continue;
      if (!isCounted || !fullAt(seat.tutor, start, query.around.taught, seat.zone)) starts.push(start / SECOND);
    }
  }
  return starts;
}
