import type { Job } from '../core/owing/job.ts';
import type { Reads, Store, Transaction } from '../core/store.ts';
import { alarmReads, alarmWrites } from './alarm.ts';
import { auditReads, auditWrites } from './audit.ts';
import { keepAlarms, noting } from './changed.ts';
import { choreWrites } from './chore.ts';
import type { Client } from './client.ts';
import { communityReads, communityWrites } from './community.ts';
import { deliveryReads, deliveryWrites } from './delivery.ts';
import { draftReads, draftWrites } from './draft.ts';
import { Prisma, type PrismaClient } from './generated/client.ts';
import { holdReads, holdWrites } from './hold.ts';
import { hostReads, hostWrites } from './host.ts';
import type { Database } from './open.ts';
import { personReads, personWrites } from './person.ts';
import { recognise } from './recognise.ts';
import { sessionReads, sessionWrites } from './session.ts';
import { subjectReads } from './subject.ts';
import { troubleReads, troubleWrites } from './trouble.ts';
import { tutorReads, tutorWrites } from './tutor.ts';
import { webhookReads, webhookWrites } from './webhook.ts';

/** What a queue needs of a transaction to take part in it. */
export type QueueClient = Pick<Client, '$queryRawUnsafe'>;

export interface StoreOptions {
  /** Queues jobs in the transaction, so that they come to be or not together with all else in it. */
  enqueue(tx: QueueClient, jobs: readonly Job[]): Promise<void>;
  /** The organization's leads in minutes, for whoever has chosen none. */
  readonly reminderLeads?: readonly number[];
}

// PGlite runs one transaction at a time, so a busy moment is a queue: better to wait than to fail.
const PATIENCE = { maxWait: 10_000, timeout: 15_000 };
const ATTEMPTS = 4;

/** The store of the open database. */
export function createStore(
  { prisma }: Pick<Database, 'prisma'>,
  { enqueue, reminderLeads = [] }: StoreOptions,
): Store {
  const { changeDelivery } = deliveryWrites(prisma, (job) => enqueue(prisma, [job]));
  const { saveDraft } = draftWrites(prisma);
  return {
    ...reads(prisma, reminderLeads),
    changeDelivery,
    saveDraft,
    transaction: (work) =>
      inTransaction(prisma, async (client) => {
        const jobs: Job[] = [];
        const { tx, changed } = noting(
          transaction(client, async (job) => void jobs.push(job), reminderLeads),
          client,
        );
        const result = await work(tx);
        // In one statement each, right before the commit.
        await keepAlarms(client, changed, reminderLeads);
        if (jobs.length > 0) await enqueue(client, jobs);
        return result;
      }),
    recognise: (sighting, at) => recognise(prisma, sighting, at),
  };
}

function reads(db: Client, reminderLeads: readonly number[]): Reads {
  return {
    ...alarmReads(db, reminderLeads),
    ...sessionReads(db),
    ...personReads(db),
    ...tutorReads(db),
    ...subjectReads(db),
    ...holdReads(db),
    ...auditReads(db),
    ...deliveryReads(db),
    ...draftReads(db),
    ...hostReads(db),
    ...troubleReads(db),
    ...webhookReads(db),
    ...communityReads(db),
  };
}

function transaction(tx: Client, enqueue: Transaction['enqueue'], reminderLeads: readonly number[]): Transaction {
  return {
    ...reads(tx, reminderLeads),
    ...alarmWrites(tx),
    ...sessionWrites(tx),
    ...personWrites(tx),
    ...tutorWrites(tx),
    ...holdWrites(tx),
    ...auditWrites(tx),
    ...deliveryWrites(tx, enqueue),
    ...draftWrites(tx),
    ...hostWrites(tx),
    ...troubleWrites(tx),
    ...choreWrites(tx),
    ...webhookWrites(tx),
    ...communityWrites(tx),
    enqueue,
  };
}

/** Two transactions that wait for each other: PostgreSQL ends one of them, and it is tried again. */
async function inTransaction<T>(prisma: PrismaClient, work: (tx: Client) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await prisma.$transaction(work, PATIENCE);
    } catch (error) {
      const isDeadlock = error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034';
      if (!isDeadlock || attempt === ATTEMPTS) throw error;
    }
  }
}
