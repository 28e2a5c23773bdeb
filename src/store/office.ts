import type { Office, Place } from '../core/groups/office.ts';
import type { Reads, SystemTransaction, Transaction } from '../core/store.ts';
import { notApart, type Viewer } from './block.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import type { Scope } from './scope.ts';
import type { Sql } from './sql.ts';
import { columns, insert } from './table.ts';

type Row = Prisma.OfficeGetPayload<Record<never, never>> & {
  readonly places: readonly { readonly person: string; readonly state: string; readonly session: string | null }[];
};

const OFFICE = `SELECT ${columns('o', Prisma.OfficeScalarFieldEnum)},
  COALESCE((SELECT json_agg(json_build_object('person', q.person_id, 'state', q.state, 'session', q.session_id) ORDER BY q.nr)
    FROM office_place q WHERE q.office_id = o.id), '[]') AS "places"
  FROM office o`;

async function readOffice(sql: Sql, id: string, scope: Scope): Promise<Office | undefined> {
  const text = `${OFFICE} WHERE o.id = $1 AND ($2::text IS NULL OR o.organization_id = $2)`;
  const [row] = await sql<Row>(text, id, scope ?? null);
  return row && toOffice(row);
}

export function officeReads({ sql }: Pick<Connection, 'sql'>, scope: Scope, viewer?: Viewer) {
  return {
    office: (id) => readOffice(sql, id, scope),
    offices: async () => {
      const text = `${OFFICE} WHERE o.closed_at IS NULL AND ($1::text IS NULL OR o.organization_id = $1)
        AND ${notApart('o.tutor_id', '$2::text')} ORDER BY o.open_until, o.id`;
      return (await sql<Row>(text, scope ?? null, viewer ?? null)).map(toOffice);
    },
  } satisfies Partial<Reads>;
}

export function officeWrites({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    lockOffice: async (id) => {
      await sql('SELECT FROM office WHERE id = $1 FOR UPDATE', id);
      return readOffice(sql, id, scope);
    },
    addOffice: async ({ organization, tutor, places: _none, ...office }) => {
      await insert(sql, 'office', [{ ...nulls(office), organizationId: organization, tutorId: tutor }], 'id');
    },
    addPlace: async (officeId, personId) => {
      // By hand: what numbers them is the database.
      await sql(
        `INSERT INTO office_place (office_id, person_id, state) VALUES ($1, $2, 'waiting') ON CONFLICT DO NOTHING`,
        officeId,
        personId,
      );
    },
    changePlace: async (office, person, state, session) => {
      await sql(
        `UPDATE office_place SET state = $3, session_id = $4 WHERE office_id = $1 AND person_id = $2 AND state = 'waiting'`,
        office,
        person,
        state,
        session ?? null,
      );
    },
    closeOffice: async (id, at) => {
      await sql('UPDATE office SET closed_at = $2 WHERE id = $1', id, at);
    },
  } satisfies Partial<Transaction>;
}

export function officeLookups({ sql }: Pick<Connection, 'sql'>) {
  return {
    lockOfficesDue: async (now) => {
      const rows = await sql<{ id: string }>(
        'SELECT id FROM office WHERE closed_at IS NULL AND open_until <= $1 FOR UPDATE SKIP LOCKED',
        now,
      );
      const found = await Promise.all(rows.map(({ id }) => readOffice(sql, id, undefined)));
      return found.filter((one) => one !== undefined);
    },
  } satisfies Partial<SystemTransaction>;
}

function toOffice({ organizationId, tutorId, closedAt, places, ...row }: Row): Office {
  return {
    ...row,
    organization: organizationId,
    tutor: tutorId,
    closedAt: closedAt ?? undefined,
    places: places.map(({ person, state, session }) => ({
      person,
      state: state as Place['state'],
      session: session ?? undefined,
    })),
  };
}
