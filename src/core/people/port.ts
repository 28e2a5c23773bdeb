import type { Subject } from '../owing/subject.ts';
import type { Account, Application, Availability, Contact, Offer, Person, QuietHours, Tutor } from './person.ts';
import type { Template } from './template.ts';

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

/** What only the person themself is told about their mail and their calendar. */
export interface Postbox {
  /** The address that they gave last. */
  readonly address: string | undefined;
  readonly isConfirmed: boolean;
  /** The address that waits for its code. */
  readonly pending: PendingAddress | undefined;
  readonly wantsMail: boolean;
  readonly wantsFiles: boolean;
  /** In the address by which mails are stopped. */
  readonly mailSecret: string | undefined;
  /** In the address of the calendar that they subscribe to. */
  readonly feedSecret: string | undefined;
}

/** An address that its owner has to confirm by a code. */
export interface PendingAddress {
  readonly address: string;
  readonly code: string;
  /** How often a wrong one was typed. */
  readonly tries: number;
  readonly sentAt: Date;
  readonly expiresAt: Date;
}

/** What is stored about somebody, under names that people understand. Nothing of it is a secret of anybody else. */
export type EverythingAbout = Readonly<Record<string, unknown>>;

export interface Draft {
  readonly id: string;
  readonly person: string;
  readonly handler: string;
  readonly input: Readonly<Record<string, string>>;
}

export interface TutorQuery {
  /** A subject by name or alias, whatever its case and accents. */
  readonly subject?: string;
  /** Only these people. */
  readonly ids?: readonly string[];
  /** False: only those who can be asked, approved and not paused. */
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
  template(id: string): Promise<Template | undefined>;
  /** The kinds of sessions that these tutors offer, by name. */
  templates(tutors: readonly string[]): Promise<readonly Template[]>;
  postbox(person: string): Promise<Postbox | undefined>;
  /** All that is stored about this person, for themself to read: with names in the place of ids. */
  everythingAbout(person: string): Promise<EverythingAbout | undefined>;
  draft(id: string): Promise<Draft | undefined>;
  /** What this person typed last for this handler, since then, and has not sent. */
  latestDraft(person: string, handler: string, since: Date): Promise<Draft | undefined>;
}

/** What is looked for among the people of one organization. */
export interface PeopleSearches {
  account(chat: string, userId: string): Promise<Account | undefined>;
  /**
   * People whose name contains this, whatever its case, in the order of their names. `knownTo`: only those with whom this
   * person has, or had, a session or a request.
   */
  peopleNamed(name: string, limit: number, knownTo?: string): Promise<readonly Person[]>;
  tutors(query: TutorQuery): Promise<readonly Tutor[]>;
  /** Who can be asked, by name alone: to find somebody whose name was typed, however it was spelt. */
  tutorNames(): Promise<readonly Pick<Person, 'id' | 'name'>[]>;
  /** Names of the subjects that somebody teaches, in order; `like` narrows to names containing it. */
  subjects(like?: string): Promise<readonly string[]>;
}

/** Who is behind a secret in an address. */
export interface PeopleLookups {
  personByFeed(secret: string): Promise<Person | undefined>;
  personByMailSecret(secret: string): Promise<Person | undefined>;
}

/** What changes people, inside a transaction. */
export interface PeopleWrites {
  /** What somebody offers, which nobody else changes until the transaction ends; undefined for who offers nothing yet. */
  lockTutor(person: string): Promise<Tutor | undefined>;
  /** How many of their organization are approved but this one, who is counted before anybody else asks. */
  lockApprovedTutors(except: string): Promise<number>;
  /**
   * Nothing is known of this person any more. In whatever they were in, `former` stands in their place: somebody of whom
   * only that is known. @returns what stands on screens of others and named them; undefined where it was so already
   */
  becomeFormer(person: string, former: string, at: Date): Promise<readonly Subject[] | undefined>;
  /** What this person does is done one after the other, until the transaction ends. */
  lockPerson(id: string): Promise<void>;
  /** Somebody whom an admin names by their id in a chat before they ever act; whoever has that id already stays who they are. */
  addAccount(who: Sighting & { readonly organization: string }, at: Date): Promise<Person>;
  /** They teach nothing any more. */
  removeTutor(person: string): Promise<void>;
  addRating(tutor: string, sum: number, count: number): Promise<void>;
  saveOffer(person: Person, offer: Offer): Promise<void>;
  /** What the admins say to somebody's offer. */
  changeApplication(tutor: string, application: Application, at: Date): Promise<void>;
  /** A tutor has answered, in so many minutes where that counts: what they ignored before is forgotten. */
  noteAnswer(tutor: string, minutes: number | undefined): Promise<void>;
  /**
   * A request has expired, the only one of its series that is counted. One that the tutor has done anything about is not.
   * @returns how many in a row.
   */
  noteIgnored(
    tutor: string,
    expired: { readonly session: string; readonly request: string; readonly minutes: number },
  ): Promise<number>;
  /** Nobody can ask this tutor until they take requests again, and they begin anew then. */
  pauseIgnoring(tutor: string): Promise<void>;
  /** Of somebody who offers to teach. */
  saveAvailability(person: string, availability: Availability): Promise<void>;
  changePerson(
    id: string,
    patch: {
      zone?: string;
      /** With when it was confirmed; both undefined: none. */
      email?: string | undefined;
      emailConfirmedAt?: Date | undefined;
      wantsMail?: boolean;
      wantsFiles?: boolean;
      mailSecret?: string;
      feedSecret?: string | undefined;
      reminderLeads?: readonly number[] | undefined;
      /** These three: undefined takes it away. */
      language?: string | undefined;
      reachIn?: string | undefined;
      quiet?: QuietHours | undefined;
      name?: string;
      silencedAt?: Date | undefined;
    },
  ): Promise<void>;
  /** The address that waits for its code now; undefined: none does. */
  setPendingAddress(person: string, pending: PendingAddress | undefined): Promise<void>;
  /** How many codes were owed since then to this person, or to this address, whoever gave it. */
  codesOwed(person: string, address: string, since: Date): Promise<number>;
  /** Forgets addresses whose codes ended before. */
  removeCodesBefore(at: Date): Promise<void>;
  changeAccount(
    id: string,
    patch: { dmChannel?: string; dmClosed?: { since: Date; why: string } | undefined },
  ): Promise<void>;
  /** Adds it, or makes the one with its id the same. */
  saveTemplate(template: Template): Promise<void>;
  removeTemplate(id: string): Promise<void>;
  saveDraft(draft: Draft, at: Date): Promise<void>;
  /** What was typed for this handler has been sent: it stays for the buttons that lead to it, and is offered no more. */
  settleDrafts(person: string, handler: string): Promise<void>;
  /** Forgets drafts that nobody touched since then. */
  removeDraftsBefore(at: Date): Promise<void>;
}
