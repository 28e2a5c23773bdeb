import { ACCOUNT } from './settings.ts';
import type { Conference, StoredEvent } from './state.ts';

/** An event as the API sends it: https://developers.google.com/workspace/calendar/api/v3/reference/events */
export function eventAsSent(event: StoredEvent, urlOf: (code: string) => string): Record<string, unknown> {
  const { id, fields, conference } = event;
  return {
    kind: 'calendar#event',
    etag: etagOf(event),
    ...fields,
    id,
    status: event.isDeleted ? 'cancelled' : (fields.status ?? 'confirmed'),
    htmlLink: `https://www.google.com/calendar/event?eid=${Buffer.from(id).toString('base64url')}`,
    created: event.created,
    updated: event.updated,
    creator: { email: ACCOUNT, self: true },
    organizer: { email: ACCOUNT, self: true },
    ...(fields.attendees && {
      attendees: fields.attendees.map((attendee) => ({ responseStatus: 'needsAction', ...attendee })),
    }),
    ...(conference && { conferenceData: conferenceAsSent(conference, urlOf) }),
    ...(conference?.state === 'success' && { hangoutLink: urlOf(conference.code) }),
    iCalUID: fields.iCalUID ?? `${id}@google.com`,
    sequence: event.sequence,
    eventType: 'default',
  };
}

export const etagOf = ({ updated, revision }: StoredEvent) => `"${Date.parse(updated)}${revision}"`;

function conferenceAsSent({ requestId, code, state }: Conference, urlOf: (code: string) => string) {
  const key = { type: 'hangoutsMeet' };
  const createRequest = { requestId, conferenceSolutionKey: key, status: { statusCode: state } };
  if (state !== 'success') return { createRequest };
  return {
    createRequest,
    entryPoints: [{ entryPointType: 'video', uri: urlOf(code), label: `meet.google.com/${code}` }],
    conferenceSolution: { key, name: 'Google Meet' },
    conferenceId: code,
  };
}
