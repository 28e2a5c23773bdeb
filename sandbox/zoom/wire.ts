import { createHash, createHmac } from 'node:crypto';
import { APP, type Json, PREFIX, type ZoomUser } from './settings.ts';
import type { Meeting, State } from './state.ts';

/** In lists an agenda is cut. */
const AGENDA_IN_LISTS = 250;
const START_LINK_HOURS = 2;

/** What a join link carries in place of the passcode. */
export const hashOf = ({ id, password }: Meeting) =>
  password ? createHash('sha256').update(`${id} ${password}`).digest('base64url').slice(0, 30) : '';

export function joinUrl(state: State, meeting: Meeting): string {
  const pwd = hashOf(meeting);
  return `${state.stage.origin()}${PREFIX}/j/${meeting.id}${pwd && `?pwd=${pwd}`}`;
}

/** Whoever has it is the host, for two hours. */
function startUrl(state: State, meeting: Meeting): string {
  const until = state.stage.now().getTime() + START_LINK_HOURS * 3_600_000;
  return `${state.stage.origin()}${PREFIX}/s/${meeting.id}?zak=${until}.${sealOf(meeting, until)}`;
}

export function isHostKey(meeting: Meeting, zak: string | null, now: Date): boolean {
  const [until = '', seal] = (zak ?? '').split('.');
  return Number(until) > now.getTime() && seal === sealOf(meeting, Number(until));
}

const sealOf = ({ id }: Meeting, until: number) =>
  createHmac('sha256', APP.clientSecret).update(`${id} ${until}`).digest('base64url');

/** As POST and GET of one meeting answer it. */
export function meetingAsSent(state: State, meeting: Meeting): Json {
  const host = state.hostOf(meeting);
  return {
    ...shared(state, meeting),
    host_email: host.email,
    agenda: meeting.agenda,
    status: meeting.startedAt ? 'started' : 'waiting',
    start_url: startUrl(state, meeting),
    ...(meeting.password && {
      password: meeting.password,
      h323_password: meeting.password,
      encrypted_password: hashOf(meeting),
    }),
    settings: meeting.settings,
    pre_schedule: false,
  };
}

/** As a list shows it: without passcode, settings and start link. */
export function meetingInList(state: State, meeting: Meeting): Json {
  return { ...shared(state, meeting), agenda: meeting.agenda.slice(0, AGENDA_IN_LISTS) };
}

function shared(state: State, meeting: Meeting): Json {
  return {
    uuid: meeting.uuid,
    id: meeting.id,
    host_id: meeting.hostId,
    topic: meeting.topic,
    type: meeting.type,
    start_time: meeting.startTime,
    duration: meeting.duration,
    timezone: meeting.timezone,
    created_at: meeting.createdAt,
    join_url: joinUrl(state, meeting),
  };
}

export function userAsSent({ id, email, name, type }: ZoomUser): Json {
  const [first_name = '', ...last] = name.split(' ');
  return {
    id,
    email,
    first_name,
    last_name: last.join(' '),
    display_name: name,
    type,
    status: 'active',
    account_id: APP.accountId,
  };
}
