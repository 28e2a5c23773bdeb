import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Conferences } from './conference.ts';
import { invalid, refuse } from './errors.ts';
import { type Fields, merged, readFields } from './event-body.ts';
import { pageOf } from './event-query.ts';
import { etagOf, eventAsSent } from './event-wire.ts';
import { freeBusy } from './free-busy.ts';
import { type Calendar, SCOPES, SERVICE_ACCOUNT } from './settings.ts';
import { keyOf, type Mail, type State, type StoredEvent } from './state.ts';
import type { Bearer, Tokens } from './tokens.ts';

const WRITE = [SCOPES.events, SCOPES.calendar];
const FREE_BUSY = [SCOPES.freeBusy, SCOPES.eventsFreeBusy, SCOPES.calendar, SCOPES.calendarReadonly];
const READ = [...WRITE, SCOPES.eventsReadonly, SCOPES.calendarReadonly];

const Writing = z.strictObject({
  conferenceDataVersion: z.enum(['0', '1']).default('0'),
  sendUpdates: z.enum(['all', 'externalOnly', 'none']).default('none'),
  maxAttendees: z.coerce.number().int().min(1).optional(),
  supportsAttachments: z.enum(['true', 'false']).optional(),
});
type Writing = z.infer<typeof Writing>;

export interface CalendarCall {
  readonly request: Request;
  /** Below `/calendar/v3`, such as `/calendars/primary/events`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Undefined when it cannot be read. */
  readonly body: unknown;
}

interface House {
  readonly state: State;
  readonly tokens: Tokens;
  readonly conferences: Conferences;
  readonly calendars: readonly Calendar[];
  now(): Date;
  /** Counts the request. */
  spend(bearer: Bearer): void;
  urlOf(code: string): string;
  changed(): void;
}

