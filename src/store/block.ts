import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Scope } from './scope.ts';

/** Who asks for something: whoever is apart from them is not found. Undefined: nobody in particular. */
export type Viewer = string | undefined;

/** The condition that this person (a column) and the viewer (a value) are not apart. */
export function notApart(person: string, viewer: string): string {
  return `NOT EXISTS (SELECT FROM block b WHERE (b.by_id = ${viewer} AND b.of_id = ${person}) OR (b.of_id = ${viewer} AND b.by_id = ${person}))`;
}

export function blockReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  // Nobody is apart from somebody of another organization. So only one is looked up, whatever the database believes of the table.
  const IN_SCOPE = `EXISTS (SELECT FROM person p WHERE p.id = $1 AND ($2::text IS NULL OR p.organization_id = $2))`;
  return {
    apartFrom: async (person) => {
      const rows = await sql<{ id: string }>(
        `SELECT CASE WHEN b.by_id = $1 THEN b.of_id ELSE b.by_id END AS id FROM block b
         WHERE (b.by_id = $1 OR b.of_id = $1) AND ${IN_SCOPE}`,
        person,
        scope ?? null,
      );
      return new Set(rows.map(({ id }) => id));
    },
    blockedBy: async (person) => {
      const rows = await sql<{ id: string }>(
        `SELECT b.of_id AS id FROM block b WHERE b.by_id = $1 AND ${IN_SCOPE} ORDER BY b.since_at, b.of_id`,
        person,
        scope ?? null,
      );
      return rows.map(({ id }) => id);
    },
    allBlocks: async (now, limit, offset) => {
      const rows = await sql<{ one: string; other: string | null; complaint: string | null; until: Date | null }>(
        `SELECT one, other, complaint, "until" FROM (
           SELECT DISTINCT ON (c.person_id) c.person_id AS one, NULL AS other, c.id AS complaint, c.decided_at AS since,
             CASE WHEN p.banned_at IS NULL THEN p.suspended_until END AS "until"
           FROM complaint c JOIN person p ON p.id = c.person_id
           WHERE c.state IN ('paused', 'blocked') AND (p.banned_at IS NOT NULL OR p.suspended_until > $1)
             AND ($2::text IS NULL OR p.organization_id = $2)
           ORDER BY c.person_id, c.decided_at DESC
         ) AS out
         UNION ALL SELECT one, other, NULL, NULL FROM (
           SELECT least(b.by_id, b.of_id) AS one, greatest(b.by_id, b.of_id) AS other, max(b.since_at) AS since
           FROM block b JOIN person p ON p.id = b.by_id WHERE $2::text IS NULL OR p.organization_id = $2
           GROUP BY 1, 2
         ) AS two
         ORDER BY complaint DESC NULLS LAST, one, other LIMIT $3 OFFSET $4`,
        now,
        scope ?? null,
        limit,
        offset,
      );
      return rows.map(({ one, other, complaint, until }) =>
        other === null
          ? { kind: 'kept out', person: one, complaint: complaint ?? '', until: until ?? undefined }
          : { kind: 'apart', people: [one, other] },
      );
    },
  } satisfies Partial<Reads>;
}

/** What they wait for of each other: times, and places in groups. */
const WAITED: readonly string[] = [
  `DELETE FROM hold WHERE (for_person_id = $1 AND person_id = $2) OR (for_person_id = $2 AND person_id = $1)`,
  `DELETE FROM watch WHERE (person_id = $1 AND tutor_id = $2) OR (person_id = $2 AND tutor_id = $1)`,
  `UPDATE watch SET offered_by = NULL, offered_start = NULL, offer_lapses_at = NULL
   WHERE (person_id = $1 AND offered_by = $2) OR (person_id = $2 AND offered_by = $1)`,
  `DELETE FROM waiting w USING session s WHERE s.id = w.session_id
     AND ((w.person_id = $1 AND s.tutor_id = $2) OR (w.person_id = $2 AND s.tutor_id = $1))`,
  `UPDATE office_place p SET state = 'left' FROM office o WHERE o.id = p.office_id AND p.state = 'waiting'
     AND ((p.person_id = $1 AND o.tutor_id = $2) OR (p.person_id = $2 AND o.tutor_id = $1))`,
];

export function blockWrites({ sql }: Pick<Connection, 'sql'>) {
  return {
    addBlock: async (by, of, at) => {
      const added = await sql(
        'INSERT INTO block (by_id, of_id, since_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING of_id',
        by,
        of,
        at,
      );
      for (const text of WAITED) await sql(text, by, of);
      return added.length > 0;
    },
    removeBlock: async (by, of) => void (await sql('DELETE FROM block WHERE by_id = $1 AND of_id = $2', by, of)),
  } satisfies Partial<Transaction>;
}
