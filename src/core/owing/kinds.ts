import type { ForeignTrouble } from '../calendar/foreign.ts';
import type { ChatTrouble } from '../community/chat-trouble.ts';
import type { FailureCode } from '../meeting/failure.ts';
import type { Digest } from '../moderation/digest.ts';
import type { CareKind } from '../people/care.ts';
import type { ObservedEvent } from '../people/tell-observers.ts';
import type { Subject } from './subject.ts';

/**
 * The messages that the bot sends by itself, and what each is about. Each has its `notice`, which says what it says,
 * beside the feature that it belongs to.
 */
export const NOTICE_KINDS = {
  receipt: 'session',
  'booked-for': 'session',
  request: 'session',
  requests: 'person',
  nudge: 'session',
  unanswered: 'session',
  confirmed: 'session',
  declined: 'session',
  expired: 'session',
  cancelled: 'session',
  moved: 'session',
  reopened: 'session',
  'times-proposed': 'session',
  'times-refused': 'session',
  'times-lapsed': 'session',
  late: 'session',
  message: 'session',
  files: 'session',
  steps: 'person',
  'still-coming': 'session',
  silent: 'session',
  'handed-over': 'session',
  'taken-over': 'person',
  'taken-out': 'person',
  meeting: 'session',
  opened: 'session',
  group: 'session',
  course: 'series',
  enrolled: 'session',
  poll: 'poll',
  office: 'office',
  'not-announced': 'session',
  link: 'session',
  'link-wanted': 'session',
  reminder: 'session',
  calendar: 'session',
  calendars: 'person',
  'event-changed': 'session',
  'email-code': 'person',
  'test-mail': 'person',
  'foreign-calendar': 'person',
  'recording-asked': 'session',
  recording: 'session',
  feedback: 'session',
  'rate-nudge': 'session',
  'other-left': 'session',
  'person-left': 'person',
  disputed: 'session',
  decided: 'session',
  'low-rating': 'session',
  'no-shows': 'person',
  application: 'person',
  'application-news': 'person',
  paused: 'person',
  'credits-granted': 'person',
  paired: 'person',
  'meet-again': 'person',
  'pair-quiet': 'person',
  'observer-asked': 'person',
  observe: 'person',
  'observer-news': 'person',
  observed: 'session',
  'tutor-paused': 'person',
  occurrence: 'session',
  'series-card': 'series',
  'series-news': 'series',
  'series-ending': 'series',
  'series-unanswered': 'series',
  invitation: 'person',
  place: 'person',
  'help-wanted': 'person',
  'sessions-file': 'person',
  'cared-for': 'person',
  'my-data': 'person',
  linked: 'person',
  statement: 'person',
  complaint: 'complaint',
  moderated: 'person',
  'role-not-given': 'community',
  undelivered: 'person',
  'dead-letter': 'job',
  digest: 'community',
  'platform-trouble': 'platform',
  'platform-recovered': 'platform',
  'chat-trouble': 'chat',
  'chat-recovered': 'chat',
} as const satisfies Record<string, Subject['kind']>;

export type NoticeKind = keyof typeof NOTICE_KINDS;

/** What happens to several of a series at once, and is told once. */
export const SERIES_EVENTS = [
  'confirmed',
  'declined',
  'cancelled',
  'moved',
  'expired',
  'waiting',
  'goes-on',
  'place',
  'too-few',
  'asked-to-move',
  'stays',
  'move-lapsed',
  'handed-over',
] as const;
export type SeriesEvent = (typeof SERIES_EVENTS)[number];

/** What becomes of several entries of somebody's calendar at once; `left`: they have given up their place. */
export const CALENDAR_EVENTS = ['on', 'changed', 'off', 'left'] as const;
type CalendarEvent = (typeof CALENDAR_EVENTS)[number];

