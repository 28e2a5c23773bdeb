import { createHash } from 'node:crypto';
import type { calendar_v3 } from '@googleapis/calendar';
import { z } from 'zod';
import type { Details, Found, Made } from '../platform.ts';

const Moment = z.object({
  /** Missing for whole days, which are no events of ours. */
  dateTime: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .optional(),
});
const Link = z.url({ protocol: /^https?$/ });

/** https://developers.google.com/workspace/calendar/api/v3/reference/events. Of a deleted one only the id is sure. */
export const Event = z.object({
  id: z.string().min(1),
  status: z.string().default('confirmed'),
  start: Moment.optional(),
  end: Moment.optional(),
  hangoutLink: Link.optional(),
  conferenceData: z
    .object({
      /** The meeting's code: `abc-mnop-xyz`. */
      conferenceId: z.string().optional(),
      createRequest: z.object({ status: z.object({ statusCode: z.string() }).optional() }).optional(),
      entryPoints: z.array(z.object({ entryPointType: z.string(), uri: z.string() })).default([]),
    })
    .optional(),
  attendees: z.array(z.object({ email: z.string().optional() })).default([]),
  extendedProperties: z.object({ private: z.record(z.string(), z.string()).optional() }).optional(),
});
export type Event = z.infer<typeof Event>;

/** https://developers.google.com/workspace/calendar/api/v3/reference/events/list */
export const EventPage = z.object({
  /** The calendar's title: the account's address where it is its main one. */
  summary: z.string().default(''),
  accessRole: z.string(),
  items: z.array(Event),
  nextPageToken: z.string().optional(),
});

/** `events.delete` answers with nothing. */
export const Nothing = z.literal('');

/** What every event of ours carries, for `list`; people do not see it. */
const OURS = { madeBy: 'tutorline' };
export const MARK = `madeBy=${OURS.madeBy}`;

/**
 * The same for the same meeting, so that a repeat is found out. A deleted event keeps its id for ever: `take` counts
 * the events that one meeting has had. Letters and digits of base32hex, as Google wants them.
 */
export function eventId({ session, attempt = 1 }: Pick<Details, 'session' | 'attempt'>, take: number): string {
  const hash = createHash('sha256').update(`${session} ${attempt} ${take}`).digest('hex').slice(0, 40);
  return `tutorline${BigInt(`0x${hash}`).toString(32)}`;
}

/** What of an event follows the session. Guests do not see each other's addresses. */
export function changing(details: Details): calendar_v3.Schema$Event {
  const timeZone = details.zone ?? 'UTC';
  return {
    summary: details.subject,
    start: { dateTime: details.startsAt.toISOString(), timeZone },
    end: { dateTime: details.endsAt.toISOString(), timeZone },
    attendees: (details.attendees ?? []).map(({ name, email }) => ({ email, displayName: name })),
  };
}

/** The whole event, with the wish for a Meet link. The bot reminds people, so the calendar does not. */
export function eventFor(details: Details, id: string): calendar_v3.Schema$Event {
  return {
    ...changing(details),
    id,
    guestsCanInviteOthers: false,
    guestsCanSeeOtherGuests: false,
    reminders: { useDefault: false },
    extendedProperties: {
      private: { ...OURS, tutorline: details.session, tutorlineAttempt: String(details.attempt ?? 1) },
    },
    conferenceData: { createRequest: { requestId: id, conferenceSolutionKey: { type: 'hangoutsMeet' } } },
  };
}

/** Mails go out only when somebody gave an address to be invited at. */
export function sendUpdates(guests: readonly unknown[] | undefined): 'all' | 'none' {
  return guests?.length ? 'all' : 'none';
}

export const isDeleted = ({ status }: Event) => status === 'cancelled';

/** Whether the event is when the session is. */
export function isAt({ start, end }: Event, { startsAt, endsAt }: Details): boolean {
  return start?.dateTime?.getTime() === startsAt.getTime() && end?.dateTime?.getTime() === endsAt.getTime();
}

export function linkState({ conferenceData }: Event): 'pending' | 'failed' {
  return conferenceData?.createRequest?.status?.statusCode === 'pending' ? 'pending' : 'failed';
}

/** The way in by video: others are telephone numbers and pages that list them. */
export function linkOf({ conferenceData, hangoutLink }: Event): string | undefined {
  const uri = conferenceData?.entryPoints.find(({ entryPointType }) => entryPointType === 'video')?.uri;
  return Link.safeParse(uri).data ?? hangoutLink;
}

export function madeFrom({ id }: Event, url: string): Made {
  return { meetingId: id, url, passcode: undefined };
}

/** Without a link for an event that never got one: it can only be deleted. */
export function foundFrom(event: Event): Found {
  const mine = event.extendedProperties?.private;
  return {
    ...madeFrom(event, linkOf(event) ?? ''),
    session: mine?.tutorline,
    attempt: mine?.tutorlineAttempt === undefined ? undefined : Number(mine.tutorlineAttempt),
    startsAt: event.start?.dateTime,
  };
}
