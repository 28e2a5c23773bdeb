import { afterEach, expect, test } from 'vitest';
import { books, forEachPair, type Pair } from '../world/pairs.ts';

forEachPair((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('an admin sees how each platform is, and what is wrong with one that fails', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
    const { admin, zoom } = pair;
    await admin.types('/tutoring');
    await admin.waitsFor('Meeting platforms');
    expect(admin.sees(/Zoom[\s\S]*Works, as .*licensed/)).toBe(true);
    expect(admin.sees(/Today: \d+ calls?, 0 failures/)).toBe(true);
    expect(admin.sees(/Jitsi[\s\S]*Works, as meet\.jit\.si/)).toBe(true);
    expect(admin.sees('known from the buttons and the clock alone')).toBe(true);
    expect(admin.sees(/google-meet[\s\S]*Not set up/)).toBe(true);
    zoom.faults.set('expired-credentials');
    zoom.revokeTokens();
    admin.reloads();
    await admin.types('/tutoring', { what: 'status' });
    await admin.waitsFor('Doesn’t work. Its credentials aren’t accepted');
    expect(pair.faults).toEqual([]);
  });

  test('an admin sees everybody’s sessions and calls one off', async () => {
    pair = await meet();
    const { learner, tutor, admin } = pair;
    await books(learner, tutor.name);
    await pair.settled();
    await admin.types('/tutoring', { what: 'sessions' });
    await admin.waitsFor(`Algebra: ${learner.name} with ${tutor.name}`);
    await admin.presses('Open');
    await pair.settled();
    expect(admin.buttons()).toEqual(expect.arrayContaining(['Move', 'Cancel']));
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    await pair.settled();
    await admin.presses('Open');
    await pair.settled();
    expect(admin.buttons()).toEqual(expect.arrayContaining(['New link', 'Move', 'Cancel']));
    await admin.presses('Cancel');
    await admin.waitsFor('dialog: Cancel the session');
    await admin.fills({ reason: 'The school is closed that day' });
    await learner.waitsFor('The school is closed that day');
    await tutor.waitsFor('The school is closed that day');
    expect(pair.faults).toEqual([]);
  });

  test('it is for admins alone', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    for (const human of [learner, tutor]) {
      const typed = human.types('/tutoring', { what: 'sessions' });
      if (human.chat === 'discord') {
        // Discord does not even show it to them.
        await expect(typed).rejects.toThrow('is offered no command');
        continue;
      }
      await typed;
      await human.waitsFor('Only admins can do that');
    }
    expect(pair.faults).toEqual([]);
  });
});
