import type { Pair, PairSeen, Programme } from '../core/programmes/programme.ts';
import type { Reads, SystemTransaction, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import { inScope, type Scope } from './scope.ts';
import { put, update } from './table.ts';

type Row = Prisma.ProgrammeGetPayload<Record<never, never>>;
type PairRow = Omit<PairSeen, 'since' | 'nudgedAt' | 'toldAt' | 'endedAt' | 'lastAt'> &
  Readonly<Record<'since' | 'nudgedAt' | 'toldAt' | 'endedAt' | 'lastAt', Date | null>>;

/** The last session that two have had, have, or are to have with each other. */
const LAST = `(SELECT max(s.starts_at) FROM participant l JOIN session s ON s.id = l.session_id
  WHERE l.person_id = p.learner_id AND l.role = 'learner' AND s.tutor_id = p.tutor_id
    AND s.state IN ('requested', 'confirmed', 'started', 'ended')
    AND (l.outcome IS NULL OR l.outcome NOT IN ('learner-missing', 'tutor-missing')))`;
const PAIR = `p.id, p.programme_id AS "programme", p.learner_id AS "learner", p.tutor_id AS "tutor", p.since_at AS "since",
  p.nudged_at AS "nudgedAt", p.told_at AS "toldAt", p.ended_at AS "endedAt", ${LAST} AS "lastAt"`;
const IN_SCOPE =
  'EXISTS (SELECT FROM programme g WHERE g.id = p.programme_id AND ($2::text IS NULL OR g.organization_id = $2))';

export function programmeReads({ sql, prisma: db }: Connection, scope: Scope) {
  return {
    programme: async (id) => {
      const row = await db.programme.findFirst({ where: { id, ...inScope(scope) } });
      return row ? toProgramme(row) : undefined;
    },
    programmes: async (limit, offset) => {
      const rows = await db.programme.findMany({
        where: { endedAt: null, ...inScope(scope) },
        include: { _count: { select: { pairs: { where: { endedAt: null } } } } },
        orderBy: { id: 'desc' },
        take: limit,
        skip: offset,
      });
      return rows.map(({ _count, ...row }) => ({ ...toProgramme(row), pairs: _count.pairs }));
    },
    pair: async (id) => {
      const [row] = await sql<PairRow>(`SELECT ${PAIR} FROM pair p WHERE p.id = $1 AND ${IN_SCOPE}`, id, scope ?? null);
      return row && toPair(row);
    },
    pairs: async (programme, limit, offset) => {
      const rows = await sql<PairRow>(
        `SELECT ${PAIR} FROM pair p WHERE p.programme_id = $1 AND p.ended_at IS NULL AND ${IN_SCOPE}
         ORDER BY p.since_at IS NOT NULL, "lastAt" NULLS FIRST, p.id LIMIT $3 OFFSET $4`,
        programme,
        scope ?? null,
        limit,
        offset,
      );
      return rows.map(toPair);
    },
    pairCounts: async (tutors) => {
      const rows = await sql<{ tutor: string; count: number }>(
        `SELECT p.tutor_id AS "tutor", count(*)::int AS "count" FROM pair p
         WHERE p.tutor_id = ANY($1::text[]) AND p.ended_at IS NULL AND ${IN_SCOPE} GROUP BY 1`,
        [...tutors],
        scope ?? null,
      );
      return new Map(rows.map(({ tutor, count }) => [tutor, count]));
    },
  } satisfies Partial<Reads>;
}

export function programmeWrites({ sql, prisma: tx }: Connection, scope: Scope) {
  return {
    putProgramme: async ({ organization, from, until, ...programme }) => {
      await put(sql, 'programme', 'id', {
        ...nulls(programme),
        ...{ organizationId: organization, fromDay: from, untilDay: until },
      });
    },
    lockProgramme: async (id) => {
      await sql('SELECT FROM programme WHERE id = $1 FOR UPDATE', id);
      const row = await tx.programme.findFirst({ where: { id, ...inScope(scope) } });
      return row ? toProgramme(row) : undefined;
    },
    addPair: async ({ id, programme, learner, tutor, since }, lookAt) => {
      // Whoever adds pairs has locked the programme.
      const rows = await sql(
        `INSERT INTO pair (id, programme_id, learner_id, tutor_id, since_at, look_at)
         SELECT $1, $2, $3, $4, $5::timestamptz, $6::timestamptz WHERE NOT EXISTS (
           SELECT FROM pair WHERE programme_id = $2 AND learner_id = $3 AND tutor_id = $4 AND ended_at IS NULL
         ) RETURNING id`,
        id,
        programme,
        learner,
        tutor,
        since ?? null,
        lookAt ?? null,
      );
      return rows.length > 0;
    },
    changePair: async (id, { since, ...patch }) => {
      await update(sql, 'pair', { id }, { ...nulls(patch), ...(since && { sinceAt: since }) });
    },
    wakePairs: async (programme, at) => {
      await sql(
        'UPDATE pair SET look_at = $2 WHERE programme_id = $1 AND ended_at IS NULL AND since_at IS NOT NULL',
        programme,
        at,
      );
    },
  } satisfies Partial<Transaction>;
}

export function programmeClock({ sql }: Pick<Connection, 'sql'>) {
  return {
    lockPairsDue: async (now, limit) => {
      const rows = await sql<Pick<Pair, 'id'>>(
        'SELECT id FROM pair WHERE look_at <= $1 ORDER BY look_at, id LIMIT $2 FOR UPDATE SKIP LOCKED',
        now,
        limit,
      );
      return rows.map(({ id }) => id);
    },
  } satisfies Partial<SystemTransaction>;
}

function toProgramme({ organizationId, fromDay, untilDay, endedAt, ...row }: Row): Programme {
  return { ...row, organization: organizationId, from: fromDay, until: untilDay, endedAt: endedAt ?? undefined };
}

function toPair({ since, nudgedAt, toldAt, endedAt, lastAt, ...row }: PairRow): PairSeen {
  return {
    ...row,
    since: since ?? undefined,
    nudgedAt: nudgedAt ?? undefined,
    toldAt: toldAt ?? undefined,
    endedAt: endedAt ?? undefined,
    lastAt: lastAt ?? undefined,
  };
}
