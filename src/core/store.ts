import type { AuditReads, AuditWrites } from './audit.ts';
import type { CommunityReads, CommunityWrites } from './community/port.ts';
import type { MeetingReads, MeetingWrites } from './meeting/port.ts';
import type { OwingReads, OwingWrites } from './owing/port.ts';
import type { Account, Person } from './people/person.ts';
import type { PeopleReads, PeopleWrites, Sighting } from './people/port.ts';
import type { SessionReads, SessionWrites } from './session/port.ts';

/** What can be asked of the database. Inside a transaction, ask the transaction. */
export interface Reads extends SessionReads, PeopleReads, MeetingReads, OwingReads, CommunityReads, AuditReads {}

/** Everything that happens together, or not at all. */
export interface Transaction
  extends Reads,
    SessionWrites,
    PeopleWrites,
    MeetingWrites,
    OwingWrites,
    CommunityWrites,
    AuditWrites {}

/** One statement each, so they can do without a transaction of their own. */
type LoneWrites = Pick<Transaction, 'changeDelivery' | 'saveDraft'>;

export interface Store extends Reads, LoneWrites {
  /** Everything in `work` happens, or nothing does. Inside, use `tx` alone, and no network. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Finds or adds the account and its person, and keeps name, locale and zone up to date. Who acts has another chance
   * to get DMs: what comes back still says that they were closed, the next time it does not.
   */
  recognise(
    sighting: Sighting & { readonly organization: string },
    at: Date,
  ): Promise<{ person: Person; account: Account }>;
}
