import type { FailureCode } from '../meeting/failure.ts';
import type { Subject } from './subject.ts';

/**
 * The messages that the bot sends by itself, and what each is about. Each has its `notice`, which says what it says,
 * beside the feature that it belongs to.
 */
export const NOTICE_KINDS = {
  receipt: 'session',
  request: 'session',
  nudge: 'session',
  unanswered: 'session',
  declined: 'session',
  expired: 'session',
  cancelled: 'session',
  moved: 'session',
  meeting: 'session',
  'meeting-gone': 'session',
  'link-wanted': 'session',
  reminder: 'session',
  'recording-asked': 'session',
  recording: 'session',
  feedback: 'session',
  'rate-nudge': 'session',
  undelivered: 'person',
  'dead-letter': 'job',
  'platform-trouble': 'platform',
  'platform-recovered': 'platform',
} as const satisfies Record<string, Subject['kind']>;

export type NoticeKind = keyof typeof NOTICE_KINDS;

/** What a message has to remember because nobody can read it anew when it is shown. */
interface Remembered {
  /** The time before, in milliseconds. */
  moved: { readonly from: number };
  /** Where it was. */
  'meeting-gone': { readonly platform: string };
  recording: { readonly url: string; readonly passcode?: string | undefined };
  /** Who cannot be reached, in which chat, and the vendor's code. */
  undelivered: { readonly name: string; readonly chat: string; readonly why: string };
  'dead-letter': { readonly job: string; readonly why: string };
  /** Why, and what the vendor said. */
  'platform-trouble': { readonly why: FailureCode; readonly detail: string };
}

type Nothing = Readonly<Record<string, never>>;

export type NoticeData<Kind extends NoticeKind> = Kind extends keyof Remembered ? Remembered[Kind] : Nothing;

/** A subject of the kind that messages of this kind are about. */
export type NoticeSubject<Kind extends NoticeKind> = Subject & { readonly kind: (typeof NOTICE_KINDS)[Kind] };
