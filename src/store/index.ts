import type { Job } from '../core/owing/job.ts';
import type { PeopleSearches } from '../core/people/port.ts';
import type { Reads, Store, SystemReads, SystemTransaction } from '../core/store.ts';
import { alarmReads, alarmWrites } from './alarm.ts';
import { auditReads } from './audit.ts';
import { keepAlarms, noting } from './changed.ts';
import { choreWrites } from './chore.ts';
import { communityLookups, communityReads, communityWrites } from './community.ts';
import type { Connection } from './connection.ts';
import { isDeadlock } from './deadlock.ts';
import { deliveryReads, deliveryWrites } from './delivery.ts';
import { draftReads, draftWrites } from './draft.ts';
import { holdReads, holdWrites } from './hold.ts';
import { hostReads, hostWrites } from './host.ts';
import { type Later, laterWrites, nothingYet, writeLater } from './later.ts';
import type { Database } from './open.ts';
import { personReads, personSearches, personWrites } from './person.ts';
import { recognise } from './recognise.ts';
import type { Scope } from './scope.ts';
import { sessionLookups, sessionReads, sessionWrites } from './session.ts';
import type { Sql } from './sql.ts';
import { subjectSearches } from './subject.ts';
import { troubleReads, troubleWrites } from './trouble.ts';
import { tutorReads, tutorSearches, tutorWrites } from './tutor.ts';
import { attendanceReads, attendanceWrites, webhookReads, webhookWrites } from './webhook.ts';

export interface StoreOptions {
  /** Queues jobs in the transaction, so that they come to be or not together with all else in it. */
  enqueue(sql: Sql, jobs: readonly Job[]): Promise<void>;
  /** The organization's leads in minutes, for whoever has chosen none. */
  readonly reminderLeads?: readonly number[];
}

const ATTEMPTS = 4;

/** The store of the open database. */
export function createStore(database: Database, { enqueue, reminderLeads = [] }: StoreOptions): Store {
  const { changeDelivery } = deliveryWrites(database);
  const { saveDraft } = draftWrites(database);

  const inOneTransaction = <T>(
    scope: Scope,
    work: (tx: SystemTransaction, connection: Connection) => Promise<T>,
  ): Promise<T> =>
    inTransaction(database, async (connection) => {
      const { sql } = connection;
      const later = nothingYet();
      const { tx, changed } = noting(transaction(connection, later, reminderLeads, scope), sql);
      const result = await work(tx, connection);
      await keepAlarms(sql, changed, reminderLeads);
      const jobs = await writeLater(sql, later);
      if (jobs.length > 0) await enqueue(sql, jobs);
      return result;
    });

  return {
    ...systemReads(database, reminderLeads, undefined),
    changeDelivery,
    saveDraft,
    of: (organization) => ({
      ...reads(database, organization),
      ...searches(database, organization),
      transaction: (work) =>
        inOneTransaction(organization, (tx, connection) => work({ ...tx, ...searches(connection, organization) })),
    }),
    transaction: (work) => inOneTransaction(undefined, work),
    recognise: (sighting, at) => recognise(database, sighting, at),
  };
}

function reads(db: Connection, scope: Scope): Reads {
  return {
    ...sessionReads(db, scope),
    ...personReads(db, scope),
    ...tutorReads(db, scope),
    ...holdReads(db, scope),
    ...draftReads(db, scope),
    ...hostReads(db, scope),
    ...attendanceReads(db, scope),
    ...troubleReads(db),
    ...communityReads(db, scope),
  };
}

function searches(db: Connection, organization: string): PeopleSearches {
  return {
    ...personSearches(db, organization),
    ...tutorSearches(db, organization),
    ...subjectSearches(db, organization),
  };
}

function systemReads(db: Connection, reminderLeads: readonly number[], scope: Scope): SystemReads {
  return {
    ...reads(db, scope),
    ...sessionLookups(db),
    ...alarmReads(db, reminderLeads),
    ...deliveryReads(db),
    ...auditReads(db),
    ...webhookReads(db),
    ...communityLookups(db),
  };
}

/** All that a transaction can do: what is of the organization only, and beneath it what its type keeps for the bot itself. */
function transaction(tx: Connection, later: Later, reminderLeads: readonly number[], scope: Scope): SystemTransaction {
  return {
    ...systemReads(tx, reminderLeads, scope),
    ...alarmWrites(tx),
    ...sessionWrites(tx, scope),
    ...personWrites(tx),
    ...tutorWrites(tx, scope),
    ...holdWrites(tx),
    ...laterWrites(later),
    ...deliveryWrites(tx),
    ...draftWrites(tx),
    ...hostWrites(tx),
    ...troubleWrites(tx),
    ...choreWrites(tx),
    ...attendanceWrites(tx),
    ...webhookWrites(tx),
    ...communityWrites(tx),
  };
}

/** Two transactions that wait for each other: PostgreSQL ends one of them, and it is tried again. */
async function inTransaction<T>(database: Database, work: (connection: Connection) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database.transaction(work);
    } catch (error) {
      if (!isDeadlock(error) || attempt === ATTEMPTS) throw error;
    }
  }
}
