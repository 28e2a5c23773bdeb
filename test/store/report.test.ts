import { expect, test } from 'vitest';
import { sumOf, sumsBy } from '../../src/core/report/report.ts';
import { createStage, DAY, HOUR, MINUTE, START } from '../core/stage.ts';
import { type Counted, recount } from './recount.ts';

test('every number of a report is what one counts in the audit', async () => {
  const { store, database, drop, sessions, feedback, lena, theo, ada, grace, moveTo, tickAt } = await createStage();
  const organization = lena.person.organization;
  const rest = { defaultPlatform: undefined, ownRoom: undefined, platformAccount: undefined, bio: '', weeklyHours: [] };
  for (const { person } of [theo, ada])
    await store.transaction((tx) =>
      tx.saveOffer(person, { ...rest, subjects: ['Algebra', 'Latin'], lengths: [60, 30], isPaused: false }),
    );
  const startOf = (index: number) => new Date(START.getTime() + DAY + index * 2 * HOUR);
  const asked: string[] = [];
  for (let index = 0; index < 48; index++) {
    const tutor = index % 7 === 6 ? undefined : index % 2 === 0 ? theo.person.id : ada.person.id;
    const wish = { subject: index % 3 === 0 ? 'Latin' : 'Algebra', lengthMinutes: index % 4 === 0 ? 30 : 60, note: '' };
    asked.push((await sessions.request(lena, { ...wish, tutor, startsAt: startOf(index) })).id);
  }
  // One after the other, so that the answers take a different time each.
  for (const [index, id] of asked.entries()) {
    moveTo(START.getTime() + index * 7 * MINUTE);
    const tutor = index % 7 === 6 || index % 2 === 0 ? theo : ada;
    if (index % 8 === 7) continue; // nobody answers
    if (index % 8 === 6) {
      for (const one of index % 7 === 6 ? [theo, ada] : [tutor]) await sessions.decline(one, id, 1, 'No time');
    } else await sessions.confirm(tutor, id, 1, 'jitsi');
    if (index % 8 === 5) await sessions.cancel(lena, id, 'Ill');
    if (index % 16 === 5) await sessions.reopen(grace, id, 3, 'Not ill');
  }
  for (const [index, id] of asked.entries()) {
    await tickAt(startOf(index).getTime() + 90 * MINUTE);
    const session = await store.session(id);
    if (session?.state !== 'ended') continue;
    const tutor = session.tutor === theo.person.id ? theo : ada;
    const claims = [
      ['took-place', 'took-place'],
      ['took-place', undefined],
      ['tutor-missing', 'tutor-missing'],
      [undefined, 'learner-missing'],
      ['took-place', 'learner-missing'],
    ] as const;
    const [mine, theirs] = claims[index % claims.length] ?? [];
    const said = (claim: 'took-place' | 'learner-missing' | 'tutor-missing', rating?: number) => ({
      ...{ claim, rating, comment: '', notes: undefined },
    });
    if (mine) await feedback.give(lena, id, said(mine, mine === 'took-place' ? 1 + (index % 5) : undefined));
    if (theirs) await feedback.give(tutor, id, said(theirs));
  }
  await tickAt(startOf(48).getTime() + 4 * DAY);

  for (const [from, before] of [
    [START, startOf(100)],
    [startOf(10), startOf(30)],
  ] as const) {
    const report = await store.of(organization).report(from, before);
    const all = await recount(database.sql, from, before);
    const isHeld = ({ state, outcome }: Counted) =>
      state === 'ended' && (outcome === null || ['took-place', 'unknown'].includes(outcome));
    const held = all.filter(isHeld);
    const [minutes] = await database.sql<{ all: number }>(
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
  // All of it happens in there, so that nothing is equal because it is nothing.
  const whole = await store.of(organization).report(START, startOf(100));
  const sum = sumOf(whole.lines);
  expect(Math.min(sum.learnersMissing, sum.tutorMissing, sum.ratings, sum.minutes)).toBeGreaterThan(0);
  expect(new Set(whole.lines.map(({ state }) => state))).toEqual(
    new Set(['ended', 'declined', 'expired', 'cancelled']),
  );
  const none = await store.of('elsewhere').report(START, startOf(100));
  expect(none).toEqual({ lines: [], asked: 0, filled: 0, answerMinutes: undefined });
  await drop();
});
