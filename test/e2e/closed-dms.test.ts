import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a tutor whose DMs are closed: the admins are told once, nothing is tried again until they act, then they get it', async () => {
    pair = await meet();
    const { learner, tutor, admin, slack, discord } = pair;
    if (tutor.chat === 'slack') slack.blockDms(tutor.userId, 'messages_tab_disabled');
    else discord.closeDms(tutor.userId);
    await books(learner, tutor.name);
    await admin.waitsFor(`I can’t send direct messages to ${tutor.name}`);
    await pair.settled();
    const tries = () =>
      pair.traffic.filter(({ path }) => /chat\.postMessage|\/channels\/\d+\/messages$/.test(path)).length;
    const before = tries();
    await books(learner, tutor.name, '2026-12-02 17:00');
    await pair.settled();
    expect(admin.messages().filter((message) => message.includes('I can’t send direct messages'))).toHaveLength(1);
    // Only the learner's receipt went out.
    expect(tries() - before).toBe(1);

    // They come back: the next answer says so, and what waited arrives.
    if (tutor.chat === 'slack') slack.blockDms(tutor.userId, null);
    else discord.openDms(tutor.userId);
    await tutor.types('/sessions');
    await tutor.waitsFor('I couldn’t send you direct messages lately');
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    expect(tutor.messages().filter((message) => message.includes('asks you for a session'))).toHaveLength(2);
    expect(pair.faults).toEqual([]);
  });

  test('a learner whose DMs are closed sees the receipt in the private answer, and its button works', async () => {
    pair = await meet();
    const { learner, tutor, slack, discord, app } = pair;
    if (learner.chat === 'slack') slack.blockDms(learner.userId, 'messages_tab_disabled');
    else discord.closeDms(learner.userId);
    await books(learner, tutor.name);
    await pair.settled();
    await learner.presses('Open');
    await learner.waitsFor('Your request is out');
    await pair.settled();
    await learner.presses('Cancel');
    await learner.waitsFor('dialog: Cancel the session');
    await learner.fills({ reason: '' });
    await pair.settled();
    expect((await app.store.sessions({}))[0]?.state).toBe('cancelled');
    expect(pair.faults).toEqual([]);
  });
});
