import { expect } from 'vitest';
import { type Report, sumOf, sumsBy } from '../../src/core/report/report.ts';
import type { Sql } from '../../src/store/sql.ts';
import { type Counted, recount } from './recount.ts';

/** Fails where a number of a report is not what one counts in the audit. */
export async function expectAsCounted(sql: Sql, report: Report, from: Date, before: Date): Promise<void> {
  const all = await recount(sql, from, before);
  const isHeld = ({ state, outcome }: Counted) =>
    state === 'ended' && (outcome === null || ['took-place', 'unknown'].includes(outcome));
  const held = all.filter(isHeld);
  const [minutes] = await sql<{ all: number }>(
    `SELECT coalesce(sum(extract(epoch FROM s.ends_at - s.starts_at)) / 60, 0)::int AS "all" FROM session s
     WHERE s.starts_at >= $1 AND s.starts_at < $2 AND (
       SELECT a."to" FROM audit a WHERE a.subject_id = s.id AND a."to" IS NOT NULL ORDER BY a.id DESC LIMIT 1
     ) = 'ended' AND NOT EXISTS (SELECT FROM audit a WHERE a.subject_id = s.id AND a.event = 'outcome'
       AND a.id = (SELECT max(o.id) FROM audit o WHERE o.subject_id = s.id AND o.event = 'outcome')
       AND a.data ->> 'outcome' NOT IN ('took-place', 'unknown'))`,
    from,
    before,
  );
  const rated = held.flatMap(({ rating }) => rating ?? []);
  expect(sumOf(report.lines)).toEqual({
    sessions: all.length,
    minutes: minutes?.all,
    learnersMissing: all.filter(({ outcome }) => outcome === 'learner-missing').length,
    tutorMissing: all.filter(({ outcome }) => outcome === 'tutor-missing').length,
    ratingSum: rated.reduce((sum, one) => sum + one, 0),
    ratings: rated.length,
  });
  const counts = (key: (one: Counted) => string | null) =>
    Object.fromEntries([...Map.groupBy(all, key)].map(([one, some]) => [String(one), some.length]));
  const reported = (key: (line: (typeof report.lines)[number]) => string | undefined) =>
    Object.fromEntries(sumsBy(report.lines, key).map((one) => [String(one.key ?? null), one.sum.sessions]));
  expect(reported(({ state }) => state)).toEqual(counts(({ state }) => state));
  expect(reported(({ tutor }) => tutor)).toEqual(counts(({ tutor }) => tutor));
  expect(reported(({ subject }) => subject)).toEqual(counts(({ subject }) => subject));
  expect([report.asked, report.filled]).toEqual([all.length, all.filter(({ isFilled }) => isFilled).length]);
  const answers = all.flatMap(({ minutes: one }) => one ?? []).toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [
    answers[Math.floor((answers.length - 1) / 2)],
    answers[Math.ceil((answers.length - 1) / 2)],
  ];
  expect(report.answerMinutes).toBe(Math.floor((low + high) / 2));
}
