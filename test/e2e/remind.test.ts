import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

const reminders = (human: Human) =>
  human
    .messages()
    .filter((message) => /Algebra (with|con) [\p{L} ]+ (starts|has started|empieza|ha empezado)/u.test(message));

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  /** Tomorrow at 16:00 UTC, whatever the learner's zone, confirmed now. */
  async function confirmed(): Promise<Date> {
    const { learner, tutor } = pair;
    await books(learner, tutor.name, learner.chat === 'slack' ? '2026-12-02 17:00' : '2026-12-02 10:00');
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    await pair.settled();
    const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
    return session?.startsAt ?? new Date(Number.NaN);
  }
  const before = (start: Date, minutes: number) => new Date(start.getTime() - minutes * 60_000);

  test('everybody is reminded a day, an hour and ten minutes before, once each', async () => {
    pair = await meet();
    const start = await confirmed();
    for (const [minutes, count] of [
      [24 * 60 + 1, 0],
      [24 * 60, 1],
      [24 * 60 - 1, 1],
      [60, 2],
      [30, 2],
      [10, 3],
      [5, 3],
      [-4, 3],
    ] as const) {
      await pair.moveTo(before(start, minutes));
      expect(reminders(pair.learner)).toHaveLength(count);
      expect(reminders(pair.tutor)).toHaveLength(count);
    }
    expect(reminders(pair.learner)[0]).toMatch(/\/j\//);
    expect(pair.faults).toEqual([]);
  });

  test('after a pause the bot sends one reminder that is true now, and none to who is there already', async () => {
    pair = await meet();
    const start = await confirmed();
    await pair.moveTo(before(start, 14));
    expect(reminders(pair.learner)).toHaveLength(1);
    await pair.learner.presses('Join');
    await pair.learner.waitsFor('Open the room');
    await pair.moveTo(before(start, 9));
    expect(reminders(pair.learner)).toHaveLength(1);
    expect(reminders(pair.tutor)).toHaveLength(2);
    expect(pair.faults).toEqual([]);
  });

  test('nobody is reminded after the start and a short grace', async () => {
    pair = await meet();
    const start = await confirmed();
    await pair.moveTo(before(start, -6));
    expect(reminders(pair.learner)).toHaveLength(0);
    expect(reminders(pair.tutor)).toHaveLength(0);
    expect(pair.faults).toEqual([]);
  });

  test('everybody chooses their own reminders, or none', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    const start = await confirmed();
    await learner.types('/settings');
    await learner.waitsFor('dialog: Settings');
    await learner.fills({ reminders: '2h, 30 min' });
    await learner.waitsFor('2 hours and 30 minutes');
    await tutor.types('/settings');
    await tutor.waitsFor('dialog: ');
    await tutor.fills({ reminders: 'none' });
    await pair.settled();
    for (const minutes of [24 * 60, 120, 60, 30, 10]) await pair.moveTo(before(start, minutes));
    expect(reminders(learner)).toHaveLength(2);
    expect(reminders(tutor)).toHaveLength(0);
    expect(pair.faults).toEqual([]);
  });

  test('reminders that cannot be read are refused, and what was typed is still there', async () => {
    pair = await meet();
    const { learner } = pair;
    await learner.types('/settings');
    await learner.waitsFor('dialog: Settings');
    await learner.fills({ reminders: 'soon', zone: 'Berlin' });
    await learner.waitsFor('I didn’t understand “soon”');
    if (learner.chat === 'discord') {
      await learner.presses('Change');
      await learner.waitsFor('dialog: Settings');
    }
    expect(learner.dialog()).toMatchObject({ reminders: 'soon', zone: 'Berlin' });
    expect(pair.faults).toEqual([]);
  });
});
