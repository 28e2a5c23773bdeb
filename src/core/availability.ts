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
  const slots: Date[] = [];
  let day = query.from.toTemporalInstant().toZonedDateTimeISO(query.zone).toPlainDate();
  const lastDay = query.to.toTemporalInstant().toZonedDateTimeISO(query.zone).toPlainDate();
  while (Temporal.PlainDate.compare(day, lastDay) <= 0 && slots.length < query.most) {
    for (const stretch of stretchesOf(day, query.weeklyHours, query.zone)) slots.push(...startsWithin(stretch, query));
    day = day.add({ days: 1 });
  }
  return slots.sort((a, b) => a.getTime() - b.getTime()).slice(0, query.most);
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
  let coveredUntil = startsAt.getTime();
  for (const { from, to } of stretches) {
    if (from <= coveredUntil && to > coveredUntil) coveredUntil = to;
  }
  return coveredUntil >= endsAt.getTime();
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The hours of one day as instants: an hour that a clock change swallows is not offered, one that comes twice is offered once. */
function stretchesOf(day: Temporal.PlainDate, weeklyHours: readonly WeeklyHours[], zone: string): readonly Stretch[] {
  return weeklyHours
    .filter((hours) => hours.day === day.dayOfWeek)
    .map((hours) => ({ from: instantOf(day, hours.from, zone), to: instantOf(day, hours.to, zone) }))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
}

function instantOf(day: Temporal.PlainDate, wallTime: string, zone: string): number {
  const [date, time] = wallTime === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, wallTime];
  return date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
}

function startsWithin(stretch: Stretch, query: SlotQuery): readonly Date[] {
  const length = query.lengthMinutes * MINUTE;
  const latest = Math.min(stretch.to - length, query.to.getTime());
  const starts: Date[] = [];
  for (let start = stretch.from; start <= latest; start += STEP_MINUTES * MINUTE) {
    if (start < query.from.getTime()) continue;
    const isFree = query.busy.every(
      (busy) => busy.endsAt.getTime() <= start || busy.startsAt.getTime() >= start + length,
    );
    if (isFree) starts.push(new Date(start));
    if (starts.length === query.most) break;
  }
  return starts;
}
