import { badField, noMeeting, zoomError } from './errors.ts';
import type { Json } from './settings.ts';
import { type Meeting, type State, utc } from './state.ts';
import { meetingInList } from './wire.ts';

const DAY = /^\d{4}-\d\d-\d\d$/;

/** A page of a user's meetings: https://developers.zoom.us/docs/api/meetings/#tag/meetings/get/users/{userId}/meetings */
export function listed(state: State, hostId: string, query: URLSearchParams): Json {
  const size = Number(query.get('page_size') ?? 30);
  if (!Number.isInteger(size) || size < 1 || size > 300) throw badField('page_size');
  const type = query.get('type') ?? 'scheduled';
  if (!['scheduled', 'live', 'upcoming', 'upcoming_meetings', 'previous_meetings'].includes(type))
    throw badField('type');
  const [from, to] = ['from', 'to'].map((name) => {
    const day = query.get(name);
    if (day !== null && !DAY.test(day)) throw badField(name);
    return day;
  });
  const now = utc(state.stage.now());
  const has = (meeting: Meeting) => {
    if (type === 'live') return meeting.startedAt !== undefined;
    if (type === 'previous_meetings') return meeting.past.length > 0;
    if (type.startsWith('upcoming') && meeting.startTime < now && !meeting.startedAt) return false;
    const day = meeting.startTime.slice(0, 10);
    return meeting.type !== 1 && (!from || day >= from) && (!to || day <= to);
  };
  const all = [...state.meetings.values()].filter((one) => one.hostId === hostId && has(one));
  const start = readPageToken(query.get('next_page_token'));
  const next = start + size < all.length ? Buffer.from(`page ${start + size}`).toString('base64url') : '';
  return {
    page_size: size,
    total_records: all.length,
    next_page_token: next,
    meetings: all.slice(start, start + size).map((one) => meetingInList(state, one)),
  };
}

function readPageToken(token: string | null): number {
  if (!token) return 0;
  const start = Buffer.from(token, 'base64url')
    .toString()
    .match(/^page (\d+)$/)?.[1];
  if (start === undefined) throw zoomError(400, 300, 'The next page token is invalid or expired.');
  return Number(start);
}

/** By the number of the meeting, or by the UUID of one occasion: one that begins with `/` or has `//` is encoded twice. */
export function pastParticipants(state: State, id: string): Json {
  const uuid = decodeURIComponent(id);
  const meeting = [...state.meetings.values()].find((one) => String(one.id) === id || one.lastUuid === uuid);
  if (!meeting || meeting.past.length === 0) throw noMeeting(id);
  return {
    page_size: 30,
    total_records: meeting.past.length,
    next_page_token: '',
    participants: meeting.past.map(({ userId, name, email, joinedAt, leftAt }) => ({
      id: '',
      user_id: userId,
      name,
      user_email: email,
      join_time: joinedAt,
      leave_time: leftAt,
      duration: leftAt ? (Date.parse(leftAt) - Date.parse(joinedAt)) / 1000 : 0,
      status: 'in_meeting',
    })),
  };
}
