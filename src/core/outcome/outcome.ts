import { type Claim, learners, type Outcome, type Participant, type Session } from '../session/session.ts';

/** What the tutor and one learner say of the session that they had. */
export interface Said {
  readonly tutor: Claim | undefined;
  readonly learner: Claim | undefined;
}

/** The tutor speaks of all learners at once, and of one alone where it was different. */
export function saidOf(session: Pick<Session, 'participants'>, learner: Participant): Said {
  const tutor = session.participants.find((one) => one.role === 'tutor');
  return { tutor: learner.tutorClaim ?? tutor?.claim, learner: learner.claim };
}

/** What both say, or that they disagree; undefined while one of them is silent. */
export function agreed({ tutor, learner }: Said): Outcome | undefined {
  if (tutor === undefined || learner === undefined) return undefined;
  return tutor === learner ? tutor : 'disputed';
}

/** What it comes to when there was time enough to speak: the only word there is, or what the platform saw. */
export function settled(said: Said, wereSeen: boolean): Outcome {
  return agreed(said) ?? said.tutor ?? said.learner ?? (wereSeen ? 'took-place' : 'unknown');
}

/** Whether every learner has an outcome. */
export function isSettled(session: Pick<Session, 'participants'>): boolean {
  return learners(session).every((one) => one.outcome !== undefined);
}

/** The ratings of the tutor that count: from when they are given, unless it turns out that the two did not meet. */
export function countingRatings(session: Pick<Session, 'participants'>): readonly number[] {
  return learners(session).flatMap(({ rating, outcome }) =>
    rating === undefined || (outcome !== undefined && DID_NOT_MEET.includes(outcome)) ? [] : [rating],
  );
}

/** In a dispute it is not known yet. */
const DID_NOT_MEET: readonly Outcome[] = ['learner-missing', 'tutor-missing', 'disputed'];
