import type { Around, Held, Taught } from '../core/calendar/around.ts';
import type { Closure } from '../core/calendar/hours.ts';
import type { Reads } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Scope } from './scope.ts';

type Row =
  | ({ readonly what: 'held' } & Held)
  | ({ readonly what: 'taught' } & Taught & Held)
  | ({ readonly what: 'closure' } & Pick<Held, 'session'> & Omit<Closure, 'id'> & { readonly why: Closure['kind'] });

/** A week, and the day by which somebody's week may be another's. */
const WEEK = `interval '8 days'`;

/**
 * All that is in the way of some people, in one statement. It goes by the indexes of people and tutors with time, so it
 * costs what it finds.
 */
const AROUND = `
  SELECT 'held' AS "what", h.person_id AS "person", h.starts_at AS "startsAt", h.ends_at AS "endsAt", h.why,
    h.session_id AS "session", NULL AS "name", NULL AS "from", NULL AS "until"
  FROM unnest($1::text[]) AS asked(id) JOIN person p ON p.id = asked.id JOIN hold h ON h.person_id = p.id
  WHERE h.starts_at < $4 AND h.ends_at > $3 AND ($7::text IS NULL OR p.organization_id = $7)
    AND (h.lapses_at IS NULL OR (h.lapses_at > $5 AND h.for_person_id IS DISTINCT FROM $6))
  UNION ALL SELECT 'taught', s.tutor_id, s.starts_at, s.ends_at, s.state, s.id, NULL, NULL, NULL
  FROM unnest($2::text[]) AS counted(id) JOIN session s ON s.tutor_id = counted.id
  WHERE s.starts_at > $3::timestamptz - ${WEEK} AND s.starts_at < $4::timestamptz + ${WEEK}
    AND s.state IN ('requested', 'confirmed', 'started', 'ended') AND ($7::text IS NULL OR s.organization_id = $7)
  UNION ALL SELECT 'closure', NULL, NULL, NULL, c.kind, c.id, c.name, c.from_day, c.until_day
  FROM closure c WHERE c.organization_id IN (SELECT organization_id FROM person WHERE id = ($1::text[])[1])
    AND ($7::text IS NULL OR c.organization_id = $7)
    AND (c.kind = 'term' OR c.until_day >= $8)`;

export function aroundReads({ sql }: Connection, scope: Scope) {
  return {
    around: async ({ people, counted, from, to, now, learner }) => {
      if (people.length === 0) return { held: [], taught: [], closures: [] };
      const firstDay = new Date(from.getTime() - DAY).toISOString().slice(0, 10);
      const rows = await sql<Row>(
        AROUND,
        [...people],
        [...counted],
        from,
        to,
        now,
        learner ?? null,
        scope ?? null,
        firstDay,
      );
      return sorted(rows);
    },
    sessionCounts: async (tutors, from, to) => {
      const rows = await sql<{ tutor: string; count: number }>(
        `SELECT s.tutor_id AS "tutor", count(*)::int AS "count" FROM session s
         WHERE s.tutor_id = ANY($1::text[]) AND s.starts_at >= $2 AND s.starts_at < $3
           AND s.state IN ('requested', 'confirmed', 'started', 'ended') AND ($4::text IS NULL OR s.organization_id = $4)
         GROUP BY s.tutor_id`,
        [...tutors],
        from,
        to,
        scope ?? null,
      );
      return new Map(rows.map(({ tutor, count }) => [tutor, count]));
    },
  } satisfies Partial<Reads>;
}

const DAY = 86_400_000;

function sorted(rows: readonly Row[]): Around {
  const around = { held: [] as Held[], taught: [] as Taught[], closures: [] as Closure[] };
  for (const row of rows) {
    switch (row.what) {
      case 'held': {
        const { person, startsAt, endsAt, why, session } = row;
        around.held.push({ person, startsAt, endsAt, why, session: session ?? undefined });
        break;
      }
      case 'taught':
        around.taught.push({ tutor: row.person, session: row.session ?? '', startsAt: row.startsAt });
        break;
      case 'closure': {
        const { session: id = '', why: kind, name, from, until } = row;
        around.closures.push({ id, kind, name, from, until });
        break;
      }
    }
  }
  return around;
}
