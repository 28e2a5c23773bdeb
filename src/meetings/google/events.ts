import { setTimeout as sleep } from 'node:timers/promises';
import { type Details, PlatformFailed } from '../platform.ts';
import type { GoogleApi } from './api.ts';
import {
  changing,
  Event,
  EventPage,
  eventFor,
  isDeleted,
  linkOf,
  linkState,
  MARK,
  Nothing,
  sendUpdates,
} from './event.ts';

/** Waits before a pending link is looked at again, doubling from the first to the longest. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 3_000;
/** https://developers.google.com/workspace/calendar/api/v3/reference/events/list: 2500 at most. */
const PAGE_SIZE = 250;
const GONE = [404, 410];
const TAKEN = [409];

/** Google does not get the link done, though it answers. */
export class NoLink extends PlatformFailed {
  constructor(detail: string) {
    super('no-link', true, { detail });
  }
}

/** The events of one calendar. @throws PlatformFailed */
export interface GoogleEvents {
  /** Undefined when the id is taken, be it by a deleted event. */
  insert(id: string, details: Details): Promise<Event | undefined>;
  /** Undefined when it is gone. */
  get(id: string): Promise<Event | undefined>;
  /** Brings an event to what the session is. Undefined when it is gone. */
  patch(id: string, details: Details): Promise<Event | undefined>;
  /** Takes it away, and tells its guests. Fine if it is gone. */
  remove(id: string): Promise<void>;
  /** Ours that touch this range, also those without a link. */
  list(from: Date, to: Date): Promise<readonly Event[]>;
  /** Whose calendar this is, and what may be done in it. */
  about(): Promise<{ readonly name: string; readonly accessRole: string }>;
  /** The event's link, as soon as it is there. @throws NoLink */
  linkOf(event: Event): Promise<string>;
}

export function createGoogleEvents(api: GoogleApi, calendarId: string, patienceMs: number): GoogleEvents {
  const get = async (eventId: string) => {
    const found = await api.calendarUnless(GONE, Event, (client, options) =>
      client.events.get({ calendarId, eventId }, options),
    );
    return found && !isDeleted(found) ? found : undefined;
  };

  const page = (query: object) =>
    api.calendar(EventPage, (client, options) => client.events.list({ calendarId, ...query }, options));

  const writing = ({ attendees, hadGuests }: Pick<Details, 'attendees' | 'hadGuests'>) => ({
    calendarId,
    conferenceDataVersion: 1,
    sendUpdates: hadGuests ? 'all' : sendUpdates(attendees),
  });

  return {
    get,
    insert: (id, details) =>
      api.calendarUnless(TAKEN, Event, (client, options) =>
        client.events.insert({ ...writing(details), requestBody: eventFor(details, id) }, options),
      ),
    async patch(eventId, details) {
      const patched = await api.calendarUnless(GONE, Event, (client, options) =>
        client.events.patch({ ...writing(details), eventId, requestBody: changing(details) }, options),
      );
      return patched && !isDeleted(patched) ? patched : undefined;
    },
    async remove(eventId) {
      const event = await get(eventId);
      if (!event) return;
      const guests = sendUpdates(event.attendees);
      await api.calendarUnless(GONE, Nothing, (client, options) =>
        client.events.delete({ calendarId, eventId, sendUpdates: guests }, options),
      );
    },
    async list(from, to) {
      const query = {
        privateExtendedProperty: [MARK],
        timeMin: from.toISOString(),
        timeMax: to.toISOString(),
        singleEvents: true,
        maxResults: PAGE_SIZE,
      };
      const all: Event[] = [];
      let pageToken: string | undefined;
      do {
        const { items, nextPageToken } = await page({ ...query, ...(pageToken !== undefined && { pageToken }) });
        all.push(...items.filter((event) => !isDeleted(event)));
        pageToken = nextPageToken;
      } while (pageToken !== undefined);
      return all;
    },
    async about() {
      const { summary, accessRole } = await page({ maxResults: 1 });
      return { name: summary, accessRole };
    },
    async linkOf(event) {
      let latest: Event | undefined = event;
      let pauseMs = FIRST_PAUSE_MS;
      for (let waitedMs = 0; ; waitedMs += pauseMs, pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
        const link = latest && linkOf(latest);
        if (link !== undefined) return link;
        if (!latest || linkState(latest) === 'failed') throw new NoLink('Google made no link');
        if (waitedMs >= patienceMs) throw new NoLink('the link is still pending');
        await sleep(pauseMs);
        latest = await get(event.id);
      }
    },
  };
}
