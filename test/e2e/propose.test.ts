import { afterEach, expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  async function confirmed() {
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: Zoom');
    await pair.settled();
    const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
    if (!session) throw new Error('nothing is confirmed');
    return session;
  }

  /** In Discord what was typed is read back. */
  async function suggests(human: Human, when: string) {
    await human.presses('Suggest another time');
    await human.waitsFor('dialog: Suggest another time');
    await human.fills({ when });
    await pair.settled();
    if (human.chat === 'discord') {
      await human.waitsFor('Is that what you mean?');
      await human.presses(/^Suggest: /);
    }
    await human.waitsFor('you’re both kept free then');
    await pair.settled();
  }

  test('a suggested time is one press away, and meeting, cards and reminders follow it', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'zoom,jitsi', DEFAULT_TIME_ZONE: 'Europe/Stockholm' } });
    const { learner, tutor, app, zoom } = pair;
    const before = await confirmed();
    const [old] = zoom.meetings();
    // The tutor suggests two: what is refused is no more.
    await suggests(tutor, '2026-12-03 18:00');
    await learner.waitsFor('suggests another time for');
    expect(learner.sees('Suggested: ')).toBe(true);
    await learner.presses('None of these');
    await tutor.waitsFor('can’t take any of your times');
    await pair.settled();
    expect(learner.buttons().some((label) => label.startsWith('Take '))).toBe(false);
    // The learner picks one of the tutor's open times.
    await learner.presses('Suggest another time');
    await learner.waitsFor('dialog: Suggest another time');
    const [open] = learner.choices('times');
    expect(open).toBeDefined();
    await learner.fills({ times: open ?? '' });
    await tutor.waitsFor('suggests another time for', 1);
    await pair.settled();
    await tutor.presses(/^Take /);
    await learner.waitsFor('takes your time: Algebra');
    await pair.settled();
    const after = await app.store.session(before.id);
    expect(after).toMatchObject({ state: 'confirmed', proposal: undefined, movedFromAt: before.startsAt });
    const start_time = after?.startsAt.toISOString().replace('.000Z', 'Z');
    expect(zoom.meetings()).toHaveLength(1);
    expect(zoom.meetings()[0]).toMatchObject({ id: old?.['id'], start_time });
    for (const human of [learner, tutor]) {
      expect(human.sees('Was: ')).toBe(true);
      expect(human.buttons().some((label) => label.startsWith('Take '))).toBe(false);
    }
    await pair.moveTo((after?.startsAt.getTime() ?? 0) - 10 * 60_000);
    const reminder = `Algebra with ${tutor.name} starts`;
    expect(learner.messages().filter((message) => message.includes(reminder))).toHaveLength(1);
    expect(pair.faults).toEqual([]);
  });

  test('what was declined takes place at another time after all', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'zoom,jitsi', DEFAULT_TIME_ZONE: 'Europe/Stockholm' } });
    const { learner, tutor, zoom } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await tutor.presses('Decline');
    await tutor.waitsFor('dialog: ');
    await tutor.fills({});
    await learner.waitsFor('declined');
    await pair.settled();
    await suggests(tutor, '2026-12-03 18:00');
    await learner.waitsFor('suggests another time for');
    await learner.presses(/^Take /);
    await tutor.waitsFor('takes your time: Algebra');
    await learner.waitsFor('Where: Zoom');
    await pair.settled();
    expect(zoom.meetings()).toHaveLength(1);
    // Nobody answers: both read that it is over.
    await suggests(learner, '2026-12-05 10:00');
    await pair.moveTo(pair.now().getTime() + 24 * 60 * 60_000);
    await learner.waitsFor('weren’t answered in time');
    await tutor.waitsFor('Nobody took another time in time');
    expect(pair.faults).toEqual([]);
  });
});
