import type { FailureCode } from '../meeting/failure.ts';

export type SessionState = 'requested' | 'confirmed' | 'declined' | 'expired' | 'cancelled' | 'started' | 'ended';

export type Role = 'tutor' | 'learner';

/** What somebody says about whether a session took place. */
export type Claim = 'took-place' | 'learner-missing' | 'tutor-missing';

/** What became of the session for one learner with the tutor: what both say, or that they disagree, or that nobody knows. */
export type Outcome = Claim | 'disputed' | 'unknown';

export interface Participant {
  readonly person: string;
  readonly role: Role;
  readonly joinedAt: Date | undefined;
  readonly leftAt: Date | undefined;
  readonly claim: Claim | undefined;
  /** Of a learner: what the tutor says of them alone, where it is not what the tutor says of the session. */
  readonly tutorClaim: Claim | undefined;
  /** Of a learner: undefined until it is agreed, or settled by the clock. */
  readonly outcome: Outcome | undefined;
  /** 1 to 5. */
  readonly rating: number | undefined;
  readonly comment: string | undefined;
  readonly ratedAt: Date | undefined;
  readonly checklist: readonly string[];
  /** Whether they agree to a recording; undefined while they have not said. */
  readonly agreesToRecording: boolean | undefined;
  readonly joinToken: string;
}

/** Where a session meets: what the platform really made. */
export interface Meeting {
  readonly platform: string;
  readonly meetingId: string;
  readonly url: string;
  readonly passcode: string | undefined;
  /** The account whose meeting it is, where the platform has several. */
  readonly host: string | undefined;
  readonly madeAt: Date;
  /** Set when the platform that was wanted could not be used. */
  readonly fallback: { readonly from: string; readonly why: FailureCode } | undefined;
}

/** One appointment, from request to end. What became of it then is its learners' outcomes. */
export interface Session {
  readonly id: string;
  readonly organization: string;
  readonly state: SessionState;
  readonly version: number;
  readonly subject: string;
  readonly note: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Undefined while any of the candidates may confirm. */
  readonly tutor: string | undefined;
  /** Tutors who were asked and have not declined, while any tutor may answer. */
  readonly candidates: readonly string[];
  /** The platforms that candidates chose on their cards, each for the case that they confirm. */
  readonly choices: Readonly<Record<string, string>>;
  readonly participants: readonly Participant[];
  readonly requestedAt: Date;
  readonly confirmedAt: Date | undefined;
  readonly startedAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly reason: string | undefined;
  readonly closedBy: string | undefined;
  readonly platformWanted: string | undefined;
  readonly meeting: Meeting | undefined;
  /** Which meeting of the session is wanted, counted from 1: a new link counts it up. */
  readonly meetingAttempt: number;
  /** When its meeting is to be made, where the platform took no more on the day of the confirmation. */
  readonly meetingDueAt: Date | undefined;
  readonly recordingUrl: string | undefined;
  readonly tutorNotes: string | undefined;
  readonly escalatedAt: Date | undefined;
  readonly rateNudgedAt: Date | undefined;
  /** Up to which instant the clock has decided on its reminders and its start: what lay before is not looked at again. */
  readonly decidedUntil: Date | undefined;
}

/** True while the session takes up its people's time. */
export function isOpen(session: Pick<Session, 'state'>): boolean {
  return session.state === 'requested' || session.state === 'confirmed' || session.state === 'started';
}

/** True from the confirmation to the end: it is going to take place, or it is taking place. */
export function isOn<S extends Pick<Session, 'state'>>(session: S): session is S & { state: 'confirmed' | 'started' } {
  return session.state === 'confirmed' || session.state === 'started';
}

/** Where somebody who may confirm has chosen to meet: a candidate's choice is theirs alone. */
export function platformChosen(
  session: Pick<Session, 'tutor' | 'choices' | 'platformWanted'>,
  person: string,
): string | undefined {
  return session.tutor === undefined ? session.choices[person] : session.platformWanted;
}

export function participant(session: Session, person: string): Participant | undefined {
  return session.participants.find((one) => one.person === person);
}

/** None yet, one, or as many as it has room for, in the order in which they came. */
export function learners(session: Pick<Session, 'participants'>): readonly Participant[] {
  return session.participants.filter((one) => one.role === 'learner');
}

export function isLearner(session: Session, person: string): boolean {
  return participant(session, person)?.role === 'learner';
}

/** The learner who asked for it: the first of them. */
export function asker(session: Pick<Session, 'participants'>): string | undefined {
  return learners(session)[0]?.person;
}

/** True for a session that was never asked for: somebody started it there and then. */
export function startedAtOnce(session: Pick<Session, 'startsAt' | 'requestedAt'>): boolean {
  return session.startsAt.getTime() === session.requestedAt.getTime();
}

export function lengthMinutes(session: Pick<Session, 'startsAt' | 'endsAt'>): number {
  return Math.round((session.endsAt.getTime() - session.startsAt.getTime()) / 60_000);
}
