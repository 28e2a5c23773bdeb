import { expect, test } from 'vitest';
import { sumOf } from '../../src/core/report/report.ts';
import { createStage, DAY, HOUR, MINUTE, START } from '../core/stage.ts';
import { expectAsCounted } from './as-counted.ts';

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
    await expectAsCounted(database.sql, await store.of(organization).report(from, before), from, before);
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
