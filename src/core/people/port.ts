import type { Account, Contact, Offer, Person, Tutor } from './person.ts';

/** What a chat shows of somebody who acts in it. */
export interface Sighting {
  readonly chat: string;
  readonly space: string;
  readonly userId: string;
  readonly name: string;
  /** BCP 47; absent where the chat does not say it this time: what is known stays. */
  readonly locale?: string;
  /** IANA; only where the chat shows one. */
  readonly zone?: string;
  readonly dmChannel?: string;
  /** They open their dashboard. */
  readonly opensHome?: boolean;
}

export interface Draft {
  readonly id: string;
  readonly person: string;
  readonly handler: string;
  readonly input: Readonly<Record<string, string>>;
}

export interface TutorQuery {
  /** A subject by name or alias, whatever its case and accents. */
  readonly subject?: string;
  /** Part of the tutor's name. */
  readonly name?: string;
  readonly isPaused?: boolean;
  readonly limit?: number;
  readonly offset?: number;
}

/** What is asked about people, tutors and what they typed. */
export interface PeopleReads {
  person(id: string): Promise<Person | undefined>;
  people(ids: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  /** Those of these people that there are, by their ids. */
  contacts(people: readonly string[]): Promise<ReadonlyMap<string, Contact>>;
  accounts(person: string): Promise<readonly Account[]>;
  tutor(person: string): Promise<Tutor | undefined>;
  draft(id: string): Promise<Draft | undefined>;
}

/** What is looked for among the people of one organization. */
export interface PeopleSearches {
  account(chat: string, userId: string): Promise<Account | undefined>;
  /** People whose name contains this, whatever its case, in the order of their names. */
  peopleNamed(name: string, limit: number): Promise<readonly Person[]>;
  tutors(query: TutorQuery): Promise<readonly Tutor[]>;
  /** Names of the subjects that somebody teaches, in order; `like` narrows to names containing it. */
  subjects(like?: string): Promise<readonly string[]>;
}

/** What changes people, inside a transaction. */
export interface PeopleWrites {
  /** What somebody offers, which nobody else changes until the transaction ends; undefined for who offers nothing yet. */
  lockTutor(person: string): Promise<Tutor | undefined>;
  addRating(tutor: string, sum: number, count: number): Promise<void>;
  saveOffer(person: Person, offer: Offer): Promise<void>;
  changePerson(
    id: string,
    patch: { zone?: string; email?: string | undefined; reminderLeads?: readonly number[] | undefined; name?: string },
  ): Promise<void>;
  changeAccount(
    id: string,
    patch: { dmChannel?: string; dmClosed?: { since: Date; why: string } | undefined },
  ): Promise<void>;
  saveDraft(draft: Draft, at: Date): Promise<void>;
  /** Forgets drafts that nobody touched since then. */
  removeDraftsBefore(at: Date): Promise<void>;
}
