import type { Person } from './person.ts';

/** What is kept of a code: it is found by its first letters, and the rest is compared by its hash. */
export interface LinkCode {
  readonly person: string;
  readonly selector: string;
  readonly hash: string;
  /** How often a wrong one was typed. */
  readonly tries: number;
  readonly expiresAt: Date;
}

/** Two who became one person. */
export interface Link {
  readonly id: string;
  readonly kept: string;
  readonly gone: string;
  readonly at: Date;
  readonly undone: { readonly at: Date; readonly by: string } | undefined;
}

/** What keeps two from being one person, with when it is. */
export interface InTheWay {
  readonly why: 'together' | 'overlap' | 'apart';
  readonly subject: string;
  readonly at: Date;
}

export interface LinkReads {
  link(id: string): Promise<Link | undefined>;
}

/** What is asked where two may be of different organizations. */
export interface LinkLookups {
  linkCode(selector: string): Promise<(LinkCode & { readonly owner: Person }) | undefined>;
}

export interface LinkWrites {
  /** In the place of the code that they had. */
  giveLinkCode(code: LinkCode): Promise<void>;
  takeLinkCode(person: string): Promise<void>;
  /** A wrong code was typed: it counts for who typed it, and for the code that it was meant to be. */
  countGuess(person: string, selector: string, now: Date, since: Date): Promise<void>;
  /** How many wrong ones somebody has typed since then. */
  guesses(person: string, since: Date): Promise<number>;
  /** Locks both until the transaction ends. @returns what keeps them from being one person */
  inTheWay(one: string, other: string): Promise<InTheWay | undefined>;
  /** All that is the one's is the other's from now on. @returns the open sessions that it concerns */
  linkPeople(link: Pick<Link, 'id' | 'kept' | 'gone' | 'at'>): Promise<readonly string[]>;
  /** What moved goes back. @returns the open sessions that it concerns; undefined where it was taken back already */
  unlinkPeople(id: string, by: string, at: Date): Promise<readonly string[] | undefined>;
}
