/** A human. Several accounts, one in each chat, can point to one person. */
export interface Person {
  readonly id: string;
  readonly organization: string;
  readonly name: string;
  /** IANA zone: the one they chose, else the one their chat shows; undefined where nobody has said. */
  readonly zone: string | undefined;
  /** Where calendar invitations go; undefined: nowhere. */
  readonly email: string | undefined;
  /** Minutes before the start; undefined: the organization's leads, empty: no reminders. */
  readonly reminderLeads: readonly number[] | undefined;
}

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
  /** BCP 47, as the chat says it. */
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
}

/** The weekly hours that a tutor offers, as wall-clock times in the tutor's zone. `day` is ISO: 1 is Monday. */
export interface WeeklyHours {
  readonly day: number;
  /** `HH:mm` */
  readonly from: string;
  /** `HH:mm`, or `24:00` for the end of the day. */
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
  /** Their own permanent room, `https://…`; undefined: none. */
  readonly ownRoom: string | undefined;
  /** Their account on a platform that has accounts, such as a Zoom user's address. */
  readonly platformAccount: string | undefined;
  readonly isPaused: boolean;
  readonly ratingSum: number;
  readonly ratingCount: number;
}

/** What a tutor says of themselves with `/teach`. */
export type Offer = Omit<Tutor, 'person' | 'ratingSum' | 'ratingCount'>;

/** The average of the ratings, or undefined while there are none. */
export function averageRating(tutor: Pick<Tutor, 'ratingSum' | 'ratingCount'>): number | undefined {
  return tutor.ratingCount === 0 ? undefined : tutor.ratingSum / tutor.ratingCount;
}
