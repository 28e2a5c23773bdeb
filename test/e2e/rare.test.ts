import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  async function confirmed() {
    pair = await meet({ env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    await tutor.presses('Confirm');
    await learner.waitsFor('Where: Zoom');
    await pair.settled();
  }

  test('what is rarely done is chosen from a menu: done at once, or asked about in a dialog', async () => {
    await confirmed();
    const { learner, tutor, admin, zoom } = pair;
    const [old] = zoom.meetings();
    await tutor.presses('New link');
    await learner.waitsFor('made a new link');
    await pair.settled();
    expect(zoom.meetings()).toHaveLength(1);
    expect(zoom.meetings()[0]?.['id']).not.toBe(old?.['id']);

    await admin.types('/tutoring sessions');
    await admin.waitsFor('Everybody’s upcoming sessions');
    await admin.presses('Open');
    await pair.settled();
    await admin.presses('Move');
    await admin.waitsFor('dialog: Move the session');
    await admin.fills({ when: '2026-12-04 10:30' });
    await pair.settled();
    if (admin.chat === 'discord') {
      // What was typed is read back.
      await admin.presses(/^Move: /);
      await pair.settled();
    }
    await learner.waitsFor('moved it: Algebra');
    expect(pair.faults).toEqual([]);
  });

  test('a menu that has been overtaken says so, as a button does', async () => {
    await confirmed();
    const { learner, admin } = pair;
    await admin.types('/tutoring sessions');
    await admin.waitsFor('Everybody’s upcoming sessions');
    await admin.presses('Open');
    await pair.settled();
    await learner.presses('Cancel');
    await learner.waitsFor('dialog: Cancel the session');
    await learner.fills({ reason: 'I am ill' });
    await pair.settled();
    await admin.presses('Move');
    await admin.waitsFor('This session was cancelled');
    expect(admin.dialog()).toBeUndefined();
    expect(pair.faults).toEqual([]);
  });

  test('what cannot be undone stands last, in cards and in lists', async () => {
    await confirmed();
    const { learner, tutor } = pair;
    const rare = [
      ...['Ask to record', 'New link', 'Goals and next steps', 'Message'],
      ...['Suggest another time', 'Hand it over', 'Report or block…'],
    ];
    // Slack’s “…” ends the row, and takes five.
    const inSlack = (all: readonly string[]) => ['Join', ...all.slice(0, -5), 'Cancel', ...all.slice(-5)];
    expect(tutor.buttonsOf('Where: Zoom')).toEqual(
      tutor.chat === 'slack' ? inSlack(rare) : ['Join', ...rare, 'Cancel'],
    );
    const rarer = [
      ...['Ask to record', 'Goals and next steps', 'Message'],
      ...['Suggest another time', 'Repeat it…', 'Report or block…'],
    ];
    expect(learner.buttonsOf('Where: Zoom')).toEqual(
      learner.chat === 'slack' ? inSlack(rarer) : ['Join', ...rarer, 'Cancel'],
    );
    await learner.types('/sessions');
    await learner.waitsFor('Your upcoming sessions');
    expect(learner.buttonsOf('Your upcoming sessions').slice(0, 2)).toEqual(['Open', 'Cancel']);
    expect(pair.faults).toEqual([]);
  });
});
