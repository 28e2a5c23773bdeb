import type { Person } from '../people/person.ts';
import type { Session } from '../session/session.ts';
import type { CreditClaim, CreditEntry, CreditLine, CreditPackage, CreditPlace } from './credit.ts';

/** What is asked about credits. */
export interface CreditReads {
  creditPackage(id: string): Promise<CreditPackage | undefined>;
  /** Somebody's packages, the one that ends first before the others. */
  packagesOf(person: string): Promise<readonly CreditPackage[]>;
  /** Whoever was given sessions, by name, and how many they have left now. */
  creditHolders(
    now: Date,
    limit: number,
    offset: number,
  ): Promise<readonly { readonly person: Pick<Person, 'id' | 'name'>; readonly left: number }[]>;
  /** Sessions for which somebody has credits reserved or taken, and which are to come. */
  creditsInUse(person: string): Promise<readonly Pick<CreditClaim, 'use'>[]>;
  /** Somebody's part of the ledger, the latest first. */
  creditLines(person: string, limit: number, offset: number): Promise<readonly CreditLine[]>;
  /**
   * Which session it is for this learner: of those that its package pays for, or with its tutor; undefined while nobody
   * has agreed to it, and where it came to nothing.
   */
  creditPlace(session: Pick<Session, 'id'>, person: string): Promise<CreditPlace | undefined>;
}

/** What changes credits, inside a transaction. */
export interface CreditWrites {
  /** Where the credits for these sessions stand: the session itself is locked. */
  creditClaims(sessions: readonly string[]): Promise<readonly CreditClaim[]>;
  /** Somebody's packages, locked until the transaction ends. */
  lockPackages(person: string): Promise<readonly CreditPackage[]>;
  /** @returns false where it is there already */
  addPackage(credits: CreditPackage): Promise<boolean>;
  /** @throws where it would be more than is left: whoever adds them has locked the packages and looked. */
  addCreditEntries(entries: readonly CreditEntry[]): Promise<void>;
}
