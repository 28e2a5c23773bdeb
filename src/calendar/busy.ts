import { type CalendarResponse, type EventInstance, expandRecurringEvent, sync, type VEvent } from 'node-ical';
import type { BusyElsewhere } from '../core/calendar/foreign.ts';

/** Nobody has more appointments, and a file with more is made to be a burden. */
const EVENTS_MOST = 5000;
const STRETCHES_MOST = 2000;
/** So many that repeat are counted out: a rule of one line says a hundred thousand, which takes longer than anybody waits. */
const REPEATS_MOST = 50_000;
const DAY_MS = 86_400_000;

interface Range {
  readonly from: Date;
  readonly to: Date;
  /** IANA: where whole days begin. */
  readonly zone: string;
}

/**
 * When a calendar file says that its owner is busy, within a range. Undefined: it is no calendar. Our own entries are
 * left out: they are held already, and would be in their own way.
 */
export function busyIn(text: string, range: Range): readonly BusyElsewhere[] | undefined {
  if (!/BEGIN:VCALENDAR/i.test(text)) return undefined;
  const events = parsed(text) ?? eachParsed(text);
  let left = REPEATS_MOST;
  const busy = events.slice(0, EVENTS_MOST).flatMap((event) => {
    const times = event.rrule ? timesAtMost(event, range) : 0;
    if (times > left) return [];
    left -= times;
    return stretchesOf(event, range);
  });
  return together(busy.filter(({ startsAt, endsAt }) => startsAt < range.to && endsAt > range.from));
}

/** https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10; what is said by the minute is no appointment. */
const A_DAY: Readonly<Record<string, number>> = {
  HOURLY: 24,
  DAILY: 1,
  WEEKLY: 1 / 7,
  MONTHLY: 1 / 28,
  YEARLY: 1 / 365,
};

/** How often it comes in a range at the most, by what its rule says and how long it lasts. */
function timesAtMost({ rrule, start, end }: VEvent, { from, to }: Range): number {
  const rule: Readonly<Record<string, unknown>> = rrule?.options ?? {};
  const named = (part: string) => (Array.isArray(rule[part]) ? rule[part].length : 1);
  const perDay = A_DAY[String(rule['freq'])] ?? Number.POSITIVE_INFINITY;
  const onDays = Math.min(Math.max(1, perDay), perDay * named('byDay') * named('byMonthDay') * named('byYearDay'));
  const lasting = Math.max(0, (end ?? start).getTime() - start.getTime());
  const days = (to.getTime() - from.getTime() + lasting) / DAY_MS + 1;
  return onDays * named('byHour') * named('byMinute') * named('bySecond') * days;
}

/** Undefined: something in it cannot be read. */
function parsed(text: string): readonly VEvent[] | undefined {
  try {
    const all: CalendarResponse = sync.parseICS(text);
    return Object.values(all).filter((one): one is VEvent => one?.type === 'VEVENT');
  } catch {
    return undefined;
  }
}

/** One appointment after the other, each with what was changed about it: what cannot be read is left out. */
function eachParsed(text: string): readonly VEvent[] {
  const zones = (text.match(/BEGIN:VTIMEZONE[\s\S]*?END:VTIMEZONE/gi) ?? []).join('\r\n');
  const events = (text.match(/BEGIN:VEVENT[\s\S]*?END:VEVENT/gi) ?? []).slice(0, EVENTS_MOST);
  const alike = Map.groupBy(events, (one) => /^UID:(.*)$/im.exec(one)?.[1] ?? '');
  return [...alike.values()].flatMap(
    (some) => parsed(['BEGIN:VCALENDAR', zones, ...some, 'END:VCALENDAR'].join('\r\n')) ?? [],
  );
}

function stretchesOf(event: VEvent, range: Range): readonly BusyElsewhere[] {
  if (isOurs(event.uid)) return [];
  return instancesOf(event, range)
    .filter((one) => isBusy(one.event as VEvent))
    .map(({ start, end, isFullDay }) => {
      if (!isFullDay) return { startsAt: new Date(start), endsAt: new Date(end ?? start) };
      return { startsAt: midnight(start, range.zone), endsAt: midnight(end ?? start, range.zone) };
    });
}

function instancesOf(event: VEvent, { from, to }: Range): readonly EventInstance[] {
  try {
    return expandRecurringEvent(event, { from, to, expandOngoing: true });
  } catch {
    return []; // a rule that nobody understands keeps nothing else from being read
  }
}

/** https://www.rfc-editor.org/rfc/rfc5545#section-3.8.2.7 */
function isBusy({ transparency, status }: VEvent): boolean {
  return transparency !== 'TRANSPARENT' && status !== 'CANCELLED';
}

function isOurs(uid: string): boolean {
  return uid.endsWith('@tutorline') || /^tutorline[a-v0-9]+@google\.com$/.test(uid);
}

/** Whole days are those of whoever lives them; what comes here is the midnight of this machine's own zone. */
function midnight(date: Date, zone: string): Date {
  const day = { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds);
}

/** What overlaps or touches is one stretch. */
function together(busy: readonly BusyElsewhere[]): readonly BusyElsewhere[] {
  const joined: BusyElsewhere[] = [];
  for (const one of busy.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())) {
    const last = joined.at(-1);
    if (one.endsAt <= one.startsAt) continue;
    if (!last || one.startsAt > last.endsAt) joined.push(one);
    else if (one.endsAt > last.endsAt) joined[joined.length - 1] = { ...last, endsAt: one.endsAt };
  }
  return joined.slice(0, STRETCHES_MOST);
}
