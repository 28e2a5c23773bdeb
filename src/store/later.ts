import type { AuditEntry } from '../core/audit.ts';
import type { Job } from '../core/owing/job.ts';
import type { Transaction } from '../core/store.ts';
import { writeEntries } from './audit.ts';
import { type OwedRow, toRow, writeOwed } from './delivery.ts';
import type { Sql } from './sql.ts';

/** What a transaction writes at its end: nobody reads it before, and each kind takes one statement, however much it is. */
export interface Later {
  readonly owed: OwedRow[];
  readonly entries: AuditEntry[];
  /** In this order; among them the deliveries of what is owed. */
  readonly jobs: Job[];
}

export function nothingYet(): Later {
  return { owed: [], entries: [], jobs: [] };
}

/** The writes that wait for the end: nothing of them can be read before. */
export function laterWrites(later: Later) {
  return {
    owe: async (owed, at) => {
      for (const one of owed) {
        const row = toRow(one, at);
        const { id: delivery, kind, personId, communityId } = row;
        const to = personId ?? communityId ?? '';
        later.owed.push(row);
        later.jobs.push({ name: 'deliver', data: { delivery, to, ...(kind === 'reminder' && { isReminder: true }) } });
      }
    },
    audit: async (entry) => void later.entries.push(entry),
    enqueue: async (job) => void later.jobs.push(job),
  } satisfies Partial<Transaction>;
}

/** @returns the jobs that are to be queued: what was owed before is not delivered again. */
export async function writeLater(sql: Sql, { owed, entries, jobs }: Later): Promise<readonly Job[]> {
  await writeEntries(sql, entries);
  const added = await writeOwed(sql, owed);
  const known = new Set(owed.map(({ id }) => id).filter((id) => !added.has(id)));
  return jobs.filter((job) => job.name !== 'deliver' || !known.has(job.data.delivery));
}
