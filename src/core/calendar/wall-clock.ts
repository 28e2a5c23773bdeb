/** From what a clock on a wall shows to instants, whatever that clock does that day. */

/** In milliseconds since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of wall-clock time, in milliseconds as if it were in UTC. */
export interface Shown extends Stretch {
  /** Starts are counted from here: before `from` where the window began the evening before. */
  readonly anchor: number;
}

/** A stretch of open time. */
export interface Piece extends Stretch {
  readonly anchor: number;
}

/** A day from midnight to midnight, cut where its clocks change; `offset` to UTC in milliseconds. */
export type Part = Stretch & { readonly offset: number };

/** Days that were cut before: whoever looks for open times asks for the same ones for every tutor of a zone. */
const known = new Map<string, readonly Part[]>();
const DAYS_KNOWN = 2_000;

export function partsOf(day: Temporal.PlainDate, zone: string): readonly Part[] {
  const key = `${day} ${zone}`;
  const before = known.get(key);
  if (before) return before;
  const parts = cut(day, zone);
  if (known.size >= DAYS_KNOWN) known.clear();
  known.set(key, parts);
  return parts;
}

function cut(day: Temporal.PlainDate, zone: string): readonly Part[] {
  const parts: Part[] = [];
  const midnight = day.add({ days: 1 }).toZonedDateTime(zone);
  let from = day.toZonedDateTime(zone);
  while (Temporal.ZonedDateTime.compare(from, midnight) < 0) {
    const change = from.getTimeZoneTransition('next');
    const to = change && Temporal.ZonedDateTime.compare(change, midnight) < 0 ? change : midnight;
    parts.push({
      from: from.epochMilliseconds,
      to: to.epochMilliseconds,
      offset: Math.round(from.offsetNanoseconds / 1e6),
    });
    from = to;
  }
  return parts;
}

/** Midnight as the clock shows it: milliseconds as if it were in UTC. */
export function midnightShown({ year, month, day }: Temporal.PlainDate): number {
  return Date.UTC(year, month - 1, day);
}

/**
 * The instants at which the clock on the wall shows one of these, soonest first. What a change of the clocks swallows is
 * not there, and what it repeats is there twice.
 */
export function instantsOf(shown: readonly Shown[], parts: readonly Part[]): readonly Piece[] {
  return shown.flatMap(({ from, to, anchor }) => pieces(from, to, anchor, parts)).sort((a, b) => a.from - b.from);
}

function pieces(from: number, to: number, anchor: number, parts: readonly Part[]): readonly Piece[] {
  const all: Piece[] = [];
  for (const part of parts) {
    const start = Math.max(part.from, from - part.offset);
    const end = Math.min(part.to, to - part.offset);
    if (end <= start) continue;
    const last = all.at(-1);
    // Those that touch are one.
    if (last?.to === start) all[all.length - 1] = { ...last, to: end };
    else all.push({ from: start, to: end, anchor: anchor < from ? anchor - part.offset : start });
  }
  return all;
}

/** What is left of stretches without others. */
export function without<S extends Stretch>(stretches: readonly S[], taken: readonly Stretch[]): readonly S[] {
  if (taken.length === 0) return stretches;
  return taken.reduce<readonly S[]>(
    (left, { from, to }) =>
      left.flatMap((one) =>
        one.to <= from || one.from >= to
          ? [one]
          : [...(one.from < from ? [{ ...one, to: from }] : []), ...(one.to > to ? [{ ...one, from: to }] : [])],
      ),
    stretches,
  );
}

/** How far the stretches, in order, reach from an instant on without a gap: the instant itself when it lies in none. */
export function coveredUntil(instant: number, stretches: readonly Stretch[]): number {
  let until = instant;
  for (const { from, to } of stretches) {
    if (from <= until && to > until) until = to;
  }
  return until;
}

export function dayIn(instant: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
}
