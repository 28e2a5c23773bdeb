import type { Tutor, WeeklyHours } from '../people/person.ts';
import type { Busy } from '../session/port.ts';

/** Starts are offered on the half hour. */
const STEP_MINUTES = 30;

const MINUTE = 60_000;

export interface SlotQuery {
  readonly weeklyHours: readonly WeeklyHours[];
  /** IANA zone in which the weekly hours are meant. */
  readonly zone: string;
  readonly busy: readonly Omit<Busy, 'person'>[];
  readonly lengthMinutes: number;
  readonly from: Date;
  readonly to: Date;
  readonly most: number;
}

/** The next starts at which a session of this length fits into the weekly hours and nothing else is on, soonest first. */
export function openSlots(query: SlotQuery): readonly Date[] {
  const starts = new Set<number>();
  let day = query.from.toTemporalInstant().toZonedDateTimeISO(query.zone).toPlainDate();
  const lastDay = query.to.toTemporalInstant().toZonedDateTimeISO(query.zone).toPlainDate();
  let today = stretchesOf(day, query.weeklyHours, query.zone);
  while (Temporal.PlainDate.compare(day, lastDay) <= 0 && starts.size < query.most) {
    day = day.add({ days: 1 });
    const tomorrow = stretchesOf(day, query.weeklyHours, query.zone);
    for (const stretch of today) {
      const until = coveredUntil(stretch.from, [...today, ...tomorrow]);
      for (const start of startsWithin(stretch, until, query)) starts.add(start);
    }
    today = tomorrow;
  }
  return [...starts]
    .sort((a, b) => a - b)
    .slice(0, query.most)
    .map((start) => new Date(start));
}

/** True when the whole of it lies within the weekly hours. */
export function isWithinHours(
  weeklyHours: readonly WeeklyHours[],
  zone: string,
  startsAt: Date,
  endsAt: Date,
): boolean {
  const day = startsAt.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate();
  // Hours that end at midnight may go on with the next day's first ones.
  const stretches = [day, day.add({ days: 1 })].flatMap((one) => stretchesOf(one, weeklyHours, zone));
  return coveredUntil(startsAt.getTime(), stretches) >= endsAt.getTime();
}

/** True when the tutor offers that time, or has not said which times they offer. */
export function isOffered(tutor: Tutor, startsAt: Date, endsAt: Date): boolean {
  const zone = tutor.person.zone;
  return (
    tutor.weeklyHours.length === 0 || zone === undefined || isWithinHours(tutor.weeklyHours, zone, startsAt, endsAt)
  );
}

/** How far the stretches reach from an instant on without a gap: the instant itself when it lies in none. */
function coveredUntil(instant: number, stretches: readonly Stretch[]): number {
  let until = instant;
  for (const { from, to } of stretches) {
    if (from <= until && to > until) until = to;
  }
  return until;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The hours of one day as instants, soonest first: whenever the clock on the tutor's wall shows one of them. What a
 * change of the clocks swallows is not there, and what it repeats is there twice.
 */
function stretchesOf(day: Temporal.PlainDate, weeklyHours: readonly WeeklyHours[], zone: string): readonly Stretch[] {
  const parts = partsOf(day, zone);
  return weeklyHours
    .filter((hours) => hours.day === day.dayOfWeek)
    .flatMap((hours) => {
      const [from, to] = [wallTime(day, hours.from), wallTime(day, hours.to)];
      const within = parts.map((part) => ({
        from: Math.max(part.from, from - part.offset),
        to: Math.min(part.to, to - part.offset),
      }));
      return joined(within.filter((one) => one.to > one.from));
    })
    .sort((a, b) => a.from - b.from);
}

/** A day from midnight to midnight, cut where its clocks change; `offset` to UTC in milliseconds. */
function partsOf(day: Temporal.PlainDate, zone: string): readonly (Stretch & { readonly offset: number })[] {
  const parts: (Stretch & { offset: number })[] = [];
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

/** What the clock shows, as milliseconds as if it were in UTC. */
function wallTime(day: Temporal.PlainDate, time: string): number {
  const local = time === '24:00' ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime(time);
  return local.toZonedDateTime('UTC').epochMilliseconds;
}

/** Stretches in order, with those that touch as one. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = [];
  for (const { from, to } of stretches) {
    const last = all.at(-1);
    if (last?.to === from) all[all.length - 1] = { from: last.from, to };
    else all.push({ from, to });
  }
  return all;
}

function startsWithin(stretch: Stretch, until: number, query: SlotQuery): readonly number[] {
  const length = query.lengthMinutes * MINUTE;
  const latest = Math.min(until - length, query.to.getTime());
  const starts: number[] = [];
  for (let start = stretch.from; start < stretch.to && start <= latest; start += STEP_MINUTES * MINUTE) {
    if (start < query.from.getTime()) continue;
    const isFree = query.busy.every(
      (busy) => busy.endsAt.getTime() <= start || busy.startsAt.getTime() >= start + length,
    );
    if (isFree) starts.push(start);
    if (starts.length === query.most) break;
  }
  return starts;
}
