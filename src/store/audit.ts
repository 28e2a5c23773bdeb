import type { AuditEntry } from '../core/audit.ts';
import type { Subject } from '../core/owing/subject.ts';
import type { SystemReads } from '../core/store.ts';
import type { Statement } from './at-once.ts';
import type { Connection } from './connection.ts';
import { insertion } from './table.ts';

export function auditReads({ prisma: db }: Connection) {
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

/** In this order. */
export function writingEntries(entries: readonly AuditEntry[]): Statement | undefined {
  const rows = entries.map(({ about, from = null, to = null, data = null, ...rest }) => {
    const subject = { subjectKind: about.kind, subjectId: about.id };
    return { ...rest, ...subject, from, to, data };
  });
  return insertion('audit', rows);
}
