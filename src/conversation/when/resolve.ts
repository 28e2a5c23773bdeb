import { readDays } from './calendar.ts';
import { aheadOf, type Candidate, candidatesOf, doubtsOf } from './candidates.ts';
import type { Times } from './clock-readings.ts';
import type { Told } from './settle.ts';
import type { Doubt, When } from './when.ts';

/** What kind of answer it is; the words that are left over are added by the caller. */
type Answer = When extends infer Each
  ? Each extends When
    ? Omit<Each, 'rest' | 'lengthMinutes' | 'weekly'>
    : never
  : never;

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Turns what was told into moments. */
export function resolve(told: Told, now: Temporal.ZonedDateTime): Answer {
  if (told.instants.length > 0) return answer(told.instants, ['several']);
  if (told.relative && told.relative.minutes > 0) {
    const { months, days, minutes } = told.relative;
    return answer([wholeMinute(now.add({ months, days }).add({ minutes }))], []);
  }
  if (told.isNow) return answer([wholeMinute(now)], []);
  const { zone, times } = told;
  const days = readDays(told.days, now.toPlainDate());
  const isImpossible = days?.days.length === 0; // 31 April
  if (times && zone && 'place' in zone) return { kind: 'incomplete', missing: 'zone', place: zone.place };
  if (!times || times.minutes.length === 0) {
    if (days && !isImpossible) return { kind: 'incomplete', missing: 'time', days: days.days.map(String) };
    if (times && !days) return { kind: 'incomplete', missing: 'time', days: [now.toPlainDate().toString()] };
    return told.used.some(({ is }) => is === 'day' || is === 'part' || is === 'span')
      ? { kind: 'incomplete', missing: 'day', times: [] }
      : { kind: 'unknown' };
  }
  const zones = zone && 'zones' in zone && zone.zones.length > 0 ? zone.zones : [now.timeZoneId];
  if (days && !isImpossible) return choose(candidatesOf(days.days, times.minutes, zones), days.doubts, times, now);
  if (told.days.length > 0) return { kind: 'incomplete', missing: 'day', times: times.minutes.map(wallTime) };
  return withoutDay(times, zones, now);
}

/** A time alone is today's. When it has passed the day is asked for; an open "at 5" is whichever 5 o'clocks come next. */
function withoutDay(times: Times, zones: readonly string[], now: Temporal.ZonedDateTime): Answer {
  const today = now.toPlainDate();
  const isAhead = ({ epochMs }: Candidate) => epochMs > now.epochMilliseconds;
  const todays = candidatesOf([today], times.minutes, zones);
  if (times.minutes.length === 1) {
    if (!todays.some(isAhead)) return { kind: 'incomplete', missing: 'day', times: times.minutes.map(wallTime) };
    return choose(todays, [], times, now);
  }
  const next = times.minutes.flatMap((minute) => {
    const sameDay = candidatesOf([today], [minute], zones);
    return sameDay.some(isAhead) ? sameDay : candidatesOf([today.add({ days: 1 })], [minute], zones);
  });
  return choose(
    next.sort((a, b) => a.epochMs - b.epochMs),
    [],
    times,
    now,
  );
}

function choose(
  all: readonly Candidate[],
  dayDoubts: readonly Doubt[],
  times: Times,
  now: Temporal.ZonedDateTime,
): Answer {
  const [first, second] = all;
  const isOneWallTime =
    first && all.every(({ day, minute, zone }) => day === first.day && minute === first.minute && zone === first.zone);
  if (isOneWallTime && second && first.change === 'skipped') {
    const nearest = [new Date(first.epochMs), new Date(second.epochMs)] as const;
    return { kind: 'skipped', day: first.day, time: wallTime(first.minute), nearest };
  }
  const candidates = aheadOf(now.epochMilliseconds, preferOwnZone(all, now.timeZoneId));
  return answer(
    candidates.map(({ epochMs }) => epochMs),
    doubtsOf(candidates, dayDoubts, times),
  );
}

/** Letters that several zones share mean the reader's own, if it is one of them: "CST" typed in Chicago. */
function preferOwnZone(candidates: readonly Candidate[], own: string): readonly Candidate[] {
  const inOwnZone = candidates.filter(({ epochMs, zone }) => {
    const instant = Temporal.Instant.fromEpochMilliseconds(epochMs);
    return instant.toZonedDateTimeISO(zone).offset === instant.toZonedDateTimeISO(own).offset;
  });
  return inOwnZone.length > 0 ? inOwnZone : candidates;
}

function answer(epochMs: readonly number[], why: readonly Doubt[]): Answer {
  const [first, ...others] = [...new Set(epochMs)].sort((a, b) => a - b);
  if (first === undefined) return { kind: 'unknown' };
  if (others.length === 0) return { kind: 'moment', start: new Date(first) };
  return { kind: 'ambiguous', candidates: [first, ...others].map((ms) => new Date(ms)), why };
}

/** Rounded up, so that "in 0 minutes" is not past already. */
const wholeMinute = (at: Temporal.ZonedDateTime) => Math.ceil(at.epochMilliseconds / MINUTE_MS) * MINUTE_MS;

/** Minutes of the day as HH:mm. */
function wallTime(minutes: number): string {
  const ofDay = ((minutes % DAY) + DAY) % DAY;
  return [Math.floor(ofDay / HOUR), ofDay % HOUR].map((part) => String(part).padStart(2, '0')).join(':');
}
