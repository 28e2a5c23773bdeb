import type { Subject } from '../core/owing/subject.ts';
import type { SystemReads, Transaction } from '../core/store.ts';
import type { Client } from './client.ts';

export function auditReads(db: Client) {
  return {
    auditOf: async ({ kind, id }) => {
      const rows = await db.audit.findMany({
        where: { subjectKind: kind, subjectId: id },
        orderBy: { id: 'asc' },
      });
      return rows.map((row) => ({
        about: { kind: row.subjectKind as Subject['kind'], id: row.subjectId },
        by: row.by,
        event: row.event,
        from: row.from ?? undefined,
        to: row.to ?? undefined,
        at: row.at,
        ...(row.data === null ? {} : { data: row.data as Record<string, string | number> }),
      }));
    },
  } satisfies Partial<SystemReads>;
}

export function auditWrites(tx: Client) {
  return {
    audit: async ({ about, by, event, from, to, at, data }) => {
      const subject = { subjectKind: about.kind, subjectId: about.id };
      await tx.audit.create({
        data: { ...subject, by, event, from: from ?? null, to: to ?? null, at, ...(data ? { data } : {}) },
      });
    },
  } satisfies Partial<Transaction>;
}
