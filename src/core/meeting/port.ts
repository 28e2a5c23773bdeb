import type { Session } from '../session/session.ts';
import type { FailureCode } from './failure.ts';
import type { Told } from './inside.ts';
import type { MeetingSign } from './signs.ts';

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

/** A room that stands on its platform until somebody removes it, such as a voice channel. */
export interface StandingRoom {
  readonly platform: string;
  readonly session: string;
  /** Which meeting of the session it is. */
  readonly attempt: number;
  readonly name: string;
  /** Where it stands: the Discord server. */
  readonly space: string;
  /** Undefined until the platform has said it. */
  readonly meetingId: string | undefined;
}

/** A meeting platform that does not work at the moment. */
export interface Trouble {
  readonly platform: string;
  readonly why: FailureCode;
  readonly detail: string | undefined;
  readonly since: Date;
  /** When it was last seen to fail. */
  readonly failedAt: Date;
}

/** What is asked about meetings and their platforms. */
export interface MeetingReads {
  stays(session: string): Promise<readonly Stay[]>;
  /** The platform's host that a session holds. */
  hostHeldBy(session: string): Promise<string | undefined>;
  troubles(): Promise<readonly Trouble[]>;
  /** When a platform last told something by itself. */
  lastWebhookAt(platform: string): Promise<Date | undefined>;
}

/** What is asked where a platform tells something by itself: it knows no organizations. */
export interface WebhookReads {
  sessionByMeeting(platform: string, meetingId: string): Promise<Session | undefined>;
  webhookEvent(id: string): Promise<WebhookEvent | undefined>;
  /** Those that could not be worked off when they came: what they tell has to stand for a while, or its time has to come. */
  waitingWebhooks(dueBy?: Date): Promise<readonly string[]>;
  /** What a platform has told of a meeting so far. */
  meetingSigns(platform: string, meetingId: string): Promise<readonly MeetingSign[]>;
  /** The same with whom it is about, in the order in which it came. */
  meetingNews(platform: string, meetingId: string): Promise<readonly Told[]>;
  /** Rooms that stand, with when their sessions start: the one with this id, or all whose sessions start before then. */
  standingRooms(
    platform: string,
    which: { readonly meetingId: string } | { readonly startsBefore: Date },
  ): Promise<readonly (StandingRoom & { readonly startsAt: Date })[]>;
  /**
   * Rooms that nobody needs any more: of sessions that ended before `endedBefore`, came to nothing, or meet elsewhere now;
   * but for those whose removal was asked for since `askedSince`.
   */
  roomsLeft(
    endedBefore: Date,
    askedSince: Date,
  ): Promise<readonly (StandingRoom & { readonly endedAt: Date | undefined })[]>;
}

/** What changes what platforms have told, inside a transaction. */
export interface WebhookWrites {
  /** @returns the new event's id, or undefined when the platform had told it before. */
  addWebhook(
    platform: string,
    key: string,
    event: Readonly<Record<string, unknown>>,
    at: Date,
  ): Promise<string | undefined>;
  markWebhookHandled(id: string, at: Date): Promise<void>;
  postponeWebhook(id: string, until: Date): Promise<void>;
  /** @returns what is written down for that session and attempt; undefined: the name is taken. */
  addStandingRoom(room: StandingRoom): Promise<StandingRoom | undefined>;
  changeStandingRoom(
    room: Pick<StandingRoom, 'platform' | 'session' | 'attempt'>,
    patch: { readonly meetingId: string } | { readonly askedAt: Date },
  ): Promise<void>;
  removeStandingRoom(room: Pick<StandingRoom, 'platform' | 'session' | 'attempt'>): Promise<void>;
}

/** What changes what is known of meetings, inside a transaction. */
export interface MeetingWrites {
  /** Adds a stay, or what is new about it. */
  putStay(session: string, stay: Stay): Promise<void>;
  /** It fails, then. @returns false when that was known; what was known stays, but for when it failed last. */
  noteTrouble(platform: string, trouble: Pick<Trouble, 'why' | 'detail'>, at: Date): Promise<boolean>;
  /** It works again. @returns false when it was not known to fail. */
  endTrouble(platform: string): Promise<boolean>;
  /** Holds a host for the session instead of the one that it holds. @returns false when another session has it then. */
  holdHost(host: string, session: string, startsAt: Date, endsAt: Date): Promise<boolean>;
  releaseHost(session: string): Promise<void>;
}
