import type { MessageRule } from '../community/rules.ts';
import type { FailureCode } from '../meeting/failure.ts';
import type { InSeries } from '../series/series.ts';

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
  /** Until when they said that they are late; it counts for the start from which it is one of those amounts. */
  readonly lateUntil: Date | undefined;
  /** The start to which they said, when they were asked, that they come. */
  readonly comesAt: Date | undefined;
  readonly claim: Claim | undefined;
  /** Since when they say so. */
  readonly claimedAt: Date | undefined;
  /** Of a learner: what the tutor says of them alone, where it is not what the tutor says of the session. */
  readonly tutorClaim: Claim | undefined;
  /** Of a learner: undefined until it is agreed, or settled by the clock. */
  readonly outcome: Outcome | undefined;
  /** 1 to 5. */
  readonly rating: number | undefined;
  readonly comment: string | undefined;
  /** Of a learner: what they noted down after it, for themselves and the tutor; the tutor's notes are the session's. */
  readonly note: string | undefined;
  /** Of a learner: whether the tutor may read the comment, too. Admins can. */
  readonly sharesComment: boolean;
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
  /** Whom the platform itself has invited, by their ids; left out: it invites nobody ever. */
  readonly invited?: readonly string[];
  /** Set when the platform that was wanted could not be used. */
  readonly fallback: { readonly from: string; readonly why: FailureCode } | undefined;
}

/** Other times for a session, soonest first: its people are held for all of them until one is taken, or none. */
export interface Proposal {
  readonly by: string;
  readonly at: Date;
  readonly times: readonly Date[];
}

/** One appointment, from request to end. What became of it then is its learners' outcomes. */
export interface Session {
  readonly id: string;
  readonly organization: string;
  readonly state: SessionState;
  readonly version: number;
  /** How often what stands in its people's calendars has changed: SEQUENCE of RFC 5545. */
  readonly sequence: number;
  readonly subject: string;
  readonly note: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA: where the learner was who agreed to the time; undefined where nobody had said. */
  readonly zone: string | undefined;
  /** Undefined while any of the candidates may confirm. */
  readonly tutor: string | undefined;
  /** Tutors who were asked and have not declined, while any tutor may answer. */
  readonly candidates: readonly string[];
  /** The platforms that candidates chose on their cards, each for the case that they confirm. */
  readonly choices: Readonly<Record<string, string>>;
  readonly participants: readonly Participant[];
  /** Who sees it for the sake of one of its learners. Of a session that is not kept yet: nobody. */
  readonly observers: readonly { readonly person: string; readonly of: string }[];
  /** Learners that there is room for: more than one in a group session. */
  readonly capacity: number;
  /** Of a group session: how many learners it needs. */
  readonly minimum: number | undefined;
  /** Until when it waits for them; undefined once that was decided, and where it needs none. */
  readonly minimumUntil: Date | undefined;
  /** Who would like a place in a group session that is full, in the order in which they came. */
  readonly waiting: readonly string[];
  readonly requestedAt: Date;
  readonly confirmedAt: Date | undefined;
  readonly startedAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly confirmedBy: string | undefined;
  /** When it was to be before it was moved last. */
  readonly movedFromAt: Date | undefined;
  readonly movedBy: string | undefined;
  /** Other times that one side suggests, and the other has not answered. */
  readonly proposal: Proposal | undefined;
  readonly reason: string | undefined;
  /** Who declined, cancelled or ended it: a person's id, `clock` or `webhook`. */
  readonly closedBy: string | undefined;
  /** Called off by one of its people later than the organization wants. */
  readonly cancelledLate: boolean;
  /** Whether each of its learners uses a credit for it. Of a session that is not kept yet: false. */
  readonly needsCredit: boolean;
  readonly platformWanted: string | undefined;
  readonly meeting: Meeting | undefined;
  /** Which meeting of the session is wanted, counted from 1: a new link counts it up. */
  readonly meetingAttempt: number;
  /** When its meeting is to be made, where the platform took no more on the day of the confirmation. */
  readonly meetingDueAt: Date | undefined;
  /** Since when its people read that its meeting takes longer than usual to make. */
  readonly meetingSlowAt: Date | undefined;
  readonly recordingUrl: string | undefined;
  /** What was said, written down by the platform. */
  readonly transcriptUrl: string | undefined;
  /** When the platform is asked next whether either is there; undefined: not any more. */
  readonly recordingDueAt: Date | undefined;
  readonly tutorNotes: string | undefined;
  /** When those who were asked were reminded of it by the clock. */
  readonly nudgedAt: Date | undefined;
  readonly escalatedAt: Date | undefined;
  readonly rateNudgedAt: Date | undefined;
  /** Up to which instant the clock has decided on its reminders and its start: what lay before is not looked at again. */
  readonly decidedUntil: Date | undefined;
  /** Whether its organization wants learners to be asked the day before. Of a session that is not kept yet: false. */
  readonly asksComing: boolean;
  /** Whether its people write to each other through the bot, as its organization wants it. Of a session that is not kept yet: on. */
  readonly messages: MessageRule;
  /** The start about which its learners were asked whether they still come. */
  readonly comingAskedAt: Date | undefined;
  /** When the tutor hears of those who say nothing to that. */
  readonly silenceAt: Date | undefined;
  /** Where it is one of several that repeat. */
  readonly series: InSeries | undefined;
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

/** True while what became of it is for an admin to say: tutor and learner say different things, or nothing. */
export function isUndecided(session: Pick<Session, 'participants'>): boolean {
  return learners(session).some(({ outcome }) => outcome === 'disputed' || outcome === 'unknown');
}

/** The learners for whose sake somebody sees it. */
export function observedBy(session: Pick<Session, 'observers'>, person: string): readonly string[] {
  return session.observers.filter((one) => one.person === person).map((one) => one.of);
}

export function isLearner(session: Session, person: string): boolean {
  return participant(session, person)?.role === 'learner';
}

/** The tutors of whom any may take it now. */
export function askedIn({
  state,
  tutor,
  candidates,
}: Pick<Session, 'state' | 'tutor' | 'candidates'>): readonly string[] {
  return state === 'requested' && tutor === undefined ? candidates : [];
}

/** The ids of all whose names may stand on a card about it. */
export function peopleIn(
  session: Pick<Session, 'participants' | 'candidates' | 'confirmedBy' | 'movedBy' | 'closedBy'>,
): readonly string[] {
  const { participants, candidates, confirmedBy, movedBy, closedBy } = session;
  const doers = [confirmedBy, movedBy, closedBy].filter((one) => one !== undefined);
  return [...participants.map((one) => one.person), ...candidates, ...doers.filter((one) => !NOBODY.includes(one))];
}

/** Who does things and is no person. */
const NOBODY: readonly string[] = ['clock', 'webhook', 'tutorline'];

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
