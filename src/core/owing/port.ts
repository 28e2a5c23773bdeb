import type { AlarmKind } from '../session/alarms.ts';
import type { Session } from '../session/session.ts';
import type { Job } from './job.ts';
import type { NoticeData, NoticeKind, NoticeSubject } from './kinds.ts';
import type { LeadsOf } from './reminders.ts';
import type { Subject } from './subject.ts';

/**
 * Who a message is owed to: a person, or a channel of a community (without one its moderation channel). Nothing can be
 * owed to an address of mail before something sends mail.
 */
export type Recipient =
  | { readonly person: string }
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

export type Fate = 'queued' | 'sending' | 'sent' | 'closed' | 'failed' | 'dropped';

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
  deliveryShownAt(chat: string, channel: string, messageId: string): Promise<Delivery | undefined>;
  /** Deliveries about a subject that are on somebody's screen. */
  shownDeliveries(about: Subject): Promise<readonly Delivery[]>;
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
  changeDelivery(
    id: string,
    patch: Partial<Pick<Delivery, 'fate' | 'chat' | 'channel' | 'messageId' | 'shown' | 'triedAt'>> & {
      sentAt?: Date;
      error?: string;
    },
  ): Promise<void>;
}

/** What the clock does, inside a transaction of the bot's own work. */
export interface ClockWrites {
  /** The sessions whose alarms of this kind are due longest, locked. What somebody else has locked is left to them. */
  lockDue(kind: AlarmKind, now: Date, limit: number): Promise<readonly Session[]>;
  /** Silences what is due now of a session for a while, until it changes. */
  postponeAlarms(session: string, now: Date, until: Date): Promise<void>;
  /**
   * Takes on what is done once a night. `night` is an ISO date.
   * @returns false when it was taken on for that night already, and the first time ever, when there is nothing to do yet.
   */
  takeOn(chore: string, night: string): Promise<boolean>;
}
