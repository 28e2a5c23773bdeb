import type { Contact, Person, Tutor } from '../people/person.ts';
import type { Meeting, Session } from '../session/session.ts';
import type { FailureCode } from './failure.ts';

/** A platform that could not be used, and why: a code, and the vendor's own words for admins. */
export interface PlatformFailure {
  readonly platform: string;
  readonly why: FailureCode;
  readonly detail: string | undefined;
}

/** How a meeting platform is, for admins. */
export interface PlatformReport {
  readonly id: string;
  readonly name: string;
  readonly health:
    | { readonly kind: 'not-set-up' }
    /** There is nobody to ask whether it works. */
    | { readonly kind: 'unchecked'; readonly account: string }
    | {
        readonly kind: 'good';
        /** As the platform names it. */
        readonly account: string;
        readonly plan: string | undefined;
        /** What works but should be known, in the platform's own words. */
        readonly notes: readonly string[];
      }
    | { readonly kind: 'failed'; readonly why: FailureCode; readonly detail: string | undefined };
  /** Since the start of the UTC day, or of the program; undefined where nothing is ever asked. */
  readonly usage:
    | {
        readonly calls: number;
        readonly failures: number;
        readonly lastFailure: { readonly why: FailureCode; readonly at: Date } | undefined;
        readonly left: readonly {
          readonly of: string;
          readonly per: 'second' | 'minute' | 'day';
          readonly limit: number | undefined;
          readonly remaining: number;
        }[];
        /** Meetings that can still be made or moved today. */
        readonly writesLeftToday: number | undefined;
      }
    | undefined;
  /** It can say who came; elsewhere that is known from the buttons and the clock alone. */
  readonly seesWhoCame: boolean;
  readonly sendsWebhooks: boolean;
}

/** A session with everything that a platform may need to know of it. */
export interface Meetup {
  readonly session: Session;
  readonly tutor: Tutor | undefined;
  /** Its people, with where each of them can be reached. */
  readonly contacts: readonly Contact[];
}

/** Somebody's time in a meeting as the platform reports it afterwards. */
export interface Came {
  readonly name: string;
  readonly email: string | undefined;
  readonly joinedAt: Date;
  readonly leftAt: Date | undefined;
}

/** What a platform kept of a session. */
export interface Recorded {
  readonly what: 'recording' | 'transcript';
  readonly url: string;
  readonly passcode?: string | undefined;
  /** The link is good until then; left out: for good. */
  readonly until?: Date | undefined;
  /** Who may open it: addresses in small letters, and `@` before whole domains. Left out: whoever has the link. */
  readonly openTo?: 'everybody' | 'unknown' | readonly string[] | undefined;
}

/** How a recording comes to be: the platform makes it, the host starts it, or it does once somebody is there who may. */
export type RecordsHow = 'by-itself' | 'by-hand' | 'with-host';

/** A meeting platform as people choose it. */
export interface PlatformChoice {
  readonly id: string;
  readonly name: string;
  /** True where the first to enter must log in, so that the tutor has to be told. */
  readonly tutorMustLogIn: boolean;
  /** A chat: all who meet there have to be in one space of it. */
  readonly togetherIn?: string | undefined;
  /** Left out: nothing can be recorded there. */
  readonly records?: RecordsHow | undefined;
  /** It invites whoever has confirmed an address by itself. */
  readonly invites?: boolean;
  /** A room's link leads there after the session, too: it needs no token, and nobody takes the room away. */
  readonly roomsStay?: boolean;
}

/** The meeting platforms: what people choose, what the jobs make there, the ways in, and how each of them is. */
export interface MeetingPlatforms {
  /** Those that are set up, in order of preference; at least one. */
  readonly choices: readonly PlatformChoice[];
  /** How each of them is, and which are not set up. Asks all of them, for a few seconds at most. */
  reports(): Promise<readonly PlatformReport[]>;
  /** The room of a session, where nobody has to be asked for one; undefined: `make` it. */
  roomAtOnce(session: Pick<Session, 'platformWanted'>): Meeting | undefined;
  /**
   * Makes the meeting where it is wanted, or else where it can be made. With `mayWait` a platform that takes no more
   * today says until when, and no other one is used. Platforms to `avoid` are tried only when no other one works.
   * @throws when trying again soon may help and people are patient, or when no platform works (`isHopeless`).
   */
  make(
    meetup: Meetup,
    how: {
      /** Whether people wait for the wanted one, that says for how many seconds; 0: it does not say. */
      readonly isPatient: (waitSeconds: number) => boolean;
      readonly mayWait: boolean;
      /** Known not to work, and why. */
      readonly avoid?: ReadonlyMap<string, FailureCode>;
    },
  ): Promise<
    { readonly meeting: Meeting; readonly failures: readonly PlatformFailure[] } | { readonly waitUntil: Date }
  >;
  /**
   * Brings the meeting to the session's time. @returns a new meeting when the old one was gone.
   * @throws when it cannot; `hopeless` tells whether trying again may help.
   */
  update(meetup: Meetup, meeting: Meeting): Promise<Meeting | undefined>;
  remove(platform: string, meetingId: string): Promise<void>;
  /** Whether one of them keeps its meetings in a calendar, where people may change them. */
  readonly areChanged: boolean;
  /** When a meeting is in that calendar; undefined: it is in none, or nobody knows. */
  whereNow(meeting: Meeting): Promise<Date | 'gone' | undefined>;
  /** The failures that an error from `make` or `update` is about, when trying again does not help. */
  hopeless(error: unknown): readonly PlatformFailure[] | undefined;
  /** Whether a platform's credentials are good now; undefined: it is not set up. */
  check(platform: string): Promise<PlatformFailure | undefined | 'not-set-up'>;
  /** Meetings of ours that start in this range, on all platforms that answer. */
  list(from: Date, to: Date): Promise<readonly { platform: string; meetingId: string; session: string | undefined }[]>;
  /** A person's way into the room, made when they enter and never stored. */
  roomLink(session: Session, person: Person): Promise<string>;
  /** The way in with the host's rights, for now; undefined: the platform does not give it. Never stored, never logged. */
  hostLink(session: Session): Promise<string | undefined>;
  /** Who came and when, after the end; undefined: the platform does not say. */
  whoCame(platform: string, meetingId: string): Promise<readonly Came[] | undefined>;
  /** What it has kept by now; undefined: the platform does not say. */
  recorded(platform: string, meetingId: string): Promise<readonly Recorded[] | undefined>;
}
