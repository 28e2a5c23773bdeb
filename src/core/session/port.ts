import type { Office, Place } from '../groups/office.ts';
import type { Poll } from '../groups/poll.ts';
import type { Meeting, Participant, Session, SessionState } from './session.ts';

/** What somebody's time is held for. The database keeps one person out of two sessions at once; all else only makes them busy. */
export interface HeldFor {
  readonly why: 'session' | 'proposal' | 'buffer' | 'offer' | 'calendar' | 'choosing';
  /**
   * The session (of a session, its proposal, its buffer), the offer of a place, the event of somebody's calendar, or who is
   * about to ask for that time.
   */
  readonly id: string;
}

/** Whom a hold is kept for: it is in everybody else's way (see `around`), and lapses by itself. */
export interface Kept {
  readonly for: string;
  readonly until: Date;
}

/** A busy stretch of a person's time, whatever it is held for. */
export interface Busy {
  readonly person: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface SessionQuery {
  /** Participant or candidate. */
  readonly person?: string;
  /** Who is in it, too. */
  readonly with?: string;
  readonly states?: readonly SessionState[];
  /** Half-open ranges. */
  readonly startsFrom?: Date;
  readonly startsBefore?: Date;
  /** For the bot's own work, which asks all. */
  readonly organization?: string;
  /** Of those of a series that are in one state, only the soonest. */
  readonly seriesOnce?: boolean;
  readonly order?: 'soonest' | 'latest';
  readonly limit?: number;
  readonly offset?: number;
}

export interface GroupQuery {
  readonly startsFrom: Date;
  /** As it was spelt when the session was opened, whatever its case and accents. */
  readonly subject?: string | undefined;
  readonly limit: number;
  readonly offset?: number;
}

/** Fields of a session that change after it was requested. */
export type SessionPatch = Partial<
  Pick<
    Session,
    | 'state'
    | 'tutor'
    | 'startsAt'
    | 'endsAt'
    | 'requestedAt'
    | 'confirmedAt'
    | 'startedAt'
    | 'endedAt'
    | 'confirmedBy'
    | 'movedFromAt'
    | 'movedBy'
    | 'proposal'
    | 'reason'
    | 'closedBy'
    | 'cancelledLate'
    | 'platformWanted'
    | 'minimumUntil'
    | 'meetingDueAt'
    | 'series'
  >
>;

/** What is asked about sessions. */
export interface SessionReads {
  session(id: string): Promise<Session | undefined>;
  /** Those with these ids, in any order. */
  sessionsOf(ids: readonly string[]): Promise<readonly Session[]>;
  sessions(query: SessionQuery): Promise<readonly Session[]>;
  /** The requests in a list of somebody's that wait for their answer, in the order in which they came, and how many there are. */
  listed(
    person: string,
    list: string,
    limit: number,
    offset?: number,
  ): Promise<{ sessions: readonly Session[]; count: number }>;
  /** Group sessions that can still be joined, soonest first. */
  groups(query: GroupQuery): Promise<readonly Session[]>;
  poll(id: string): Promise<Poll | undefined>;
  office(id: string): Promise<Office | undefined>;
  /** Those that are not closed yet. */
  offices(): Promise<readonly Office[]>;
  /** Whether these two have a session that both agreed to, or had one. */
  haveMet(one: string, other: string): Promise<boolean>;
  /**
   * Whom somebody has asked as a learner and waits for: the tutor of each open request, undefined where any may answer.
   * Another time for one that came to nothing is asked for, too. A series is one.
   */
  openRequests(learner: string): Promise<readonly (string | undefined)[]>;
  /** What somebody has stayed away from of all that was to start since then, the latest first. */
  missed(person: string, since: Date): Promise<readonly Pick<Session, 'subject' | 'startsAt'>[]>;
  /** Who has called off how many sessions late that were to start since then, the most often first. */
  lateCancels(since: Date): Promise<readonly { readonly person: string; readonly count: number }[]>;
  /** Whom somebody has taught or was taught by, the latest first. */
  companions(person: string, limit: number): Promise<readonly string[]>;
  /** How many minutes of sessions that took place somebody has taught since each of these instants. */
  minutesTaught(tutor: string, since: readonly Date[]): Promise<readonly number[]>;
  /** What is held for good: what is only kept for somebody is in `around`. */
  busy(people: readonly string[], from: Date, to: Date): Promise<readonly Busy[]>;
}

/** What is asked where nobody has said who they are. */
export interface SessionLookups {
  /** The session and the person whose `/j/` link carries this secret. */
  sessionByJoinToken(token: string): Promise<{ session: Session; person: string } | undefined>;
}

/** What changes sessions, inside a transaction. */
export interface SessionWrites {
  /** The session, locked until the transaction ends. */
  lockSession(id: string): Promise<Session | undefined>;
  /** Inserts the session with its participants and candidates. */
  addSession(session: Session): Promise<void>;
  /**
   * Changes the session if it still is in `state` and `version`, and counts its version up.
   * @returns the session as it is then; undefined if it was not in that state and version any more.
   */
  changeSession(session: Pick<Session, 'id' | 'state' | 'version'>, patch: SessionPatch): Promise<Session | undefined>;
  /** Writes what does not change what people agreed to: the version stays. */
  annotateSession(
    id: string,
    patch: Partial<
      Pick<
        Session,
        | 'nudgedAt'
        | 'escalatedAt'
        | 'rateNudgedAt'
        | 'tutorNotes'
        | 'meetingAttempt'
        | 'meetingDueAt'
        | 'meetingSlowAt'
        | 'recordingUrl'
        | 'transcriptUrl'
        | 'recordingDueAt'
        | 'platformWanted'
        | 'comingAskedAt'
        | 'silenceAt'
        | 'minimumUntil'
      >
    >,
  ): Promise<void>;
  /** The clock has decided on the reminders and the start of these sessions, up to that instant. */
  decideUntil(sessions: readonly string[], until: Date): Promise<void>;
  /** @throws where there is no place left: whoever adds learners has locked the session and looked. */
  addParticipant(session: string, participant: Participant): Promise<void>;
  /** The office hours, locked until the transaction ends. */
  lockOffice(id: string): Promise<Office | undefined>;
  addOffice(office: Office): Promise<void>;
  addPlace(office: string, person: string): Promise<void>;
  /** Of whoever waits. */
  changePlace(office: string, person: string, state: Place['state'], session: string | undefined): Promise<void>;
  closeOffice(id: string, at: Date): Promise<void>;
  /** The poll, locked until the transaction ends. */
  lockPoll(id: string): Promise<Poll | undefined>;
  addPoll(poll: Poll): Promise<void>;
  answerPoll(poll: string, person: string, fits: readonly number[]): Promise<void>;
  /** `session`: what it became. */
  closePoll(id: string, at: Date, session: string | undefined): Promise<void>;
  removeParticipant(session: string, person: string): Promise<void>;
  /** Puts somebody at the end of the waitlist of a group session. */
  wait(session: string, person: string, since: Date): Promise<void>;
  stopWaiting(session: string, person: string): Promise<void>;
  changeParticipant(
    session: string,
    person: string,
    patch: Partial<Omit<Participant, 'person' | 'role'>>,
  ): Promise<void>;
  /** These are asked whether they will teach it, and nobody else any more. */
  setCandidates(session: string, people: readonly string[]): Promise<void>;
  /** Keeps where a candidate would meet. */
  chooseAsCandidate(session: string, person: string, platform: string): Promise<void>;
  /** Marks a candidate as having declined. */
  declineCandidate(session: string, person: string): Promise<void>;
  /** Sets or replaces where the session meets; undefined: nowhere for now. */
  setMeeting(session: string, meeting: Meeting | undefined): Promise<void>;
  /** @returns false when the person already is in another session at that time. The transaction stays usable. */
  hold(person: string, heldFor: HeldFor, startsAt: Date, endsAt: Date, kept?: Kept): Promise<boolean>;
  /** Forgets what was kept for somebody until then. */
  releaseLapsed(now: Date): Promise<void>;
  /** Gives back all that is held for this id, be it a session with its proposal and buffers; `why` and `person` narrow it. */
  release(held: Pick<HeldFor, 'id'> & Partial<HeldFor> & { readonly person?: string }): Promise<void>;
}
