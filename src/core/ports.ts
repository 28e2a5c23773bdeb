import type { MeetingSign } from './meeting/signs.ts';
import type { Account, Offer, Person, Tutor } from './people/person.ts';
import type { Meeting, Participant, Session, SessionState } from './session/session.ts';

/** The clock that everything domain-timed follows. */
export type Clock = () => Date;

/** Who a message is owed to: a person, or the moderation channel of one chat. */
export type Recipient = { readonly person: string } | { readonly moderationOf: string };

/** The messages that the bot sends by itself. Each has one renderer in `features/cards`. */
export type DeliveryKind =
  | 'receipt'
  | 'request'
  | 'meeting'
  | 'moved'
  | 'declined'
  | 'cancelled'
  | 'expired'
  | 'reminder'
  | 'feedback'
  | 'rate-nudge'
  | 'nudge'
  | 'unanswered'
  | 'undelivered'
  | 'dead-letter'
  | 'link-wanted'
  | 'recording-asked'
  | 'recording'
  | 'meeting-gone'
  | 'platform-trouble'
  | 'platform-recovered';

/** A message to owe. */
export interface Owed {
  readonly kind: DeliveryKind;
  readonly to: Recipient;
  readonly session?: string;
  /** What makes it different from others of its kind about the same session to the same person: a reminder's lead. */
  readonly about?: string;
  readonly data?: Readonly<Record<string, string | number>>;
}

export type Fate = 'queued' | 'sending' | 'sent' | 'closed' | 'failed' | 'dropped';

/** A message that the bot owes, with its fate. */
export interface Delivery {
  readonly id: string;
  readonly kind: DeliveryKind;
  readonly to: Recipient;
  readonly session: string | undefined;
  readonly data: Readonly<Record<string, string | number>>;
  readonly fate: Fate;
  readonly chat: string | undefined;
  readonly channel: string | undefined;
  readonly messageId: string | undefined;
  /** Hash of what is shown there now. */
  readonly shown: string | undefined;
  readonly owedAt: Date;
  readonly triedAt: Date | undefined;
}

/** Work that must reach the outside world; queued in the transaction that caused it. */
export type Job =
  | { readonly name: 'deliver'; readonly data: { readonly delivery: string } }
  /** `isOneOfMany`: it may wait until its platform has room again, if its session is far enough. */
  | { readonly name: 'make-meeting'; readonly data: { readonly session: string; readonly isOneOfMany?: boolean } }
  | { readonly name: 'update-meeting'; readonly data: { readonly session: string } }
  | { readonly name: 'remove-meeting'; readonly data: { readonly platform: string; readonly meetingId: string } }
  | { readonly name: 'handle-webhook'; readonly data: { readonly event: string } }
  /** Removes meetings that no session knows. */
  | { readonly name: 'sweep-meetings'; readonly data: Readonly<Record<never, never>> }
  | { readonly name: 'attendance'; readonly data: { readonly session: string } }
  | { readonly name: 'refresh'; readonly data: { readonly session: string } };

export interface AuditEntry {
  readonly session: string;
  /** A person's id, `clock`, `webhook`, or `tutorline` for what it did by itself. */
  readonly by: string;
  readonly event: string;
  readonly from: SessionState | undefined;
  readonly to: SessionState;
  readonly at: Date;
  readonly data?: Readonly<Record<string, string | number>>;
}

export interface Draft {
  readonly id: string;
  readonly person: string;
  readonly handler: string;
  readonly input: Readonly<Record<string, string>>;
}

