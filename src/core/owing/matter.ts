import type { Community } from '../community/community.ts';
import type { Aim } from '../learning/port.ts';
import type { Contact, Person, Tutor } from '../people/person.ts';
import type { Session } from '../session/session.ts';
import type { Delivery } from './port.ts';
import type { Subject } from './subject.ts';

/** What is known of a subject: read once for all who are told about it. */
export interface Matter {
  readonly about: Subject;
  /** Undefined where it is about something else, or about a session that is gone. */
  readonly session: Session | undefined;
  /** The session's tutor, with what they offer. */
  readonly tutor: Tutor | undefined;
  /** The ids of those whom it concerns. */
  readonly concerned: readonly string[];
  /** They, and those who are told, with where they can be reached. */
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly people: ReadonlyMap<string, Person>;
  /** The communities in whose channels it is told. */
  readonly communities: ReadonlyMap<string, Community>;
  /** What the two of a session aim at together. */
  readonly openAims: readonly Aim[];
  /** What is on somebody's screen about it, where that is known. */
  readonly shown?: readonly Delivery[];
}

/** A message that is owed, with what it is about. */
export interface OwedNow {
  readonly delivery: Delivery;
  readonly matter: Matter;
  /** How many requests wait to be sent to its reader for the first time, where it is one itself. */
  readonly waitingRequests: number;
}

/** What jobs ask before they tell anybody anything. Those that run at the same time cost one statement. */
export interface MatterReads {
  matter(about: Subject): Promise<Matter>;
  /** A message that is owed, and what it is about. */
  owed(delivery: string): Promise<OwedNow | undefined>;
  /** What is on somebody's screen about a subject, itself or in a list, or could not be sent, and the subject. */
  shown(about: Subject): Promise<{ readonly cards: readonly Delivery[]; readonly matter: Matter }>;
}
