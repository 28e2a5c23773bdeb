import type { z } from 'zod';
import type { Clock } from '../../core/clock.ts';
import { createCalls } from '../calls.ts';
import { createSend } from '../http.ts';
import type { Attendance, Details, Made, Platform } from '../platform.ts';
import { createZoomApi, type ZoomApi } from './api.ts';
import { checkAccount } from './check.ts';
import { createWrites, type HostHolds, UNCHECKED, withFreeHost } from './hosts.ts';
import { createZoomMeetings, isWhy, meetingPath, PAGE_SIZE, unlessGone } from './made.ts';
import { foundFrom, Nothing, ParticipantPage, StartLink } from './meeting.ts';
import { type Credentials, createTokens } from './token.ts';
import { parseZoomWebhook } from './webhook.ts';

const TIMEOUT_MS = 8_000;
/** The user to whom the app belongs; hosts everything where `ZOOM_HOSTS` names nobody. */
const OWNER = 'me';

export interface ZoomSettings extends Credentials {
  /** Left out: no webhooks. */
  readonly webhookSecret: string | undefined;
  /** Addresses or ids of licensed users who host the meetings. */
  readonly hosts: readonly string[];
  readonly apiUrl: string;
}

export interface ZoomOptions extends ZoomSettings {
  /** Left out: every host counts as free. */
  readonly holds?: HostHolds | undefined;
  readonly now: Clock;
  /** For one request. */
  readonly timeoutMs?: number;
  /** Waits before further tries. */
  readonly pausesMs?: readonly number[] | undefined;
}

/** Zoom meetings, made by a Server-to-Server OAuth app: https://developers.zoom.us/docs/internal-apps/s2s-oauth/ */
export function createZoom(options: ZoomOptions): Platform {
  const { now, webhookSecret, holds = UNCHECKED, pausesMs } = options;
  const pool = options.hosts.length > 0 ? options.hosts : [OWNER];
  const calls = createCalls(now);
  const writes = createWrites(now);
  const send = createSend(options.timeoutMs ?? TIMEOUT_MS);
  const api = createZoomApi({
    apiUrl: options.apiUrl,
    tokens: createTokens(options, send, now),
    send,
    calls,
    now,
    pausesMs,
  });
  const meetings = createZoomMeetings(api, writes);

  const create = async (details: Details): Promise<Made> => {
    const own = details.tutorAccount;
    if (own !== undefined) {
      const ownHolds = pool.includes(own) ? holds : UNCHECKED;
      try {
        return await withFreeHost([own], ownHolds, details, (host) => meetings.create(host, details, false));
      } catch (error) {
        // Not in this account any more, or somebody else's host just then: the pool is there too.
        if (!isWhy(error, 'no-such-host', 'no-host-free')) throw error;
      }
    }
    return withFreeHost(pool, holds, details, (host) => meetings.create(host, details, true));
  };

  // Zoom takes one DELETE at a time for each user, here one by one, and between processes one job at a time: https://developers.zoom.us/docs/api/rate-limits/
  let lastRemoval: Promise<unknown> = Promise.resolve();
  const remove = (meetingId: string): Promise<void> => {
    const query = { schedule_for_reminder: 'false' };
    const removal = lastRemoval.then(async () => {
      await unlessGone(api.call({ method: 'DELETE', path: meetingPath(meetingId), query }, Nothing));
    });
    lastRemoval = removal.catch(() => undefined);
    return removal;
  };

  return {
    id: 'zoom',
    name: 'Zoom',
    tutorMustLogIn: false,
    records: 'by-itself',
    create,
    get: (meetingId) => meetings.get(meetingId),
    remove,
    async list(from, to) {
      const found = await Promise.all(
        pool.map(async (host) => (await meetings.list(host, from, to)).map((one) => foundFrom(one, host))),
      );
      return found
        .flat()
        .filter(({ session, startsAt }) => session !== undefined && startsAt && startsAt >= from && startsAt < to);
    },
    async update(meeting, details) {
      const { startsAt, endsAt, session, tutorAccount } = details;
      const host = meeting.host ?? (await holds.heldBy(session)) ?? OWNER;
      const isPooled = host !== tutorAccount;
      if (pool.includes(host) && !(await holds.hold(host, session, startsAt, endsAt))) {
        const other = await create(details);
        await remove(meeting.meetingId);
        return other;
      }
      const patched = meetings.patch(host, meeting.meetingId, details, isPooled).then(() => true);
      return (await unlessGone(patched)) ? undefined : create(details);
    },
    check: () => checkAccount(api, options.hosts),
    usage: () => calls.usage(writes.left(pool)),
    async hostLink(meetingId) {
      return (await api.call({ method: 'GET', path: meetingPath(meetingId) }, StartLink)).start_url;
    },
    attendance: (meetingId) => attendanceOf(api, meetingId),
    ...(webhookSecret !== undefined && {
      parseWebhook: (headers, rawBody, at) => parseZoomWebhook(webhookSecret, headers, rawBody, at),
    }),
  };
}

async function attendanceOf(api: ZoomApi, meetingId: string): Promise<readonly Attendance[] | undefined> {
  const path = `/past_meetings/${encodeURIComponent(meetingId)}/participants`;
  const people: Attendance[] = [];
  let token = '';
  try {
    do {
      const query = { page_size: PAGE_SIZE, ...(token && { next_page_token: token }) };
      const page = await api.call({ method: 'GET', path, query }, ParticipantPage);
      people.push(...page.participants.map(attendanceFrom));
      token = page.next_page_token;
    } while (token);
    return people;
  } catch (error) {
    if (isWhy(error, 'gone')) return []; // nobody has been there
    if (isWhy(error, 'missing-permission')) return undefined;
    throw error;
  }
}

function attendanceFrom(one: z.infer<typeof ParticipantPage>['participants'][number]): Attendance {
  return { name: one.name, email: one.user_email || undefined, joinedAt: one.join_time, leftAt: one.leave_time };
}
