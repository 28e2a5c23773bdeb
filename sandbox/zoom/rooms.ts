import { noMeeting } from './errors.ts';
import { type Meeting, newUuid, type Person, type State, utc } from './state.ts';
import type { Webhooks } from './webhooks.ts';

export interface Visitor {
  readonly name: string;
  readonly email?: string;
}

/** What people do in meetings. Refuses, with what Zoom's page would say. */
export interface Rooms {
  meeting(id: string): Meeting;
  /** The host opens the meeting, and is in it. */
  start(id: string): Person;
  join(id: string, visitor: Visitor): Person;
  leave(id: string, userId: string): void;
  end(id: string): void;
}

export function createRooms(state: State, webhooks: Webhooks): Rooms {
  const now = () => utc(state.stage.now());
  const called = (id: string): Meeting => {
    const meeting = state.meetings.get(Number(id));
    if (!meeting) throw noMeeting(id);
    return meeting;
  };

  const open = (meeting: Meeting) => {
    const other = state.runningOf(meeting.hostId);
    if (other) throw new Error(`The host has another meeting in progress: ${other.topic}.`);
    // Each time it is opened is an occasion of its own.
    if (meeting.lastUuid === meeting.uuid) meeting.uuid = newUuid();
    meeting.startedAt = now();
    meeting.past = [];
    webhooks.send('meeting.started', meeting);
  };
  const enter = (meeting: Meeting, { name, email = '' }: Visitor): Person => {
    const person = { userId: state.newUserId(), name, email, joinedAt: now() };
    meeting.present.push(person);
    webhooks.send('meeting.participant_joined', meeting, person);
    state.changed();
    return person;
  };
  const goes = (meeting: Meeting, person: Person) => {
    const gone = { ...person, leftAt: now() };
    meeting.present = meeting.present.filter((one) => one !== person);
    meeting.past.push(gone);
    webhooks.send('meeting.participant_left', meeting, gone);
  };
  const close = (meeting: Meeting) => {
    for (const person of meeting.present) goes(meeting, person);
    webhooks.send('meeting.ended', meeting);
    if (meeting.settings.auto_recording === 'cloud') webhooks.send('recording.completed', meeting);
    meeting.lastUuid = meeting.uuid;
    delete meeting.startedAt;
    state.changed();
  };

  return {
    meeting: called,
    start(id) {
      const meeting = called(id);
      if (!meeting.startedAt) open(meeting);
      const { name, email } = state.hostOf(meeting);
      return meeting.present.find((one) => one.email === email) ?? enter(meeting, { name, email });
    },
    join(id, visitor) {
      const meeting = called(id);
      if (!meeting.startedAt) {
        if (!meeting.settings.join_before_host) throw new Error('The host has not started this meeting yet.');
        const early = Number(meeting.settings.jbh_time) * 60_000;
        if (early > 0 && Date.parse(meeting.startTime) - early > Date.parse(now())) {
          throw new Error('This meeting has not begun yet.');
        }
        open(meeting);
      }
      return enter(meeting, visitor);
    },
    leave(id, userId) {
      const meeting = called(id);
      const person = meeting.present.find((one) => one.userId === userId);
      if (!person) throw new Error('That person is not in the meeting.');
      goes(meeting, person);
      if (meeting.present.length === 0) close(meeting);
      state.changed();
    },
    end(id) {
      const meeting = called(id);
      if (!meeting.startedAt) throw new Error('This meeting is not running.');
      close(meeting);
    },
  };
}