/** What a message has to remember because nobody can read it anew when it is shown. */
interface Remembered {
  /** Which requests: those that were gathered in it. */
  requests: { readonly list: string };
  /** When it was to be then, in milliseconds. */
  confirmed: { readonly at: number };
  /**
   * The times before and after, in milliseconds, and who moved it; of before they were remembered, nobody. `isTaken`: it
   * was suggested by its reader.
   */
  moved: {
    readonly from: number;
    readonly to?: number | undefined;
    readonly by?: string | undefined;
    readonly isTaken?: boolean | undefined;
    readonly reason?: string | undefined;
  };
  /** Which admin asked for it, and their name. */
  'booked-for': { readonly by: string; readonly admin: string };
  /** What an admin decided of its reader, who and why. */
  'cared-for': {
    readonly what: CareKind;
    readonly by: string;
    readonly admin: string;
    readonly most?: number | undefined;
    readonly reason?: string | undefined;
  };
  /** Of which days, in milliseconds. */
  'sessions-file': { readonly from: number; readonly before: number };
  /** Who brought it back and why, and when it is, in milliseconds. */
  reopened: { readonly by: string; readonly name: string; readonly at: number; readonly reason?: string | undefined };
  /** Who suggests which other times, and since when: all in milliseconds. */
  'times-proposed': { readonly by: string; readonly at: number; readonly times: readonly number[] };
  /** Who takes none of them. */
  'times-refused': { readonly by: string };
  /** Who suggested them. */
  'times-lapsed': { readonly by: string };
  /** Who is how late, for which start. */
  late: { readonly by: string; readonly minutes: number; readonly at: number };
  /** Who was to teach it, empty where any of several was; the admin who did it, with their name. */
  'handed-over': { readonly name: string; readonly by?: string | undefined; readonly admin?: string | undefined };
  /** What was theirs to teach, when, in milliseconds, and what which admin did with it. */
  'taken-over': {
    readonly what: 'given' | 'declined' | 'cancelled';
    readonly subject: string;
    readonly at: number;
    readonly by: string;
    readonly admin: string;
    /** Of a series: how many, the first of which is then. */
    readonly count?: number | undefined;
  };
  /** Which, by their ids, and with whom. */
  steps: { readonly aims: readonly string[]; readonly tutor: string };
  /** Which, by its id. */
  message: { readonly message: string };
  files: { readonly message: string };
  /** The start that it is about. */
  'still-coming': { readonly at: number };
  silent: { readonly at: number };
  /** Who wanted it, and their name: a person's id, `webhook` when the one before was deleted, `tutorline`. When it was to be. Where it was. */
  link: {
    readonly by: string;
    readonly name?: string | undefined;
    readonly at: number;
    readonly was?: string | undefined;
  };
  /** Who announced it: a person's id. */
  group: { readonly by: string };
  course: { readonly by: string };
  /** Out of what, when it is, in milliseconds, and who did it for them, with their name; of before it was remembered, nobody. */
  'taken-out': {
    readonly subject: string;
    readonly at: number;
    readonly by?: string | undefined;
    readonly name: string;
  };
  /** Whether they had waited for a place. */
  enrolled: { readonly wasWaiting: boolean };
  /** The chat in whose channel the bot may not write. */
  'not-announced': { readonly chat: string };
  /** Which of its changes it tells calendars, and when that was, in milliseconds; whether only the link is another one. */
  calendar: { readonly sequence: number; readonly at: number; readonly isLink?: boolean | undefined };
  /** What several of their sessions are to their calendar now, since when, in milliseconds, and their ids. */
  calendars: { readonly what: CalendarEvent; readonly at: number; readonly sessions: readonly string[] };
  /** Which, and what came of reading it: how many stretches are taken, or why it cannot be read. */
  'foreign-calendar': {
    readonly name: string;
    readonly count?: number | undefined;
    readonly why?: ForeignTrouble | undefined;
  };
  /** When it is in the calendar now, in milliseconds; left out: it is there no more. */
  'event-changed': { readonly to?: number | undefined };
  /**
   * Where it is; empty once somebody in it is deleted. Left out: it is a recording, the link lasts, and its reader may
   * open it. `until` in milliseconds.
   */
  recording: {
    readonly url: string;
    readonly passcode?: string | undefined;
    readonly what?: 'transcript' | undefined;
    readonly until?: number | undefined;
    readonly access?: 'ask' | 'unknown' | undefined;
  };
  /** What happened to how many of a series, and who did it; when the first and the last of them are, and when the first was to be. */
  'series-news': {
    readonly what: SeriesEvent;
    readonly count: number;
    readonly first: number;
    readonly last: number;
    readonly was?: number | undefined;
    readonly by?: string | undefined;
    readonly reason?: string | undefined;
    /** The name of whoever is to teach them, and of the admin who has asked them. */
    readonly tutor?: string | undefined;
    readonly admin?: string | undefined;
  };
  /** Who would like to meet now, and where; `session`: what came of it. */
  invitation: {
    readonly name: string;
    readonly platform: string;
    readonly subject: string;
    readonly at: number;
    readonly session?: string | undefined;
  };
  /** Who needs help now, with what, and until when they wait, in milliseconds. */
  'help-wanted': {
    readonly help: string;
    readonly name: string;
    readonly subject: string;
    readonly until: number;
  };
  /** What is kept for whoever waited for it: whose time, of what and how long, when, and until when. In milliseconds. */
  place: {
    readonly watch: string;
    readonly tutor: string;
    readonly subject: string;
    readonly minutes: number;
    readonly at: number;
    readonly until: number;
  };
  /** Its id. */
  statement: { readonly statement: string };
  /** Who cannot be reached, in which chat, and the vendor's code. */
  undelivered: { readonly name: string; readonly chat: string; readonly why: string };
  /** Which admin, and their name. */
  decided: { readonly by: string; readonly name: string };
  /** Who gave it. */
  'low-rating': { readonly by: string };
  /** Who, and what they stayed away from, the latest first; in milliseconds. */
  'no-shows': {
    readonly name: string;
    readonly sessions: readonly { readonly subject: string; readonly at: number }[];
  };
  /** What an admin says to an offer to teach, with their name and words. */
  'application-news': {
    readonly what: 'approved' | 'asked' | 'refused';
    readonly by: string;
    readonly admin: string;
    readonly reason?: string | undefined;
  };
  'tutor-paused': { readonly name: string };
  /** Which role the bot may not give, in which chat. */
  'role-not-given': { readonly role: string; readonly chat: string };
  /** What the admins have decided about its reader, and until when it holds, in milliseconds. */
  moderated: { readonly what: 'warned' | 'paused' | 'readmitted'; readonly until?: number | undefined };
  /** Which link, and the names of the two who became one person. */
  linked: { readonly link: string; readonly names: readonly string[] };
  /** Which pair it is about, by its id. */
  paired: { readonly pair: string; readonly what: 'begins' | 'ended' };
  'meet-again': { readonly pair: string };
  'pair-quiet': { readonly pair: string };
  /** Which observer it is about, by the id of that. */
  'observer-asked': { readonly observer: string };
  observe: { readonly observer: string };
  'observer-news': { readonly observer: string; readonly what: 'begins' | 'ended' };
  /** What happened to it, when it was to be, of how many of a series it is the first, and whose observer reads it. */
  observed: { readonly what: ObservedEvent; readonly at: number; readonly count: number; readonly of: string };
  /** Which admin, how many sessions, and until when, in milliseconds. */
  'credits-granted': {
    readonly by: string;
    readonly sessions: number;
    readonly until?: number | undefined;
  };
  /** Who is not there any more. */
  'other-left': { readonly name: string };
  'person-left': {
    readonly name: string;
    readonly chat: string;
    readonly sessions: number;
    readonly wasTutor: boolean;
  };
  /** The first that failed, and all of them: how many of each name, their ids, and of the last its id and why. */
  'dead-letter': {
    readonly job: string;
    readonly why: string;
    readonly counts?: Readonly<Record<string, number>> | undefined;
    readonly ids?: readonly string[] | undefined;
  };
  digest: Digest;
  /** Why, and what the vendor said. */
  'platform-trouble': { readonly why: FailureCode; readonly detail: string };
  'chat-trouble': { readonly why: ChatTrouble };
}

type Nothing = Readonly<Record<string, never>>;

export type NoticeData<Kind extends NoticeKind> = Kind extends keyof Remembered ? Remembered[Kind] : Nothing;

/** A subject of the kind that messages of this kind are about. */
export type NoticeSubject<Kind extends NoticeKind> = Subject & { readonly kind: (typeof NOTICE_KINDS)[Kind] };
