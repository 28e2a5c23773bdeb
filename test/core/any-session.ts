import type { Person } from '../../src/core/people/person.ts';
import type { Session, SessionState } from '../../src/core/session/session.ts';
import { someSession } from '../store/some.ts';

/** A session as it is for each party, in each state, and the moments of its life at which something changes. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const START = Date.parse('2026-03-09T17:00:00Z');
const END = START + 60 * MINUTE;

export const MOMENTS = {
  asked: START - 5 * DAY,
  'two-days': START - 3 * DAY,
  closed: START - 15 * MINUTE - 1,
  door: START - 15 * MINUTE,
  open: START - 1,
  start: START,
  late: END - 1,
  end: END,
  grace: END + 15 * MINUTE - 1,
  over: END + 15 * MINUTE,
  'days-3': END + 3 * DAY,
  'days-7': END + 7 * DAY,
  later: END + 7 * DAY + 1,
} as const;

export const STATES = [
  'requested',
  'confirmed',
  'declined',
  'expired',
  'cancelled',
  'started',
  'ended',
] as const satisfies readonly SessionState[];

/** An observer is there for the learner, such as a parent. A stranger is of the same school, and is nothing to this session. */
export const PEOPLE = ['learner', 'tutor', 'candidate', 'observer', 'admin', 'stranger', 'admin elsewhere'] as const;
export type Somebody = (typeof PEOPLE)[number];

/** Their ids are what they are. */
export function personWho(is: Somebody): { readonly person: Person; readonly isAdmin: boolean } {
  const organization = is === 'admin elsewhere' ? 'elsewhere' : 'school';
  const rest = { name: is, zone: undefined, email: undefined, reminderLeads: undefined };
  return { person: { id: is, organization, ...rest }, isAdmin: is.startsWith('admin') };
}

/** Candidates are asked where nobody in particular is: one of them has it once it is confirmed. */
export function sessionFor(somebody: string, state: SessionState, more: Partial<Session> = {}): Session {
  const session = someSession('learner', 'tutor', {
    state,
    requestedAt: new Date(MOMENTS.asked),
    startsAt: new Date(START),
    endsAt: new Date(END),
    meeting: room(),
    ...(somebody === 'observer' && { observers: [{ person: 'observer', of: 'learner' }] }),
    ...(state === 'ended' && { endedAt: new Date(END) }),
    ...more,
  });
  if (somebody !== 'candidate') return session;
  const isTaken = state === 'confirmed' || state === 'started' || state === 'ended';
  return { ...session, candidates: ['candidate', 'somebody'], ...(!isTaken && openToAll(session)) };
}

function openToAll({ participants }: Session) {
  return { tutor: undefined, participants: participants.filter(({ role }) => role === 'learner') };
}

function room() {
  const url = 'https://meet.example.org/room';
  const none = { passcode: undefined, host: undefined, fallback: undefined };
  return { platform: 'zoom', meetingId: 'room', url, madeAt: new Date(MOMENTS.asked), ...none };
}
