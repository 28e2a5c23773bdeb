import type { Office } from '../groups/office.ts';
import type { AlarmKind } from '../session/alarms.ts';
import type { Session } from '../session/session.ts';
import type { Job } from './job.ts';
import type { NoticeData, NoticeKind, NoticeSubject } from './kinds.ts';
import type { LeadsOf } from './reminders.ts';
import type { Subject } from './subject.ts';

/**
 * Who a message is owed to: a person in their chat, an address of mail with whose it is, or a channel of a community
 * (without one its moderation channel).
 */
export type Recipient =
  | { readonly person: string }
  | { readonly mail: string; readonly of: string }
  | { readonly community: string; readonly channel?: string | undefined };

/** A message to owe. */
export type Owed = { readonly [Kind in NoticeKind]: OwedOf<Kind> }[NoticeKind];

/** What is owed to several: the same but for the recipient. */
export type OwedToAll = { readonly [Kind in NoticeKind]: Omit<OwedOf<Kind>, 'to'> }[NoticeKind];

type OwedOf<Kind extends NoticeKind> = {
  readonly kind: Kind;
  readonly to: Recipient;
  readonly about: NoticeSubject<Kind>;
  /** What makes it different from others of its kind about the same subject to the same recipient: a reminder's lead. */
  readonly dedupeKey?: string;
} & (NoticeData<Kind> extends Readonly<Record<string, never>>
  ? { readonly data?: undefined }
  : { readonly data: NoticeData<Kind> });

export type Fate = 'queued' | 'sending' | 'sent' | 'gathered' | 'closed' | 'failed' | 'dropped';

/** A message that the bot owes, with its fate. */
export interface Delivery {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly to: Recipient;
  readonly about: Subject;
  /** As it was kept: what the kind's `notice` makes of it. */
  readonly data: unknown;
  readonly fate: Fate;
  readonly chat: string | undefined;
  readonly channel: string | undefined;
  readonly messageId: string | undefined;
  /** Hash of what is shown there now. */
  readonly shown: string | undefined;
  readonly owedAt: Date;
  readonly triedAt: Date | undefined;
}

/** What is asked about messages that are owed. */
export interface OwingReads {
  delivery(id: string): Promise<Delivery | undefined>;
  /** Deliveries that wait until this person's DMs are open again. */
  closedDeliveries(person: string): Promise<readonly Delivery[]>;
  /** The kinds of which an alarm is due. */
  dueKinds(now: Date): Promise<readonly AlarmKind[]>;
  /** When the first alarm of a kind after that instant is due. */
  nextAlarm(kind: AlarmKind, after: Date): Promise<Date | undefined>;
  leadsOf(people: readonly string[]): Promise<LeadsOf>;
}

/** What is owed, decided and queued, inside a transaction. */
export interface OwingWrites {
  /** Owes messages and queues their delivery. What was owed before with the same kind, subject, `dedupeKey` and recipient is not owed again. */
  owe(owed: readonly Owed[], at: Date): Promise<void>;
  enqueue(job: Job): Promise<void>;
  /** The newest message of this kind to a community that was owed since then, locked; undefined where there is none. */
  lockNewest(kind: NoticeKind, community: string, since: Date): Promise<Delivery | undefined>;
  /** The list of requests that this person has and has not answered in full yet. */
  openList(person: string): Promise<string | undefined>;
  /** Tells all requests that wait to be sent to this person in a list, but for one that is sent all the same. */
  gatherRequests(person: string, list: string, except?: string): Promise<void>;
  /** The cards that announce a session or a course in a channel; `isThere`: it is or will be read there. */
  announcements(
    about: Subject,
    where: { readonly community: string; readonly channel: string },
  ): Promise<readonly { readonly isThere: boolean }[]>;
  /** Whom this person has invited to meet since then, locked. */
  lockInvitations(by: string, since: Date): Promise<readonly Delivery[]>;
  changeDelivery(
    id: string,
    patch: Partial<Pick<Delivery, 'fate' | 'chat' | 'channel' | 'messageId' | 'shown' | 'triedAt' | 'data'>> & {
      sentAt?: Date;
      /** Until when it waits for the end of its reader's quiet hours. */
      waitUntil?: Date;
      error?: string;
    },
  ): Promise<void>;
}

/** What becomes of a message, one statement each. */
export interface FateWrites extends Pick<OwingWrites, 'changeDelivery'> {
  /** It is there now. */
  arrived(id: string, arrival: Arrival): Promise<void>;
  /** What the message there shows from now on, if it is one of ours that lasts. */
  showsNow(chat: string, place: Pick<Arrival, 'channel' | 'messageId'>, shown: string): Promise<void>;
}

/** Where a message arrived, and what it shows. */
export interface Arrival {
  readonly channel: string;
  readonly messageId: string;
  readonly shown: string;
  readonly sentAt: Date;
  /** In whose DMs. */
  readonly account?: string | undefined;
}

/** What is looked after each minute besides sessions, and nearly always needs nothing. */
export type LookedAfter = 'aims' | 'calendars' | 'offices' | 'pairs' | 'polls' | 'quiet hours';

export interface DueReads {
  /** Asked before a transaction, which would take two statements more to find nothing. */
  isDue(what: LookedAfter, now: Date): Promise<boolean>;
}

/** What the clock does, inside a transaction of the bot's own work. */
export interface ClockWrites {
  /** The messages whose readers had quiet hours until then; they wait no more. */
  takeWaiting(now: Date, limit: number): Promise<readonly { readonly id: string; readonly person: string }[]>;
  /** The office hours that are open and whose time is over, locked. What somebody else has locked is left to them. */
  lockOfficesDue(now: Date): Promise<readonly Office[]>;
  /** The ids of the polls that are open and whose times have all passed, locked. What somebody else has locked is left to them. */
  lockPollsDue(now: Date): Promise<readonly string[]>;
  /** The sessions whose alarms of this kind are due longest, locked. What somebody else has locked is left to them. */
  lockDue(kind: AlarmKind, now: Date, limit: number): Promise<readonly Session[]>;
  /** Silences what is due now of a session for a while, until it changes. */
  postponeAlarms(session: string, now: Date, until: Date): Promise<void>;
  /**
   * Forgets what was written about sessions that ended before, what was sent, and the details of what happened; that it
   * happened stays.
   */
  forgetWordsBefore(at: Date): Promise<void>;
  /**
   * Takes on what is done once a night. `night` is an ISO date.
   * @returns false when it was taken on for that night already, and the first time ever, when there is nothing to do yet.
   */
  takeOn(chore: string, night: string): Promise<boolean>;
}
