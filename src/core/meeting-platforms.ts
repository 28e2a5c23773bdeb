import type { Person, Tutor } from './person.ts';
import type { Meeting, Session } from './session.ts';

/** A platform that could not be used, and why: a code, and the vendor's own words for admins. */
export interface PlatformFailure {
  readonly platform: string;
  readonly why: string;
  readonly detail: string | undefined;
}

/** A session with everything that a platform may need to know of it. */
export interface Meetup {
  readonly session: Session;
  readonly tutor: Tutor | undefined;
  readonly people: readonly Person[];
}

/** The meeting platforms, as the jobs use them. */
export interface MeetingPlatforms {
  /**
   * Makes the meeting where it is wanted, or else where it can be made.
   * @throws when trying again soon may help and `isPatient`, or when no platform works (`isHopeless`).
   */
  make(meetup: Meetup, isPatient: boolean): Promise<{ meeting: Meeting; failures: readonly PlatformFailure[] }>;
  /** Brings the meeting to the session's time. @returns a new meeting when the old one was gone. */
  update(meetup: Meetup, meeting: Meeting): Promise<Meeting | undefined>;
  remove(platform: string, meetingId: string): Promise<void>;
  /** The failures that an error from `make` is about, when no platform works at all. */
  hopeless(error: unknown): readonly PlatformFailure[] | undefined;
  /** Whether a platform's credentials are good now; undefined: it is not set up. */
  check(platform: string): Promise<PlatformFailure | undefined | 'not-set-up'>;
  /** Meetings of ours on all platforms that start in this range. */
  list(from: Date, to: Date): Promise<readonly { platform: string; meetingId: string; session: string | undefined }[]>;
}
