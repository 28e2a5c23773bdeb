import { COMPLAINT_STATES, type Complaint } from '../core/moderation/complaints.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import type { Scope } from './scope.ts';
import { columns, insert, update } from './table.ts';

type Row = Prisma.ComplaintGetPayload<Record<never, never>>;

const COMPLAINT = `SELECT ${columns('r', Prisma.ComplaintScalarFieldEnum)} FROM complaint r
  WHERE r.id = $1 AND ($2::text IS NULL OR r.organization_id = $2)`;

export function complaintReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    complaint: async (id) => {
      const [row] = await sql<Row>(COMPLAINT, id, scope ?? null);
      return row && toComplaint(row);
    },
  } satisfies Partial<Reads>;
}

export function complaintWrites({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    addComplaint: async ({
      organization: organizationId,
      complainant,
      person,
      session,
      decidedBy: _none,
      ...complaint
    }) => {
      const whose = { organizationId, complainantId: complainant, personId: person, sessionId: session ?? null };
      await insert(sql, 'complaint', [{ ...complaint, ...whose }], 'id');
    },
    lockComplaint: async (id) => {
      const [row] = await sql<Row>(`${COMPLAINT} FOR UPDATE`, id, scope ?? null);
      return row && toComplaint(row);
    },
    decideComplaint: async (id, state, decidedBy, decidedAt) =>
      void (await update(sql, 'complaint', { id }, { state, decidedBy, decidedAt })),
    complaintsBy: async (person, since) => {
      const [row] = await sql<{ count: number }>(
        'SELECT count(*)::int AS "count" FROM complaint WHERE complainant_id = $1 AND made_at > $2',
        person,
        since,
      );
      return row?.count ?? 0;
    },
    restrict: async (id, patch) => void (await update(sql, 'person', { id }, nulls(patch))),
  } satisfies Partial<Transaction>;
}

function toComplaint(row: Row): Complaint {
  return {
    id: row.id,
    organization: row.organizationId,
    complainant: row.complainantId,
    person: row.personId,
    session: row.sessionId ?? undefined,
    reason: row.reason,
    madeAt: row.madeAt,
    state: COMPLAINT_STATES.find((state) => state === row.state) ?? 'open',
    decidedBy: row.decidedBy ?? undefined,
  };
}
