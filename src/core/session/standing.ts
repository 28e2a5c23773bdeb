import { learners, type Outcome, participant, type Session, type SessionState } from './session.ts';

/** Where a session stands for one reader: its state, and once it is over what became of it for them. */
export type Standing = SessionState | Outcome;

/** What a session with several learners comes to for whoever taught or looks after it: what asks for attention first. */
const FOREMOST = [
  'disputed',
  'took-place',
  'learner-missing',
  'tutor-missing',
  'unknown',
] as const satisfies readonly Outcome[];

/** For a learner their own outcome; for everybody else what all of them come to, once all have one. */
export function standing(session: Session, person: string): Standing {
  if (session.state !== 'ended') return session.state;
  const me = participant(session, person);
  if (me?.role === 'learner') return me.outcome ?? session.state;
  const outcomes = learners(session).map((one) => one.outcome);
  if (outcomes.includes(undefined)) return session.state;
  return FOREMOST.find((outcome) => outcomes.includes(outcome)) ?? session.state;
}
