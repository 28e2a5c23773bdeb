import type { ReportLine } from '../core/report/report.ts';
import type { OrganizationReads } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { ALL_STATES } from './session.ts';

/** The sessions that begin then: by the index of states and starts. */
const MINE = `SELECT s.id, s.tutor_id, s.subject, s.state, extract(epoch FROM s.ends_at - s.starts_at) / 60 AS minutes
  FROM session s WHERE s.organization_id = $1 AND s.state = ANY($2::text[]) AND s.starts_at >= $3 AND s.starts_at < $4`;

/** Of each session what its learners came to. */
const HEARD = `SELECT p.session_id AS id,
    count(*) FILTER (WHERE p.outcome = 'learner-missing') AS missing,
    bool_or(p.outcome = 'tutor-missing') AS tutor_missing,
    bool_or(p.outcome IS NULL OR p.outcome IN ('took-place', 'unknown')) AS held,
    sum(p.rating) FILTER (WHERE p.outcome IS NULL OR p.outcome IN ('took-place', 'unknown')) AS rating_sum,
    count(p.rating) FILTER (WHERE p.outcome IS NULL OR p.outcome IN ('took-place', 'unknown')) AS ratings
  FROM participant p JOIN mine ON mine.id = p.session_id WHERE p.role = 'learner' GROUP BY 1`;

const LINES = `WITH mine AS (${MINE}), heard AS (${HEARD})
  SELECT mine.tutor_id AS "tutor", mine.subject AS "subject", mine.state AS "state", count(*)::int AS "sessions",
    coalesce(sum(mine.minutes) FILTER (WHERE mine.state = 'ended' AND heard.held), 0)::int AS "minutes",
    coalesce(sum(heard.missing), 0)::int AS "learnersMissing",
    (count(*) FILTER (WHERE heard.tutor_missing))::int AS "tutorMissing",
    coalesce(sum(heard.rating_sum), 0)::int AS "ratingSum", coalesce(sum(heard.ratings), 0)::int AS "ratings"
  FROM mine LEFT JOIN heard ON heard.id = mine.id GROUP BY 1, 2, 3 ORDER BY 2, 1, 3`;

/** A request, and the first time that it came to a yes or a no. */
const ANSWERS = `WITH mine AS (${MINE}), told AS (
    SELECT mine.id, min(a.at) FILTER (WHERE a.event = 'request') AS asked,
      min(a.at) FILTER (WHERE a."from" = 'requested' AND a."to" = 'confirmed') AS filled,
      min(a.at) FILTER (WHERE a."from" = 'requested' AND a."to" IN ('confirmed', 'declined')) AS answered
    FROM mine JOIN audit a ON a.subject_kind = 'session' AND a.subject_id = mine.id GROUP BY 1
  )
  SELECT count(asked)::int AS "asked", (count(filled) FILTER (WHERE asked IS NOT NULL))::int AS "filled",
    floor(percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM answered - asked) / 60))::int AS "answerMinutes"
  FROM told`;

interface AnswersRow {
  readonly asked: number;
  readonly filled: number;
  readonly answerMinutes: number | null;
}

export function reportSearches({ sql }: Connection, organization: string) {
  return {
    report: async (from, before) => {
      const asked = [organization, [...ALL_STATES], from, before] as const;
      const [lines, [answers]] = await Promise.all([
        sql<Omit<ReportLine, 'tutor'> & { tutor: string | null }>(LINES, ...asked),
        sql<AnswersRow>(ANSWERS, ...asked),
      ]);
      return {
        lines: lines.map(({ tutor, ...line }) => ({ ...line, tutor: tutor ?? undefined })),
        asked: answers?.asked ?? 0,
        filled: answers?.filled ?? 0,
        answerMinutes: answers?.answerMinutes ?? undefined,
      };
    },
  } satisfies Partial<OrganizationReads>;
}
