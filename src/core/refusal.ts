/** What can be refused, and what the sentence about it needs to know. The words are in `conversation/languages`. */
export interface Refusals {
  'not-a-time': Record<never, never>;
  past: Record<never, never>;
  'too-far': { days: number };
  'too-long': { most: number };
  'length-not-offered': { minutes: readonly number[] };
  'unknown-tutor': { typed: string };
  'tutor-paused': { tutor: string };
  yourself: Record<never, never>;
  'unknown-subject': { typed: string; known: readonly string[] };
  'unknown-zone': { typed: string };
  'unknown-platform': Record<never, never>;
  'tutor-busy': { tutor: string };
  'you-are-busy': Record<never, never>;
  'person-busy': { name: string };
  'unknown-person': { typed: string };
  /** Nobody has a session alone. */
  alone: Record<never, never>;
  'nobody-free': { subject: string };
  'not-yours': Record<never, never>;
  'only-admins': Record<never, never>;
  'only-tutors': Record<never, never>;
  /** The session moved on before this press. */
  'moved-on': { state: string };
  changed: Record<never, never>;
  'no-such-session': Record<never, never>;
  'too-early': { opensAt: Date };
  'too-late': Record<never, never>;
  'no-meeting-yet': Record<never, never>;
  'cannot-record': Record<never, never>;
  'rating-closed': Record<never, never>;
  'not-a-rating': Record<never, never>;
  'not-a-lead': { typed: string };
  'not-a-week': { at: string };
  'nothing-taught': Record<never, never>;
  'not-a-room': Record<never, never>;
  'not-an-email': { typed: string };
  'not-an-account': { typed: string };
  'not-a-tutor': Record<never, never>;
  required: Record<never, never>;
  'not-understood': Record<never, never>;
  'draft-gone': Record<never, never>;
}

export type RefusalCode = keyof Refusals;

/** Thrown when something cannot be done, for a reason that a person can understand. Carries data, not prose. */
export class Refusal<Code extends RefusalCode = RefusalCode> extends Error {
  override readonly name = 'Refusal';
  readonly code: Code;
  readonly data: Refusals[Code];
  /** The field of a dialog or command that it is about, where there is one. */
  readonly field: string | undefined;

  constructor(code: Code, data: Refusals[Code], field?: string) {
    super(code);
    this.code = code;
    this.data = data;
    this.field = field;
  }
}
