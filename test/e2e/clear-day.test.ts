import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a tutor clears a day with one confirmation, and an admin hands over what is left of it', async () => {
    pair = await meet({ env: { DEFAULT_TIME_ZONE: 'Europe/Stockholm' } });
    const { learner, tutor, admin, app } = pair;
    await books(learner, tutor.name, learner.chat === 'slack' ? '2026-12-03 17:00' : '2026-12-03 10:00');
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: ');
    await pair.settled();

    await tutor.types('/sessions');
    await tutor.waitsFor('Your upcoming sessions');
    await tutor.presses('Clear my day');
    await tutor.waitsFor('dialog: Clear a day');
    await tutor.fills({ day: '2026-12-03', way: 'move' });
    await tutor.waitsFor('1 session with 1 person');
    expect(learner.sees('suggests another time')).toBe(false);
    await tutor.presses('Yes, move it');
    await tutor.waitsFor('Other times are suggested for 1 session');
    await learner.waitsFor('suggests another time for');
    await pair.settled();
    const [session] = await app.store.sessions({ states: ['confirmed'] });
    expect(session?.proposal?.times).toHaveLength(3);
    await learner.presses('None of these');
    await tutor.waitsFor('can’t take any of your times');
    await pair.settled();

    await admin.types('/tutoring sessions');
    await admin.waitsFor('Everybody’s upcoming sessions');
    await admin.presses('Clear a tutor’s day');
    await admin.waitsFor('dialog: Clear a day');
    await admin.fills({ tutor: tutor.name, day: '2026-12-03', way: 'hand-over' });
    await admin.waitsFor('1 session with 1 person');
    await admin.presses('Yes, hand it over');
    await admin.waitsFor('Other tutors are asked for 1 session');
    await learner.waitsFor(`${admin.name} (admin) is looking for another tutor instead of ${tutor.name}`);
    await pair.settled();
    await tutor.waitsFor('out of your calendar');
    expect((await tutor.files()).at(-1)?.text).toContain('STATUS:CANCELLED');
    const [request] = await app.store.sessions({ states: ['requested'] });
    expect(request).toMatchObject({ id: session?.id, tutor: undefined, meeting: undefined });
    expect(request?.candidates.length).toBeGreaterThan(0);
    expect(pair.faults).toEqual([]);
  });
});
