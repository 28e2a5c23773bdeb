import type { Sql } from '../../src/store/sql.ts';

/** Of each session its last state, as the audit tells it, and of its learner the last outcome and the last rating. */
const RECOUNT = `
  SELECT s.tutor_id AS "tutor", s.subject,
    (SELECT a."to" FROM audit a WHERE a.subject_id = s.id AND a."to" IS NOT NULL ORDER BY a.id DESC LIMIT 1) AS "state",
    (SELECT a.data ->> 'outcome' FROM audit a WHERE a.subject_id = s.id AND a.event = 'outcome' ORDER BY a.id DESC LIMIT 1) AS "outcome",
    (SELECT (a.data ->> 'rating')::int FROM audit a WHERE a.subject_id = s.id AND a.event = 'feedback' AND a.by <> s.tutor_id
      ORDER BY a.id DESC LIMIT 1) AS "rating",
    EXISTS (SELECT FROM audit a WHERE a.subject_id = s.id AND a.event = 'confirm') AS "isFilled",
    (SELECT extract(epoch FROM a.at - s.requested_at)::int / 60 FROM audit a WHERE a.subject_id = s.id
      AND (a.event = 'confirm' OR (a.event = 'decline' AND a."to" = 'declined')) ORDER BY a.id LIMIT 1) AS "minutes"
  FROM session s WHERE s.starts_at >= $1 AND s.starts_at < $2`;

export interface Counted {
  readonly tutor: string | null;
  readonly subject: string;
  readonly state: string;
  readonly outcome: string | null;
  readonly rating: number | null;
  readonly isFilled: boolean;
  readonly minutes: number | null;
}

/** What one counts by oneself of the sessions that began then. */
export function recount(sql: Sql, from: Date, before: Date): Promise<readonly Counted[]> {
  return sql<Counted>(RECOUNT, from, before);
}

/** Packages of credits of which another number is left than their entries come to. */
export function unbalanced(sql: Sql): Promise<readonly object[]> {
  return sql(
    `SELECT c.id, c."left", coalesce(sum(e.amount), 0)::int AS "counted" FROM credit_package c
     LEFT JOIN credit_entry e ON e.package_id = c.id GROUP BY c.id HAVING c."left" <> coalesce(sum(e.amount), 0)`,
  );
}
