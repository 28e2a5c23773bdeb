import type { Meeting } from '../core/session.ts';

/** What a platform is told of a session. Rooms and titles that others can see carry nothing personal. */
export interface Details {
  readonly session: string;
  readonly subject: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA zone of the tutor, for platforms that show times themselves. */
  readonly zone: string | undefined;
}

/** What a platform made. */
export type Made = Pick<Meeting, 'meetingId' | 'url' | 'passcode'>;

/** Somebody who is about to enter. */
export interface Guest {
  readonly person: string;
  readonly name: string;
  readonly isTutor: boolean;
}

/** Where people meet. One file and one line of the registry for each. */
export interface Platform {
  /** As in `MEETING_PLATFORMS` and in the database. */
  readonly id: string;
  /** As people know it: the same in every language. */
  readonly name: string;
  /** The first to enter has to log in, so the tutor must be told. */
  readonly tutorMustLogIn: boolean;
  /** @throws PlatformFailed */
  create(details: Details): Promise<Made>;
  /**
   * This person's own way in, made when they enter and never stored. Left out where everybody uses the meeting's URL.
   * It opens a while before the start and closes a while after the end.
   */
  linkFor?(meeting: Made, guest: Guest, details: Details): string;
  /**
   * Brings a meeting to the session's new time. Left out where a room has no time. A result is a new meeting: the old
   * one was gone.
   * @throws PlatformFailed
   */
  update?(meeting: Made, details: Details): Promise<Made | undefined>;
  /**
   * Left out where there is nothing to delete: the room exists only while people are in it. Fine if it is gone already.
   * @throws PlatformFailed
   */
  remove?(meetingId: string): Promise<void>;
}

/** Why a platform could not be used. The words, and the way to fix it, are in `conversation/words`. */
export type FailureCode =
  /** Not in `MEETING_PLATFORMS` any more. */
  | 'not-set-up'
  | 'bad-credentials'
  | 'missing-permission'
  | 'refused'
  | 'no-host-free'
  | 'rate-limited'
  /** Nothing more today. */
  | 'quota-used-up'
  | 'gone'
  | 'unreachable'
  | 'timed-out'
  | 'broken'
  /** An answer that does not fit the vendor's own description, or a fault of ours. */
  | 'not-understood';

/** Thrown by a platform that cannot do what it was asked. */
export class PlatformFailed extends Error {
  override readonly name = 'PlatformFailed';
  readonly why: FailureCode;
  /** Trying again later may help. */
  readonly isTemporary: boolean;
  readonly retryAfterSeconds: number | undefined;

  constructor(why: FailureCode, isTemporary: boolean, more: { retryAfterSeconds?: number; cause?: unknown } = {}) {
    super(why, { cause: more.cause });
    this.why = why;
    this.isTemporary = isTemporary;
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}
