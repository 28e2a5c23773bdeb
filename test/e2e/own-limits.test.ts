import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('any tutor: nobody takes more than their own limit, and hears how to take it all the same', async () => {
    pair = await meet();
    const { learner, tutor, settled } = pair;
    await books(learner, 'Any tutor', '2026-12-01 16:00');
    await tutor.waitsFor('is looking for a tutor');
    await books(learner, 'Any tutor', learner.chat === 'slack' ? '2026-12-01 18:00' : '2026-12-01 14:00');
    await settled();
    await tutor.types('/availability');
    await settled();
    await tutor.presses('Breaks and limits');
    await tutor.waitsFor('dialog: Breaks and limits');
    await tutor.fills({ aDay: '1' });
    await tutor.waitsFor('Sessions: 1 a day at most.');
    await tutor.presses('Confirm');
    await tutor.waitsFor('You confirmed');
    await settled();

    await tutor.presses('Confirm');
    await tutor.waitsFor('You take at most one session a day, and that day is full by now');
    await settled();
    expect(await pair.app.store.sessions({ states: ['confirmed'] })).toHaveLength(1);
    await tutor.presses('Breaks and limits');
    await tutor.waitsFor('dialog: Breaks and limits');
    await tutor.fills({ aDay: '2' });
    await tutor.waitsFor('Sessions: 2 a day at most.');
    await settled();
    await tutor.presses('Confirm');
    await expect.poll(async () => (await pair.app.store.sessions({ states: ['confirmed'] })).length).toBe(2);
    expect(pair.faults).toEqual([]);
  });
});
