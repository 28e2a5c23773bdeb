import { needsMore } from '../groups/group.ts';
import type { Session } from '../session/session.ts';
import {
  answerBy,
  doorOpensAt,
  endsByItselfAt,
  lapsesAt,
  lateBetween,
  proposeBy,
  rateBy,
  settlesAt,
  talkBy,
} from '../session/times.ts';
import { type Objection, refused } from './verdict.ts';

/** What is wrong with the time; undefined where nothing is. */
export const WHEN = {
  'before the start': ({ startsAt }, now) => until(startsAt, now),
  'around the start': (session, now) => {
    const [first, last] = lateBetween(session);
    return from(first, now) ?? until(last, now);
  },
  'from the start': ({ startsAt }, now) => from(startsAt, now),
  'before the end': ({ endsAt }, now) => until(endsAt, now),
  'while the door is open': (session, now) => from(doorOpensAt(session), now) ?? until(session.endsAt, now),
  'unanswered for too long': (session, now) => from(answerBy(session), now),
  'when its minimum is decided on': ({ minimumUntil }, now) =>
    minimumUntil ? from(minimumUntil, now) : refused('changed', {}),
  'too few by then': (session, now) =>
    session.minimumUntil && needsMore(session) ? from(session.minimumUntil, now) : refused('changed', {}),
  'after the end and a grace': (session, now) => from(endsByItselfAt(session), now),
  'in the week after the end': (session, now) =>
    now > (rateBy(session) ?? now) ? refused('rating-closed', {}) : undefined,
  'in the week after its time': (session, now) => (now > talkBy(session) ? refused('talk-closed', {}) : undefined),
  'while another time helps': (session, now) => until(proposeBy(session), now),
  'when its other times are over': (session, now) => {
    const at = lapsesAt(session);
    return at ? from(at, now) : refused('times-over', {});
  },
  'after time enough to speak': (session, now) => from(settlesAt(session) ?? now, now),
} as const satisfies Record<string, (session: Session, now: Date) => Objection | undefined>;

function from(opensAt: Date, now: Date): Objection | undefined {
  return now < opensAt ? refused('too-early', { opensAt }) : undefined;
}

function until(at: Date, now: Date): Objection | undefined {
  return now >= at ? refused('too-late', {}) : undefined;
}
