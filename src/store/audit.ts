import type { AuditEntry } from '../core/audit.ts';
import type { Subject } from '../core/owing/subject.ts';
import type { OrganizationReads, Reads } from '../core/store.ts';
import type { Statement } from './at-once.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import type { Scope } from './scope.ts';
import { columns, insertion } from './table.ts';

/** The organization of an entry `a`: that of what it is about, or of whoever did it. */
const ORGANIZATION = `coalesce(
  CASE a.subject_kind
    WHEN 'session' THEN (SELECT s.organization_id FROM session s WHERE s.id = a.subject_id)
    WHEN 'series' THEN (SELECT s.organization_id FROM series s WHERE s.id = a.subject_id)
    WHEN 'person' THEN (SELECT p.organization_id FROM person p WHERE p.id = a.subject_id)
  END, (SELECT p.organization_id FROM person p WHERE p.id = a.by))`;

const ENTRY = `SELECT ${columns('a', Prisma.AuditScalarFieldEnum)} FROM audit a`;

type Row = Prisma.AuditGetPayload<Record<never, never>>;

export function auditReads({ sql }: Connection, scope: Scope) {
  return {
    auditOf: async ({ kind, id }) => {
      const rows = await sql<Row>(
        `${ENTRY} WHERE a.subject_kind = $1 AND a.subject_id = $2 AND ($3::text IS NULL OR ${ORGANIZATION} = $3) ORDER BY a.id`,
        kind,
        id,
        scope ?? null,
      );
      return rows.map(toEntry);
    },
  } satisfies Partial<Reads>;
}

export function auditSearches({ sql }: Connection, organization: string) {
  return {
    auditEntries: async ({ by, from, before, limit, offset }) => {
      const rows = await sql<Row>(
        `${ENTRY} WHERE ${ORGANIZATION} = $1 AND ($2::text IS NULL OR a.by = $2)
           AND ($3::timestamptz IS NULL OR a.at >= $3) AND ($4::timestamptz IS NULL OR a.at < $4)
         ORDER BY a.id DESC LIMIT $5 OFFSET $6`,
        organization,
        by ?? null,
        from ?? null,
        before ?? null,
        limit,
        offset,
      );
      return rows.map(toEntry);
    },
  } satisfies Partial<OrganizationReads>;
}

function toEntry(row: Row): AuditEntry {
  return {
    about: { kind: row.subjectKind as Subject['kind'], id: row.subjectId },
    by: row.by,
    event: row.event,
    from: row.from ?? undefined,
    to: row.to ?? undefined,
    at: row.at,
    ...(row.data === null ? {} : { data: row.data as Record<string, string | number> }),
  };
}

/** In this order. */
export function writingEntries(entries: readonly AuditEntry[]): Statement | undefined {
  const rows = entries.map(({ about, from = null, to = null, data = null, ...rest }) => {
    const subject = { subjectKind: about.kind, subjectId: about.id };
    return { ...rest, ...subject, from, to, data };
  });
  return insertion('audit', rows);
}
