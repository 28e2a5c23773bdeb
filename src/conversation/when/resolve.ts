import { readDays } from './calendar.ts';
import { aheadOf, type Candidate, candidatesOf, doubtsOf } from './candidates.ts';
import type { Times } from './clock-readings.ts';
import type { Days } from './days-meant.ts';
import { zonesMeant } from './own-zone.ts';
import type { Told } from './settle.ts';
import type { Doubt, When } from './when.ts';

/** What kind of answer it is; the words that are left over are added by the caller. */
export type Answer = When extends infer Each
  ? Each extends When
    ? Omit<Each, 'rest' | 'lengthMinutes' | 'weekly'>
    : never
  : never;

const MINUTE_MS = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;
const TODAY = { doubts: [] };

/** Turns what was told into moments. */
export function resolve(told: Told, now: Temporal.ZonedDateTime): Answer {
  if (told.instants.length > 0) return answer(told.instants, ['several']);
  if (told.relative?.some(({ minutes }) => minutes > 0))
    return answer(
      told.relative.map(({ months, days, minutes }) => wholeMinute(now.add({ months, days }).add({ minutes }))),
      ['several'],
    );
  if (told.isNow) return answer([wholeMinute(now)], []);
  const { zone, times } = told;
  const days = readDays(told.days, now.toPlainDateTime());
  const isImpossible = days?.days.length === 0; // 31 April
  if (times && zone && 'place' in zone) return { kind: 'incomplete', missing: 'zone', place: zone.place };
  if (!times || times.minutes.length === 0) {
    if (days && !isImpossible) return withinTimes(times, daysAhead(days.days, now.toPlainDate()).map(String));
    if (times && !days) return withinTimes(times, [now.toPlainDate().toString()]);
    return told.used.some(({ is }) => is === 'day' || is === 'part' || is === 'span')
      ? { kind: 'incomplete', missing: 'day', times: [] }
      : { kind: 'unknown' };
  }
  const zones = zone && 'zones' in zone && zone.zones.length > 0 ? zonesMeant(zone, now.timeZoneId) : [now.timeZoneId];
  if (days && !isImpossible) return choose(candidatesOf(days.days, times.minutes, zones), days, times, now);
  if (told.days.length > 0) return { kind: 'incomplete', missing: 'day', times: times.minutes.map(wallTime) };
  return withoutDay(times, zones, now);
}

function withinTimes(times: Times | undefined, days: readonly string[]): Answer {
  const { from, to } = times?.within ?? {};
  const within = { ...(from !== undefined && { from: wallTime(from) }), ...(to !== undefined && { to: wallTime(to) }) };
  return { kind: 'incomplete', missing: 'time', days, ...(Object.keys(within).length > 0 && { within }) };
}

/** When some days are ahead, those past are not what anybody meant. */
function daysAhead(days: readonly Temporal.PlainDate[], today: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const ahead = days.filter((day) => Temporal.PlainDate.compare(day, today) >= 0);
  return ahead.length > 0 ? ahead : days;
}

/** A time alone is today's. When it has passed the day is asked for; an open "at 5" is whichever 5 o'clocks come next. */
function withoutDay(times: Times, zones: readonly string[], now: Temporal.ZonedDateTime): Answer {
  const today = now.toPlainDate();
  const isAhead = ({ epochMs }: Candidate) => epochMs > now.epochMilliseconds;
  const todays = candidatesOf([today], times.minutes, zones);
  if (times.minutes.length === 1) {
    if (!todays.some(isAhead)) return { kind: 'incomplete', missing: 'day', times: times.minutes.map(wallTime) };
    return choose(todays, TODAY, times, now);
  }
  const next = times.minutes.flatMap((minute) => {
    const sameDay = candidatesOf([today], [minute], zones);
    return sameDay.some(isAhead) ? sameDay : candidatesOf([today.add({ days: 1 })], [minute], zones);
  });
  return choose(
    next.sort((a, b) => a.epochMs - b.epochMs),
    TODAY,
    times,
    now,
  );
}

function choose(
  all: readonly Candidate[],
  days: Pick<Days, 'doubts' | 'asksPast'>,
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
  const candidates = days.asksPast ? all : aheadOf(now.epochMilliseconds, all);
  return answer(
    candidates.map(({ epochMs }) => epochMs),
    doubtsOf(candidates, days.doubts, times),
  );
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
export function wallTime(minutes: number): string {
  const ofDay = ((minutes % DAY) + DAY) % DAY;
  return [Math.floor(ofDay / HOUR), ofDay % HOUR].map((part) => String(part).padStart(2, '0')).join(':');
}