/** A busy stretch of a person's time. */
export interface Busy {
  readonly person: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What a platform told us by itself, kept once. */
export interface WebhookEvent {
  readonly id: string;
  readonly platform: string;
  /** The event as the platform's `parseWebhook` read it: JSON, instants as ISO 8601. */
  readonly event: Readonly<Record<string, unknown>>;
  readonly receivedAt: Date;
  readonly isHandled: boolean;
}

/** Somebody's stay in a meeting as the platform saw it: a hint, not a verdict. */
export interface Stay {
  /** The platform's own key of this stay. */
  readonly key: string;
  readonly name: string;
  readonly email: string | undefined;
  readonly joinedAt: Date | undefined;
  readonly leftAt: Date | undefined;
}

/** A meeting platform that does not work at the moment. */
export interface Trouble {
  readonly platform: string;
  readonly why: string;
  readonly detail: string | undefined;
  readonly since: Date;
}

export interface SessionQuery {
  /** Participant or candidate. */
  readonly person?: string;
  readonly organization?: string;
  readonly states?: readonly SessionState[];
  /** Half-open ranges. */
  readonly startsFrom?: Date;
  readonly startsBefore?: Date;
  readonly endsBefore?: Date;
  readonly requestedBefore?: Date;
  /** Only those whose meeting is to be made later. */
  readonly awaitsMeeting?: true;
  readonly order?: 'soonest' | 'latest';
  readonly limit?: number;
  readonly offset?: number;
}

export interface TutorQuery {
  readonly organization: string;
  /** A subject by name or alias, whatever its case and accents. */
  readonly subject?: string;
  /** Part of the tutor's name. */
  readonly name?: string;
  readonly isPaused?: boolean;
  readonly limit?: number;
  readonly offset?: number;
}

/** What can be asked of the database. Inside a transaction, ask the transaction. */
export interface Reads {
  session(id: string): Promise<Session | undefined>;
  sessions(query: SessionQuery): Promise<readonly Session[]>;
  /** The session and the person whose `/j/` link carries this secret. */
  sessionByJoinToken(token: string): Promise<{ session: Session; person: string } | undefined>;
  person(id: string): Promise<Person | undefined>;
  people(ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** People whose name contains this, whatever its case, in the order of their names. */
  peopleNamed(organization: string, name: string, limit: number): Promise<readonly Person[]>;
  accounts(person: string): Promise<readonly Account[]>;
  account(organization: string, chat: string, userId: string): Promise<Account | undefined>;
  tutor(person: string): Promise<Tutor | undefined>;
  tutors(query: TutorQuery): Promise<readonly Tutor[]>;
  /** Names of the organization's subjects that somebody teaches, in order; `like` narrows to names containing it. */
  subjects(organization: string, like?: string): Promise<readonly string[]>;
  busy(people: readonly string[], from: Date, to: Date): Promise<readonly Busy[]>;
  delivery(id: string): Promise<Delivery | undefined>;
  deliveryShownAt(chat: string, channel: string, messageId: string): Promise<Delivery | undefined>;
  /** Deliveries about a session that are on somebody's screen. */
  shownDeliveries(session: string): Promise<readonly Delivery[]>;
  /** Deliveries that wait until this person's DMs are open again. */
  closedDeliveries(person: string): Promise<readonly Delivery[]>;
  draft(id: string): Promise<Draft | undefined>;
  sessionByMeeting(platform: string, meetingId: string): Promise<Session | undefined>;
  webhookEvent(id: string): Promise<WebhookEvent | undefined>;
  /** Those that could not be worked off when they came: what they tell has to stand for a while, or its time has to come. */
  waitingWebhooks(): Promise<readonly string[]>;
  /** What a platform has told of a meeting so far. */
  meetingSigns(platform: string, meetingId: string): Promise<readonly MeetingSign[]>;
  /** When the last one of this platform came. */
  lastWebhookAt(platform: string): Promise<Date | undefined>;
  stays(session: string): Promise<readonly Stay[]>;
  troubles(): Promise<readonly Trouble[]>;
  /** The platform's host that a session holds. */
  hostHeldBy(session: string): Promise<string | undefined>;
  auditOf(session: string): Promise<readonly AuditEntry[]>;
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

export interface Transaction extends Reads {
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
  addParticipant(session: string, participant: Participant): Promise<void>;
  changeParticipant(
    session: string,
    person: string,
    patch: Partial<Omit<Participant, 'person' | 'role'>>,
  ): Promise<void>;
  /** Marks a candidate as having declined. */
  declineCandidate(session: string, person: string): Promise<void>;
  /** Sets or replaces where the session meets; undefined: nowhere for now. */
  setMeeting(session: string, meeting: Meeting | undefined): Promise<void>;
  /** @returns the new event's id, or undefined when the platform had told it before. */
  addWebhook(
    platform: string,
    key: string,
    event: Readonly<Record<string, unknown>>,
    at: Date,
  ): Promise<string | undefined>;
  markWebhookHandled(id: string, at: Date): Promise<void>;
  /** Adds a stay, or what is new about it. */
  putStay(session: string, stay: Stay): Promise<void>;
  /** Undefined: it works again. @returns false when nothing changed. */
  setTrouble(platform: string, trouble: Omit<Trouble, 'platform'> | undefined): Promise<boolean>;
  /** Holds a host for the session instead of the one that it holds. @returns false when another session has it then. */
  holdHost(host: string, session: string, startsAt: Date, endsAt: Date): Promise<boolean>;
  releaseHost(session: string): Promise<void>;
  /** @returns false when the person already is in another session at that time. The transaction stays usable. */
  hold(person: string, session: string, startsAt: Date, endsAt: Date, why: string): Promise<boolean>;
  release(session: string, person?: string): Promise<void>;
  audit(entry: AuditEntry): Promise<void>;
  /** Owes a message and queues its delivery, once: a second call with the same kind, session, `about` and recipient does nothing. */
  owe(owed: Owed, at: Date): Promise<void>;
  enqueue(job: Job): Promise<void>;
  changeDelivery(
    id: string,
    patch: Partial<Pick<Delivery, 'fate' | 'chat' | 'channel' | 'messageId' | 'shown' | 'triedAt'>> & {
      sentAt?: Date;
      error?: string;
    },
  ): Promise<void>;
  /** @returns false when this reminder had been decided on before. */
  addReminder(session: string, startsAt: Date, leadMinutes: number, person: string, at: Date): Promise<boolean>;
  addRating(tutor: string, sum: number, count: number): Promise<void>;
  saveOffer(person: Person, offer: Offer): Promise<void>;
  changePerson(
    id: string,
    patch: { zone?: string; email?: string | undefined; reminderLeads?: readonly number[] | undefined; name?: string },
  ): Promise<void>;
  changeAccount(
    id: string,
    patch: { dmChannel?: string; dmClosed?: { since: Date; why: string } | undefined },
  ): Promise<void>;
  saveDraft(draft: Draft, at: Date): Promise<void>;
  removeDraft(id: string): Promise<void>;
  /** Forgets drafts that nobody touched since then. */
  removeDraftsBefore(at: Date): Promise<void>;
  /**
   * Takes on what is done once a night. `night` is an ISO date.
   * @returns false when it was taken on for that night already, and the first time ever, when there is nothing to do yet.
   */
  takeOn(chore: string, night: string): Promise<boolean>;
}

/** What a chat shows of somebody who acts in it. */
export interface Sighting {
  readonly organization: string;
  readonly chat: string;
  readonly space: string;
  readonly userId: string;
  readonly name: string;
  /** BCP 47; absent where the chat does not say it this time: what is known stays. */
  readonly locale?: string;
  /** IANA; only where the chat shows one. */
  readonly zone?: string;
  readonly dmChannel?: string;
}

/** One statement each, so they can do without a transaction of their own. */
type LoneWrites = Pick<Transaction, 'changeDelivery' | 'saveDraft'>;

export interface Store extends Reads, LoneWrites {
  /** Everything in `work` happens, or nothing does. Inside, use `tx` alone, and no network. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Finds or adds the account and its person, and keeps name, locale and zone up to date. Who acts has another chance
   * to get DMs: what comes back still says that they were closed, the next meeting does not.
   */
  meet(sighting: Sighting, at: Date): Promise<{ person: Person; account: Account }>;
}
