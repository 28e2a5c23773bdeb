import { isGroup } from '../groups/group.ts';
import { askedIn, isUndecided, learners, type Session } from '../session/session.ts';
import { wasAsked } from '../session/still-coming.ts';
import { lapsesAt } from '../session/times.ts';
import { type Objection, refused } from './verdict.ts';

/** What a session lacks; undefined where it has what it takes. */
export const WITH = {
  'a tutor': ({ tutor }) => (tutor === undefined ? refused('not-yours', {}) : undefined),
  'a group': (session) => (isGroup(session) ? undefined : refused('not-yours', {})),
  'no group': (session) => (isGroup(session) ? refused('group-stays', {}) : undefined),
  'nobody else': (session) => (isGroup(session) ? refused('leave-instead', {}) : undefined),
  'somebody else': () => refused('in-already', {}),
  'something to leave': () => refused('not-in', {}),
  'a series of two': (session) => (session.series && !isGroup(session) ? undefined : refused('changed', {})),
  'a tutor and no series': (session) =>
    session.tutor === undefined || session.series || isGroup(session) ? refused('changed', {}) : undefined,
  'a learner': (session) =>
    learners(session).length === 0 ? refused('moved-on', { state: session.state }) : undefined,
  'somebody to write to': (session) => (session.messages === 'off' ? refused('no-messages', {}) : alone(session)),
  'others who read it': (session) => alone(session),
  'others in it': ({ participants }) => (participants.length < 2 ? refused('nobody-to-write-to', {}) : undefined),
  'messages that admins read': ({ messages }) => (messages === 'seen' ? undefined : refused('not-for-admins', {})),
  'a dispute': (session) => (isUndecided(session) ? undefined : refused('changed', {})),
  'an agreement': ({ confirmedAt }) => (confirmedAt ? undefined : refused('changed', {})),
  'only a request of its own': ({ confirmedAt, state, series }) => {
    if (confirmedAt && state === 'cancelled') return refused('changed', {});
    return series ? refused('request-of-series', {}) : undefined;
  },
  'nothing said of it': ({ participants }) =>
    participants.some(({ claim, outcome }) => claim ?? outcome) ? refused('spoken-of', {}) : undefined,
  'a room': ({ meeting }) => (meeting ? undefined : refused('no-meeting-yet', {})),
  'a tutor who can be replaced': (session) => {
    if (isGroup(session)) return refused('group-stays', {});
    return session.tutor === undefined ? refused('not-yours', {}) : undefined;
  },
  'a question whether they come': (session) => (wasAsked(session) ? undefined : refused('changed', {})),
  'two people': (session) => {
    const isForTwo = session.tutor !== undefined && learners(session).length === 1 && !isGroup(session);
    return isForTwo ? undefined : refused('not-for-two', { hasTutor: session.tutor !== undefined });
  },
  'times to answer': (session, now, me) =>
    hasTimes(session, now) && session.proposal?.by !== me ? undefined : refused('times-over', {}),
  'no other’s times': (session, now, me) =>
    hasTimes(session, now) && session.proposal?.by !== me ? refused('times-suggested', {}) : undefined,
  'times of their own': (session, now, me) =>
    hasTimes(session, now) && session.proposal?.by === me ? undefined : refused('times-over', {}),
} as const satisfies Record<string, (session: Session, now: Date, me: string) => Objection | undefined>;

/** Those who were asked are others too, as long as any of them may take it. */
function alone(session: Session): Objection | undefined {
  const others = session.participants.length - 1 + askedIn(session).length;
  return others < 1 ? refused('nobody-to-write-to', {}) : undefined;
}

function hasTimes(session: Session, now: Date): boolean {
  const at = lapsesAt(session);
  return at !== undefined && now < at;
}
