import { z } from 'zod';
import { cut } from '../../core/cut.ts';
import type { Details, Found, Made } from '../platform.ts';

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/post/users/{userId}/meetings */
const TOPIC_LENGTH = 200;
export const WRITES_PER_DAY = 100; // https://developers.zoom.us/docs/api/rate-limits/#user-level-rate-limits

const MeetingId = z.union([z.number().int().positive(), z.string().regex(/^\d+$/)]).transform(String);

/** The page for participants, and never the one for dialling in. Plain http is this machine's sandbox. */
const JoinUrl = z
  .url({ protocol: /^https?$/ })
  .refine((url) => /\/j\/\d+$/.test(new URL(url).pathname), 'is no join link')
  .refine(
    (url) => url.startsWith('https:') || ['127.0.0.1', 'localhost'].includes(new URL(url).hostname),
    'is not https',
  );

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/get/meetings/{meetingId} */
export const Meeting = z.object({
  id: MeetingId,
  host_email: z.string().optional(),
  agenda: z.string().optional(),
  start_time: z.coerce.date().optional(),
  join_url: JoinUrl,
  password: z.string().optional(),
});

/** Only for the tutor who asks: its rights are the host's. */
export const StartLink = z.object({ start_url: z.url({ protocol: /^https?$/ }) });

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/get/users/{userId}/meetings: no passcodes, agendas cut to 250 characters. */
export const MeetingPage = z.object({
  next_page_token: z.string().default(''),
  meetings: z.array(Meeting.omit({ password: true })),
});

/** https://developers.zoom.us/docs/api/users/#tag/users/get/users/{userId} */
export const User = z.object({ id: z.string(), email: z.string().optional(), type: z.number() });

/** https://developers.zoom.us/docs/api/meetings/#tag/meetings/get/past_meetings/{meetingId}/participants */
export const ParticipantPage = z.object({
  next_page_token: z.string().default(''),
  participants: z.array(
    z.object({
      name: z.string().default(''),
      user_email: z.string().optional(),
      join_time: z.coerce.date(),
      leave_time: z.coerce.date().optional(),
    }),
  ),
});

/** PATCH and DELETE answer 204. */
export const Nothing = z.undefined();

/** What we ask for. Somebody has to let people in: the tutor whose account it is, or else nobody needs to. */
export function meetingBody(details: Details, isPooled: boolean) {
  const { startsAt, endsAt } = details;
  return {
    topic: cut(details.subject.trim() || 'Tutoring', TOPIC_LENGTH),
    type: 2,
    start_time: wholeMinute(startsAt),
    duration: Math.max(1, Math.ceil((endsAt.getTime() - startsAt.getTime()) / 60_000)),
    timezone: details.zone ?? 'UTC',
    agenda: agendaOf(details),
    // A passcode also where the account asks for none: with join-before-host it is the only door.
    default_password: true,
    settings: {
      join_before_host: isPooled,
      ...(isPooled && { jbh_time: 0 }),
      waiting_room: !isPooled,
      mute_upon_entry: true,
      approval_type: 2,
      auto_recording: details.isRecorded ? 'cloud' : 'none',
      // Tutorline says it all.
      email_notification: false,
      registrants_email_notification: false,
      alternative_hosts_email_notification: false,
    },
  };
}

/** At the front, where the list's cut does not reach it. */
function agendaOf({ session, attempt = 1 }: Details): string {
  return `Booked with Tutorline (session ${session}, meeting ${attempt}).`;
}

const AGENDA = /\(session ([\w-]+), meeting (\d+)\)/;

export function isOf(meeting: { agenda?: string | undefined }, { session, attempt = 1 }: Details): boolean {
  const mark = AGENDA.exec(meeting.agenda ?? '');
  return mark?.[1] === session && mark[2] === String(attempt);
}

export function madeFrom({ id, join_url, password }: z.infer<typeof Meeting>, host: string | undefined): Made {
  return { meetingId: id, url: join_url, passcode: password || undefined, ...(host !== undefined && { host }) };
}

/** A meeting on the account that Tutorline made has our mark. */
export function foundFrom(meeting: z.infer<typeof Meeting>, host = meeting.host_email): Found {
  const mark = AGENDA.exec(meeting.agenda ?? '');
  return {
    ...madeFrom(meeting, host),
    session: mark?.[1],
    attempt: mark ? Number(mark[2]) : undefined,
    startsAt: meeting.start_time,
  };
}

/** `2026-12-01T17:00:00Z`, as Zoom wants UTC. */
function wholeMinute(at: Date): string {
  return `${at.toISOString().slice(0, 16)}:00Z`;
}
