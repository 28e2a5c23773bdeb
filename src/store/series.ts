import type { Every } from '../core/series/rule.ts';
import type { MoveProposed, Series } from '../core/series/series.ts';
import type { Reads, SystemTransaction, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import type { Scope } from './scope.ts';
import { SESSION_ROW, type SessionRow, toSession } from './session-row.ts';
import type { Sql } from './sql.ts';
import { columns, insert, update } from './table.ts';

type Row = Prisma.SeriesGetPayload<Record<never, never>>;

const SERIES = `SELECT ${columns('r', Prisma.SeriesScalarFieldEnum)} FROM series r
  WHERE r.id = $1 AND ($2::text IS NULL OR r.organization_id = $2)`;
const ITS_SESSIONS = `SELECT ${SESSION_ROW} FROM session s
  WHERE s.series_id = $1 AND ($2::text IS NULL OR s.organization_id = $2) ORDER BY s.starts_at, s.id`;

export function seriesReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    series: async (id) => {
      const [row] = await sql<Row>(SERIES, id, scope ?? null);
      return row && toSeries(row);
    },
    sessionsOfSeries: (id) => readAll(sql, id, scope),
  } satisfies Partial<Reads>;
}

export function seriesWrites({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    addSeries: async ({ organization, ...series }) => {
      await insert(sql, 'series', [{ ...nulls(series), organizationId: organization }], 'id');
    },
    changeSeries: async (id, patch) => {
      await update(sql, 'series', { id }, nulls(patch));
    },
    lockSeries: async (id) => {
      const [row] = await sql<Row>(`${SERIES} FOR UPDATE OF r`, id, scope ?? null);
      if (!row) return undefined;
      // Always in the same order; the next statement sees what whoever had the locks has written.
      await sql('SELECT FROM session s WHERE s.series_id = $1 ORDER BY s.id FOR UPDATE', id);
      return { series: toSeries(row), sessions: await readAll(sql, id, scope) };
    },
    sessionsShown: async (ids) => {
      const rows = await sql<{ id: string }>(
        `SELECT DISTINCT d.subject_id AS "id" FROM delivery d
         WHERE d.subject_kind = 'session' AND d.subject_id = ANY($1::text[]) AND d.fate IN ('queued', 'sending', 'sent')`,
        [...ids],
      );
      return rows.map(({ id }) => id);
    },
  } satisfies Partial<Transaction>;
}

export function seriesLookups({ sql }: Pick<Connection, 'sql'>) {
  return {
    movesDue: async (now) => {
      const rows = await sql<{ id: string }>(
        'SELECT id FROM series WHERE proposal_until <= $1 ORDER BY id LIMIT 100',
        now,
      );
      return rows.map(({ id }) => id);
    },
  } satisfies Partial<SystemTransaction>;
}

async function readAll(sql: Sql, id: string, scope: Scope) {
  return (await sql<SessionRow>(ITS_SESSIONS, id, scope ?? null)).map(toSession);
}

function toSeries({ organizationId, every, goesOnBy, goesOnIn, proposal, proposalUntil, ...row }: Row): Series {
  return {
    ...row,
    organization: organizationId,
    every: every as Every,
    goesOnBy: goesOnBy ?? undefined,
    goesOnIn: goesOnIn ?? undefined,
    proposalUntil: proposalUntil ?? undefined,
    proposal: (proposal ?? undefined) as MoveProposed | undefined,
  };
}