/** Google's Calendar API, as far as it is played: https://developers.google.com/workspace/calendar/api/v3/reference */
export function createCalendarApi(house: House): (call: CalendarCall) => Response {
  const { state, tokens, conferences, now, urlOf } = house;

  const admit = (call: CalendarCall, scopes: readonly string[]) => {
    const bearer = tokens.bearer(call.request, ...scopes);
    house.spend(bearer);
    return bearer;
  };
  const calendarOf = (id: string, bearer: Bearer): Calendar => {
    const wanted = id === 'primary' ? bearer.user : id;
    if (bearer.user === SERVICE_ACCOUNT && wanted === SERVICE_ACCOUNT) {
      return { id: wanted, summary: wanted, accessRole: 'owner' };
    }
    const found = house.calendars.find((calendar) => calendar.id === wanted);
    if (!found) throw refuse('notFound');
    return found;
  };
  const writable = (id: string, bearer: Bearer) => {
    const calendar = calendarOf(id, bearer);
    if (calendar.accessRole === 'reader') throw refuse('requiredAccessLevel');
    return calendar;
  };
  const eventOf = (calendar: Calendar, id: string) => {
    const event = state.events.get(keyOf(calendar.id, id));
    if (!event) throw refuse('notFound');
    return event;
  };
  const matching = ({ request }: CalendarCall, event: StoredEvent) => {
    const wanted = request.headers.get('if-match');
    if (wanted !== null && wanted !== '*' && wanted !== etagOf(event)) throw refuse('conditionNotMet');
  };
  const sent = (event: StoredEvent) => Response.json(eventAsSent(event, urlOf), { headers: { etag: etagOf(event) } });

  const refuseGuests = ({ attendees }: Fields, { user }: Bearer) => {
    if (user === SERVICE_ACCOUNT && attendees?.length) throw refuse('forbiddenForServiceAccounts');
  };
  const mail = (event: StoredEvent, kind: Mail['kind'], { sendUpdates }: Writing) => {
    if (sendUpdates === 'none') return;
    for (const { email } of event.fields.attendees ?? []) state.mails.push({ to: email, kind, event: event.id });
  };

  const insert = (call: CalendarCall, calendarId: string) => {
    const bearer = admit(call, WRITE);
    const calendar = writable(calendarId, bearer);
    const how = writing(call);
    const { conferenceData: asked, ...fields } = readFields(call.body);
    const id = fields.id ?? randomUUID().replaceAll('-', '').slice(0, 26);
    if (state.events.has(keyOf(calendar.id, id))) throw refuse('duplicate');
    const at = now().toISOString();
    refuseGuests(fields, bearer);
    const { conferenceDataVersion: version } = how;
    const conference = conferences.after({ old: undefined, asked, version, user: bearer.user });
    const times = { created: at, updated: at, revision: 0, sequence: 0 };
    const event: StoredEvent = { id, calendar: calendar.id, fields, conference, isDeleted: false, ...times };
    state.events.set(keyOf(calendar.id, id), event);
    mail(event, 'invitation', how);
    return sent(event);
  };

  const change = (call: CalendarCall, calendarId: string, id: string) => {
    const bearer = admit(call, WRITE);
    const event = eventOf(writable(calendarId, bearer), id);
    if (event.isDeleted) throw refuse('deleted');
    matching(call, event);
    const how = writing(call);
    const isWhole = call.request.method === 'PUT';
    const { conferenceData, ...fields } = readFields(isWhole ? call.body : merged(event.fields, call.body));
    // Merging has taken away what the patch says is null.
    const asked = conferenceData ?? (isWhole || takesConference(call.body) ? null : undefined);
    refuseGuests(fields, bearer);
    const { conferenceDataVersion: version } = how;
    const conference = conferences.after({ old: event.conference, asked, version, user: bearer.user });
    const isMoved =
      JSON.stringify([fields.start, fields.end]) !== JSON.stringify([event.fields.start, event.fields.end]);
    Object.assign(event, { fields, conference, updated: now().toISOString() });
    event.revision += 1;
    if (isMoved) event.sequence += 1;
    mail(event, 'update', how);
    return sent(event);
  };

  const remove = (call: CalendarCall, calendarId: string, id: string) => {
    const event = eventOf(writable(calendarId, admit(call, WRITE)), id);
    if (event.isDeleted) throw refuse('deleted');
    matching(call, event);
    const how = writing(call);
    Object.assign(event, { isDeleted: true, updated: now().toISOString(), revision: event.revision + 1 });
    mail(event, 'cancellation', how);
    return new Response(null, { status: 204 });
  };

  const list = (call: CalendarCall, calendarId: string) => {
    const calendar = calendarOf(calendarId, admit(call, READ));
    const { id, summary, accessRole } = calendar;
    const { items, next } = pageOf(
      [...state.events.values()].filter((event) => event.calendar === id),
      call.query,
    );
    return Response.json({
      kind: 'calendar#events',
      etag: `"p${state.events.size}"`,
      summary,
      timeZone: 'UTC',
      accessRole,
      defaultReminders: [],
      items: items.map((event) => eventAsSent(event, urlOf)),
      ...(next === undefined ? { nextSyncToken: 'sandbox' } : { nextPageToken: next }),
    });
  };

  const get = (call: CalendarCall, calendarId: string, id: string) => {
    const event = eventOf(calendarOf(calendarId, admit(call, READ)), id);
    conferences.polled(event.conference);
    return sent(event);
  };

  const about = (call: CalendarCall, calendarId: string) => {
    const { id, summary } = calendarOf(calendarId, admit(call, [SCOPES.calendar, SCOPES.calendarReadonly]));
    return Response.json({ kind: 'calendar#calendar', etag: '"1"', id, summary, timeZone: 'UTC' });
  };

  const run = (call: CalendarCall): Response => {
    const [calendars, calendarId, events, id, ...rest] = call.path.split('/').slice(1).map(decodeURIComponent);
    if (calendars === 'freeBusy' && calendarId === undefined && call.request.method === 'POST') {
      admit(call, FREE_BUSY);
      return freeBusy(call.body, state);
    }
    if (calendars !== 'calendars' || !calendarId || rest.length > 0) throw refuse('notFound');
    const { method } = call.request;
    if (events === undefined && method === 'GET') return about(call, calendarId);
    if (events !== 'events') throw refuse('notFound');
    if (['POST', 'PATCH', 'PUT'].includes(method) && call.body === undefined) throw refuse('parseError');
    if (id === undefined && method === 'POST') return insert(call, calendarId);
    if (id === undefined && method === 'GET') return list(call, calendarId);
    if (id && method === 'GET') return get(call, calendarId, id);
    if (id && (method === 'PATCH' || method === 'PUT')) return change(call, calendarId, id);
    if (id && method === 'DELETE') return remove(call, calendarId, id);
    throw refuse('notFound');
  };
  return (call) => {
    const answer = run(call);
    if (call.request.method !== 'GET') house.changed();
    return answer;
  };
}

const takesConference = (body: unknown) => z.object({ conferenceData: z.null() }).safeParse(body).success;

function writing({ query }: CalendarCall): Writing {
  const read = Writing.safeParse(Object.fromEntries(query));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalid(`Invalid value for: ${issue?.path.join('.') || issue?.message}`, 'invalidParameter');
}
