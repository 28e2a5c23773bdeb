import type { Exception, Rules } from '../calendar/hours.ts';

/** A human. Several accounts, one in each chat, can point to one person. */
export interface Person {
  readonly id: string;
  readonly organization: string;
  readonly name: string;
  /** IANA zone: the one they chose, else the one their chat shows; undefined where nobody has said. */
  readonly zone: string | undefined;
  /** Where mail and calendar invitations go: an address that they confirmed; undefined: nowhere. */
  readonly email: string | undefined;
  /** True: an admin lets them ask for nothing. Left out: they may. */
  readonly isSilenced?: boolean;
  /** False: they want no mail about their sessions. Left out: they do. */
  readonly wantsMail?: boolean;
  /** How their sessions come into their calendar; left out: as files. */
  readonly calendar?: CalendarWay;
  /** Minutes before the start; undefined: the organization's leads, empty: no reminders. */
  readonly reminderLeads: readonly number[] | undefined;
  /** ISO 639: what they chose to read in; left out: as their chat says. */
  readonly language?: string | undefined;
  /** The chat in which they chose to be written to; left out: where they were seen last. */
  readonly reachIn?: string | undefined;
  /** Until when they begin nothing new: an admin decided so. */
  readonly suspendedUntil?: Date | undefined;
  /** They may do nothing here: an admin decided so. */
  readonly isBanned?: boolean;
  /** When they want quiet, on their own clock; left out: never. */
  readonly quiet?: QuietHours | undefined;
}

/** `HH:mm` both; up to `from`: over midnight. */
export interface QuietHours {
  readonly from: string;
  readonly to: string;
}

/** As files beside messages, in a calendar that they subscribed to, or not at all. */
export type CalendarWay = 'files' | 'feed' | 'none';

/** A person in one chat. */
export interface Account {
  readonly id: string;
  readonly person: string;
  /** The chat's id in the registry, such as `slack`. */
  readonly chat: string;
  /** The Slack team or the Discord server through which they were seen last. */
  readonly space: string;
  readonly userId: string;
  readonly name: string;
  /** BCP 47: as they chose, else as the chat says it. */
  readonly locale: string;
  readonly dmChannel: string | undefined;
  /** Set while the chat refuses DMs to this account. */
  readonly dmClosed: { readonly since: Date; readonly why: string } | undefined;
  /** When they last opened their dashboard, to the day; undefined: never, or their chat has none. */
  readonly homeOpenedAt: Date | undefined;
}

/** Somebody, and where they can be reached: the account that was seen last first. */
export interface Contact {
  readonly person: Person;
  readonly accounts: readonly Account[];
}

/** Who acts: a person in the chat through which they act, now. */
export interface Actor {
  readonly person: Person;
  readonly account: Account;
  readonly isAdmin: boolean;
  /** False: their community lets others ask for sessions; left out: it lets them. */
  readonly mayAsk?: boolean;
  /** The channel of their community in which they act; undefined where nobody else reads. */
  readonly channel?: string | undefined;
}

/** Somebody who does something, through whatever chat; also a former member, when the bot takes them out of what is to come. */
export type Doer = Pick<Actor, 'person' | 'isAdmin' | 'mayAsk'>;

/** The weekly hours that a tutor offers, as wall-clock times in the tutor's zone. `day` is ISO: 1 is Monday. */
export interface WeeklyHours {
  readonly day: number;
  /** `HH:mm` */
  readonly from: string;
  /** `HH:mm`, or `24:00` for the end of the day; one that is not after `from` is on the day after. */
  readonly to: string;
}

export interface Tutor {
  readonly person: Person;
  readonly bio: string;
  readonly subjects: readonly string[];
  /** Minutes. */
  readonly lengths: readonly number[];
  readonly defaultPlatform: string | undefined;
  readonly weeklyHours: readonly WeeklyHours[];
  /** Days that differ from the usual week; those that are long over are forgotten. */
  readonly exceptions: readonly Exception[];
  readonly rules: Rules;
  /** Their own permanent room, `https://…`; undefined: none. */
  readonly ownRoom: string | undefined;
  /** Their account on a platform that has accounts, such as a Zoom user's address. */
  readonly platformAccount: string | undefined;
  readonly isPaused: boolean;
  readonly ratingSum: number;
  readonly ratingCount: number;
  /** In how many minutes they answered the last requests, the latest first. */
  readonly answerMinutes: readonly number[];
  /** Whether learners can ask them at all. */
  readonly application: Application;
}

/** What the admins say to somebody's offer to teach. */
export interface Application {
  readonly standing: 'approved' | 'applied' | 'refused';
  /** Which admin said or asked something last. */
  readonly by: string | undefined;
  /** Why not. */
  readonly reason: string | undefined;
  /** What they want to know first, and what the applicant answered. */
  readonly asked: string | undefined;
  readonly answered: string | undefined;
}

/** What a tutor says of themselves with `/teach`. */
export type Offer = Omit<
  Tutor,
  'person' | 'ratingSum' | 'ratingCount' | 'answerMinutes' | 'application' | 'exceptions' | 'rules'
>;

/** What a tutor says of their time with `/availability`. */
export type Availability = Pick<Tutor, 'weeklyHours' | 'lengths' | 'exceptions' | 'rules'>;

/** The average of the ratings, or undefined while there are none. */
export function averageRating(tutor: Pick<Tutor, 'ratingSum' | 'ratingCount'>): number | undefined {
  return tutor.ratingCount === 0 ? undefined : tutor.ratingSum / tutor.ratingCount;
}
