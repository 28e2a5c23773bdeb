import { type CalendarResponse, expandRecurringEvent, sync, type VEvent } from 'node-ical';
import type { GivenClosure } from '../core/calendar/closures.ts';

/** Holidays that come back each year are written down for so long. */
const YEARS_AHEAD = 3;

/**
 * The whole days of a calendar file (https://www.rfc-editor.org/rfc/rfc5545), as schools publish their holidays. What has
 * an hour is no holiday and is left out. Undefined: it is no calendar.
 */
export function readHolidays(
  text: string,
  now: Date,
): { readonly days: readonly GivenClosure[]; readonly leftOut: number } | undefined {
  if (!/BEGIN:VCALENDAR/i.test(text)) return undefined;
  const events = Object.values(parsed(text)).filter((one): one is VEvent => one?.type === 'VEVENT');
  const whole = events.filter(({ datetype }) => datetype === 'date');
  const today = dateOf(now).toString();
  const to = new Date(now);
  to.setFullYear(to.getFullYear() + YEARS_AHEAD);
  // Schools leave the holidays of past years in their files.
  const days = whole.flatMap((event) => daysOf(event, now, to)).filter(({ until }) => until >= today);
  return { days, leftOut: events.length - whole.length };
}

function parsed(text: string): CalendarResponse {
  try {
    return sync.parseICS(text);
  } catch {
    return {};
  }
}

function daysOf(event: VEvent, now: Date, to: Date): readonly GivenClosure[] {
  const name = nameOf(event.summary);
  const instances = event.rrule ? expandRecurringEvent(event, { from: now, to }) : [event];
  return instances.map(({ start, end }) => {
    const from = dateOf(start);
    // The end of whole days is the day after.
    const last = dateOf(end ?? start).subtract({ days: 1 });
    const until = Temporal.PlainDate.compare(last, from) < 0 ? from : last;
    const key = event.rrule ? `${event.uid} ${from}` : event.uid;
    return { kind: 'holiday', name, from: from.toString(), until: until.toString(), key };
  });
}

/** Such a date is the midnight of this machine's own zone. */
function dateOf(date: Date): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() });
}

function nameOf(summary: VEvent['summary'] | undefined): string {
  const text = typeof summary === 'string' ? summary : summary?.val;
  return text?.trim() ?? '';
}
