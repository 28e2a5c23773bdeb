import type { Meeting, Participant, Session, SessionState } from './session.ts';

/** What somebody's time is held for. The database keeps one person out of two sessions at once; all else only makes them busy. */
export interface HeldFor {
  readonly why: 'session' | 'proposal' | 'buffer' | 'offer' | 'calendar';
  /** The session (of a session, its proposal, its buffer), the offer of a place, or the event of somebody's calendar. */
  readonly id: string;
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
  readonly states?: readonly SessionState[];
  /** Half-open ranges. */
  readonly startsFrom?: Date;
  readonly startsBefore?: Date;
  readonly order?: 'soonest' | 'latest';
  readonly limit?: number;
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
    | 'confirmedAt'
    | 'startedAt'
    | 'endedAt'
    | 'reason'
    | 'closedBy'
    | 'platformWanted'
  >
>;

/** What is asked about sessions. */
export interface SessionReads {
  session(id: string): Promise<Session | undefined>;
  /** Those with these ids, in any order. */
  sessionsOf(ids: readonly string[]): Promise<readonly Session[]>;
  sessions(query: SessionQuery): Promise<readonly Session[]>;
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
  /** Changes the session if it still is in `state` and `version`, and counts its version up; false if it is not. */
  changeSession(session: Pick<Session, 'id' | 'state' | 'version'>, patch: SessionPatch): Promise<boolean>;
  /** Writes what does not change what people agreed to: the version stays. */
  annotateSession(
    id: string,
    patch: Partial<
      Pick<
        Session,
        | 'escalatedAt'
        | 'rateNudgedAt'
        | 'tutorNotes'
        | 'meetingAttempt'
        | 'meetingDueAt'
        | 'recordingUrl'
        | 'platformWanted'
      >
    >,
  ): Promise<void>;
  /** The clock has decided on the reminders and the start of these sessions, up to that instant. */
  decideUntil(sessions: readonly string[], until: Date): Promise<void>;
  addParticipant(session: string, participant: Participant): Promise<void>;
  changeParticipant(
    session: string,
    person: string,
    patch: Partial<Omit<Participant, 'person' | 'role'>>,
  ): Promise<void>;
  /** Keeps where a candidate would meet. */
  chooseAsCandidate(session: string, person: string, platform: string): Promise<void>;
  /** Marks a candidate as having declined. */
  declineCandidate(session: string, person: string): Promise<void>;
  /** Sets or replaces where the session meets; undefined: nowhere for now. */
  setMeeting(session: string, meeting: Meeting | undefined): Promise<void>;
  /** @returns false when the person already is in another session at that time. The transaction stays usable. */
  hold(person: string, heldFor: HeldFor, startsAt: Date, endsAt: Date): Promise<boolean>;
  /** Gives back all that is held for this id, be it a session with its proposal and buffers; `why` and `person` narrow it. */
  release(held: Pick<HeldFor, 'id'> & Partial<HeldFor> & { readonly person?: string }): Promise<void>;
}
