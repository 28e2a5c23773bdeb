import { expect, test } from 'vitest';
import { sessionSubject } from '../../src/core/owing/subject.ts';
import { oldInstallation } from './old-installation.ts';
import { onEveryDatabase } from './with-database.ts';

/** What a session was called when it was over, and what that makes of it: its state, and its learner's outcome. */
const STATES = [
  ['requested', 'requested', undefined],
  ['confirmed', 'confirmed', undefined],
  ['declined', 'declined', undefined],
  ['expired', 'expired', undefined],
  ['cancelled', 'cancelled', undefined],
  ['started', 'started', undefined],
  ['ended', 'ended', undefined],
  ['completed', 'ended', 'took-place'],
  ['learner-no-show', 'ended', 'learner-missing'],
  ['tutor-no-show', 'ended', 'tutor-missing'],
  ['disputed', 'ended', 'disputed'],
  ['unknown', 'ended', 'unknown'],
] as const;

const AT = '2026-03-02T08:00:00Z';

onEveryDatabase((fresh) => {
  test('an installation from before keeps what became of its sessions, what people said, and how they rated', async () => {
    const database = await fresh();
    const { insert, bringUpToDate } = await oldInstallation(database, '0005_meeting_due');
    await insert('organization', { id: 'school' });
    for (const id of ['lena', 'theo']) await insert('person', { id, organization_id: 'school', name: id });
    // Each session was rated with a 3 by its learner.
    const rated = { rating_sum: 3 * STATES.length, rating_count: STATES.length };
    await insert('tutor', { person_id: 'theo', bio: '', lengths: [60], weekly_hours: [], paused: false, ...rated });
    for (const [state] of STATES) {
      const session = { id: state, organization_id: 'school', tutor_id: 'theo', subject: 'Algebra', note: '' };
      const times = { requested_at: AT, starts_at: AT, ends_at: '2026-03-02T09:00:00Z' };
      const counts = { version: 3, capacity: 1, meeting_attempt: 1 };
      await insert('session', { ...session, ...times, ...counts, state });
      const of = { session_id: state, checklist: [] };
      const lena = { person_id: 'lena', role: 'learner', position: 0, rating: 3, outcome: 'took-place' };
      const theo = { person_id: 'theo', role: 'tutor', position: 1, outcome: 'learner-missing' };
      await insert('participant', { ...of, ...lena, join_token: `lena-${state}` });
      await insert('participant', { ...of, ...theo, join_token: `theo-${state}` });
    }
    const step = { session_id: 'completed', by: 'theo', event: 'complete', from: 'ended', to: 'completed', at: AT };
    await insert('audit', { ...step, id: 1 });

    expect(await bringUpToDate()).toContain('0006_outcomes');
    const { store } = database;
    for (const [id, state, outcome] of STATES) {
      const participants = [
        { person: 'lena', claim: 'took-place', rating: 3, outcome },
        { person: 'theo', claim: 'learner-missing', rating: undefined, outcome: undefined },
      ];
      expect(await store.session(id), id).toMatchObject({ state, version: 3, participants });
    }
    expect(await store.auditOf(sessionSubject('completed'))).toMatchObject([
      { event: 'complete', from: 'ended', to: 'completed' },
    ]);
    const inAll = STATES.length - 3;
    expect(await store.tutor('theo')).toMatchObject({ ratingSum: 3 * inAll, ratingCount: inAll });
  });
});
