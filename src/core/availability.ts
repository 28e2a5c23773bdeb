import type { WeeklyHours } from './person.ts';
import type { Busy } from './ports.ts';

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

/** The hours of one day as instants, soonest first. What a clock change swallows of them is not there. */
function stretchesOf(day: Temporal.PlainDate, weeklyHours: readonly WeeklyHours[], zone: string): readonly Stretch[] {
  return weeklyHours
    .filter((hours) => hours.day === day.dayOfWeek)
    .map((hours) => ({ from: instantOf(day, hours.from, zone), to: instantOf(day, hours.to, zone) }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
}

/** A wall time that comes twice is its first; one that a clock change skips is the moment of the change. */
function instantOf(day: Temporal.PlainDate, wallTime: string, zone: string): number {
  const local = wallTime === '24:00' ? day.add({ days: 1 }).toPlainDateTime() : day.toPlainDateTime(wallTime);
  const instant = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const skips = instant.toPlainDateTime().equals(local) ? null : instant.getTimeZoneTransition('next');
  return (skips ?? instant).epochMilliseconds;
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
