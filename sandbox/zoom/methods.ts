import { randomBytes } from 'node:crypto';
import { badField, noMeeting, zoomError } from './errors.ts';
import { listed, pastParticipants } from './lists.ts';
import { type Asked, instant, readMeeting } from './meeting-body.ts';
import type { Category, RateLimits } from './rate-limits.ts';
import type { Json } from './settings.ts';
import { type Meeting, newUuid, type State, utc } from './state.ts';
import type { Webhooks } from './webhooks.ts';
import { meetingAsSent, userAsSent } from './wire.ts';

/** One call: where it is, and what came with it. */
interface Call {
  /** The part of the path that is a name or an id. */
  readonly id: string;
  readonly query: URLSearchParams;
  /** The body as it came. */
  readonly text: string;
}

export interface Method {
  readonly route: RegExp;
  readonly category: Category;
  readonly scopes: readonly string[];
  /** Makes or changes something, so that an answer can be lost. */
  readonly isWrite?: boolean;
  /** The answer's body; nothing for a 204. */
  run(call: Call): { status: number; body?: Json } | Promise<{ status: number; body?: Json }>;
}

/** The parts of Zoom's API that a scheduler needs: https://developers.zoom.us/docs/api/meetings/ */
export function createMethods(state: State, limits: RateLimits, webhooks: Webhooks): readonly Method[] {
  const now = () => state.stage.now();
  const deleting = new Set<string>();

  const meetingCalled = (id: string): Meeting => {
    const meeting = /^\d+$/.test(id) ? state.meetings.get(Number(id)) : undefined;
    if (!meeting) throw noMeeting(id);
    return meeting;
  };

  const change = (meeting: Meeting, asked: Asked) => {
    const { start_time, duration, timezone, topic, agenda, type, password, settings } = asked;
    if (start_time) meeting.startTime = utc(instant(start_time, timezone ?? meeting.timezone));
    if (duration !== undefined) meeting.duration = duration;
    if (timezone !== undefined) meeting.timezone = timezone;
    if (topic !== undefined) meeting.topic = topic;
    if (agenda !== undefined) meeting.agenda = agenda;
    if (type !== undefined) meeting.type = type;
    if (password !== undefined) meeting.password = password;
    Object.assign(meeting.settings, settings);
    // Cloud recording is part of a licence; without one the wish is dropped.
    if (state.hostOf(meeting).type === 1 && meeting.settings.auto_recording === 'cloud') {
      meeting.settings.auto_recording = 'none';
    }
  };

  return [
    {
      route: /^GET \/users\/([^/]+)$/,
      category: 'Light',
      scopes: ['user:read:user:admin'],
      run: ({ id }) => ({ status: 200, body: userAsSent(state.userCalled(id)) }),
    },
    {
      route: /^POST \/users\/([^/]+)\/meetings$/,
      category: 'Heavy',
      scopes: ['meeting:write:meeting:admin'],
      isWrite: true,
      run({ id, text }) {
        const host = state.userCalled(id);
        const asked = readMeeting(text);
        if (asked.type === 2 && !asked.start_time) throw badField('start_time');
        limits.countWrite(host.id);
        const meeting: Meeting = {
          id: state.newMeetingId(),
          uuid: newUuid(),
          hostId: host.id,
          createdAt: utc(now()),
          topic: 'Zoom Meeting',
          type: 2,
          agenda: '',
          startTime: utc(now()),
          duration: 60,
          timezone: 'UTC',
          password: asked.default_password === false ? '' : randomBytes(5).toString('base64url').slice(0, 6),
          settings: { join_before_host: false, jbh_time: 0, waiting_room: true, auto_recording: 'none' },
          present: [],
          past: [],
        };
        change(meeting, asked);
        state.meetings.set(meeting.id, meeting);
        return { status: 201, body: meetingAsSent(state, meeting) };
      },
    },
    {
      route: /^GET \/users\/([^/]+)\/meetings$/,
      category: 'Medium',
      scopes: ['meeting:read:list_meetings:admin'],
      run: ({ id, query }) => ({ status: 200, body: listed(state, state.userCalled(id).id, query) }),
    },
    {
      route: /^GET \/meetings\/([^/]+)$/,
      category: 'Light',
      scopes: ['meeting:read:meeting:admin'],
      run: ({ id }) => ({ status: 200, body: meetingAsSent(state, meetingCalled(id)) }),
    },
    {
      route: /^PATCH \/meetings\/([^/]+)$/,
      category: 'Light',
      scopes: ['meeting:update:meeting:admin'],
      isWrite: true,
      run({ id, text }) {
        const meeting = meetingCalled(id);
        const asked = readMeeting(text);
        limits.countWrite(meeting.hostId);
        change(meeting, asked);
        return { status: 204 };
      },
    },
    {
      route: /^DELETE \/meetings\/([^/]+)$/,
      category: 'Light',
      scopes: ['meeting:delete:meeting:admin'],
      isWrite: true,
      async run({ id }) {
        const meeting = meetingCalled(id);
        if (meeting.startedAt) {
          throw zoomError(400, 3002, "Sorry, you cannot delete this meeting since it's in progress.");
        }
        if (deleting.has(meeting.hostId)) {
          throw zoomError(
            429,
            429,
            'Too many concurrent requests. A request to delete this meeting has already been made.',
          );
        }
        deleting.add(meeting.hostId);
        await new Promise(setImmediate);
        deleting.delete(meeting.hostId);
        state.meetings.delete(meeting.id);
        webhooks.send('meeting.deleted', meeting);
        return { status: 204 };
      },
    },
    {
      route: /^GET \/past_meetings\/([^/]+)\/participants$/,
      category: 'Medium',
      scopes: ['meeting:read:list_past_participants:admin'],
      run: ({ id }) => ({ status: 200, body: pastParticipants(state, id) }),
    },
  ];
}
