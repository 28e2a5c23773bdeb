import { clean } from '../core/clean.ts';
import type { FailureCode } from '../core/meeting/failure.ts';
import type { Recorded, RecordsHow } from '../core/meeting/platforms.ts';
import type { Presence } from '../core/meeting/together.ts';
import type { Meeting } from '../core/session/session.ts';
import type { Usage } from './usage.ts';
import type { Webhook, WebhookHeaders } from './webhook.ts';

/** What a platform is told of a session. Rooms and titles that others can see carry nothing personal. */
export interface Details {
  readonly session: string;
  /**
   * Which meeting of the session this is, counted from 1, the default. Making the same one again gives what was made
   * before; *New link* counts it up.
   */
  readonly attempt?: number;
  /** The title, as people see it on the platform. */
  readonly subject: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA zone of the tutor, for platforms that show times themselves. */
  readonly zone: string | undefined;
  /** The tutor's own account there (an e-mail address or an id), where they gave one. */
  readonly tutorAccount?: string | undefined;
  /** The tutor's own permanent room, where they have one: for `custom` alone. */
  readonly tutorRoom?: string | undefined;
  /** The accounts of each of its people, for platforms that let in these alone. */
  readonly accounts?: readonly (readonly Presence[])[];
  /** Who gave an address to be invited at. Left out or empty: nobody is written to. */
  readonly attendees?: readonly Attendee[];
  /** Some were invited before, who may not be any more. */
  readonly hadGuests?: boolean;
  /** Tutor and learner both agreed. */
  readonly isRecorded?: boolean;
}

interface Attendee {
  readonly name: string;
  readonly email: string;
}

/** What a platform made. */
export type Made = Pick<Meeting, 'meetingId' | 'url' | 'passcode'> & {
  /** The account whose meeting it is, where the platform has several (`ZOOM_HOSTS`). */
  readonly host?: string | undefined;
};

/** A meeting of ours as the platform knows it now. */
export interface Found extends Made {
  readonly session: string | undefined;
  readonly attempt: number | undefined;
  /** Undefined where a room has no time. */
  readonly startsAt: Date | undefined;
}

/** Somebody who is about to enter. */
export interface Guest {
  readonly person: string;
  readonly name: string;
  readonly isTutor: boolean;
}

/** Whose credentials these are. */
export interface Account {
  /** As the platform names it: an address, or a server. */
  readonly name: string;
  readonly plan?: string;
  /** Things that work but that an admin should know, in the platform's own words. */
  readonly notes?: readonly string[];
  /** False: there is nobody to ask, so nothing is known of whether it works. */
  readonly isChecked?: boolean;
  /** It may ask who came. Left out: it may not, or cannot tell. */
  readonly seesWhoCame?: boolean;
}

/** Somebody's time in a meeting. A hint: names are what people typed, and many give no address. */
export interface Attendance {
  readonly name: string;
  readonly email: string | undefined;
  readonly joinedAt: Date;
  readonly leftAt: Date | undefined;
}

/**
 * Where people meet. One file and one line of the registry for each. Everything that asks it may throw PlatformFailed.
 * @example The least that one is: rooms that are there while people are in them.
 * const doors = (host: string): Platform => ({
 *   id: 'doors',
 *   name: 'Doors',
 *   tutorMustLogIn: false,
 *   ...withoutMemory(host, (room) => `https://${host}/${room}`),
 *   create: async () => {
 *     const room = newRoom();
 *     return { meetingId: room, url: `https://${host}/${room}`, passcode: undefined };
 *   },
 * });
 */
export interface Platform {
  /** As in `MEETING_PLATFORMS` and in the database. */
  readonly id: string;
  /** As people know it: the same in every language. */
  readonly name: string;
  /** The first to enter has to log in, so the tutor must be told. */
  readonly tutorMustLogIn: boolean;
  /** A chat: all who meet there have to be in one space of it. */
  readonly togetherIn?: string;
  /** It invites who gave an address by itself, so that they have its entry in their calendar. */
  readonly sendsInvitations?: boolean;
  /** Meetings can be recorded there, if `Details.isRecorded`. */
  readonly records?: RecordsHow;
  /** A room that is there without a word to anybody, as `create` gives one. Left out: `create` has to be asked. */
  room?(): Made;
  /** Repeating it with the same session and attempt, also after a lost answer, never leaves two meetings. */
  create(details: Details): Promise<Made>;
  /** Undefined when it is gone, or was never there. Rooms without a memory are always there. */
  get(meetingId: string): Promise<Found | undefined>;
  /** Meetings of ours that start in this range: whatever was made there by others never shows. */
  list(from: Date, to: Date): Promise<readonly Found[]>;
  /**
   * Brings a meeting to what the session is now. A result is a new meeting with a new link: the old one was gone, or
   * could not be moved there and has been deleted. Undefined: the link stays.
   */
  update(meeting: Made, details: Details): Promise<Made | undefined>;
  /** Fine if it is gone already. */
  remove(meetingId: string): Promise<void>;
  /** Whether the credentials are good, and whose they are. */
  check(): Promise<Account>;
  /** Calls and failures today, and what is left. Left out where nothing is ever called. */
  usage?(): Usage;
  /**
   * This person's own way in, made when they enter and never stored. Left out where everybody uses the meeting's URL.
   * It opens a while before the start and closes a while after the end.
   */
  linkFor?(meeting: Made, guest: Guest, details: Details): Promise<string>;
  /** The way in with the host's rights, for the tutor alone and for now: never stored, never logged. */
  hostLink?(meetingId: string): Promise<string>;
  /** What was recorded and written down, as far as it is ready. Undefined: the account may not see it. */
  recorded?(meetingId: string): Promise<readonly Recorded[] | undefined>;
  /** Who came and when, after the end. Undefined: the account may not see it, or nothing is known. */
  attendance?(meetingId: string): Promise<readonly Attendance[] | undefined>;
  /**
   * What the platform tells us by itself. `rawBody` is the body as it came, byte for byte.
   * @throws WebhookRefused
   */
  parseWebhook?(headers: WebhookHeaders, rawBody: Buffer, now: Date): Webhook;
}

/** Thrown by a platform that cannot do what it was asked. */
export class PlatformFailed extends Error {
  override readonly name = 'PlatformFailed';
  readonly why: FailureCode;
  /** Trying again later may help. */
  readonly isTemporary: boolean;
  readonly retryAfterSeconds: number | undefined;
  /** The vendor's own code and words, for admins and the log. Never a secret. */
  readonly detail: string | undefined;

  constructor(
    why: FailureCode,
    isTemporary: boolean,
    more: { retryAfterSeconds?: number | undefined; detail?: string | undefined; cause?: unknown } = {},
  ) {
    super(more.detail ? `${why}: ${more.detail}` : why, { cause: more.cause });
    this.why = why;
    this.isTemporary = isTemporary;
    this.retryAfterSeconds = more.retryAfterSeconds;
    this.detail = more.detail && clean(more.detail);
  }
}
