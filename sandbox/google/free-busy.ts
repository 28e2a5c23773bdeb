import { z } from 'zod';
import { invalid, refuse } from './errors.ts';
import { instant } from './event-body.ts';
import { ACCOUNT, CALENDARS } from './settings.ts';
import type { State } from './state.ts';

const Time = z.iso.datetime({ offset: true });
const Body = z.strictObject({
  timeMin: Time,
  timeMax: Time,
  timeZone: z.string().optional(),
  groupExpansionMax: z.int().min(1).max(100).optional(),
  calendarExpansionMax: z.int().min(1).max(50).optional(),
  items: z.array(z.strictObject({ id: z.string().min(1) })).default([]),
});

/** https://developers.google.com/workspace/calendar/api/v3/reference/freebusy/query */
export function freeBusy(body: unknown, state: State): Response {
  if (body === undefined) throw refuse('parseError');
  const read = Body.safeParse(body);
  if (!read.success) {
    const [name] = read.error.issues[0]?.path ?? [];
    throw name === undefined ? invalid('Bad Request') : invalid(`Invalid value for: ${String(name)}`, 'badRequest');
  }
  const { timeMin, timeMax, items } = read.data;
  const [from, to] = [Date.parse(timeMin), Date.parse(timeMax)];
  if (to <= from) throw refuse('timeRangeEmpty');
  const calendars = items.map(({ id }) => [id, isVisible(id) ? { busy: busyOf(id, from, to, state) } : NOT_FOUND]);
  return Response.json({
    kind: 'calendar#freeBusy',
    timeMin: new Date(from).toISOString(),
    timeMax: new Date(to).toISOString(),
    calendars: Object.fromEntries(calendars),
  });
}

const NOT_FOUND = { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] };

/** Inside one domain people see when the others are busy. */
function isVisible(id: string): boolean {
  return id.endsWith(ACCOUNT.slice(ACCOUNT.indexOf('@'))) || CALENDARS.some((calendar) => calendar.id === id);
}

function busyOf(id: string, from: number, to: number, { events, busy }: State) {
  const here = [...events.values()]
    .filter(({ isDeleted, fields }) => !isDeleted && fields.transparency !== 'transparent')
    .filter(({ calendar, fields }) => calendar === id || fields.attendees?.some(({ email }) => email === id))
    .map(({ fields }) => ({ start: instant(fields.start, 'start'), end: instant(fields.end, 'end') }));
  const besides = (busy.get(id) ?? []).map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) }));
  const joined: { start: number; end: number }[] = [];
  for (const one of [...here, ...besides].sort((a, b) => a.start - b.start)) {
    if (one.end <= from || one.start >= to) continue;
    const last = joined.at(-1);
    if (last && one.start <= last.end) last.end = Math.max(last.end, one.end);
    else joined.push({ start: Math.max(one.start, from), end: one.end });
  }
  return joined.map(({ start, end }) => ({ start: rfc3339(start), end: rfc3339(Math.min(end, to)) }));
}

const rfc3339 = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');
