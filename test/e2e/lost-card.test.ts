import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a tutor who could not be sent a request for good has a card once they have answered, and one only', async () => {
    pair = await meet();
    const { learner, tutor, admin, slack, discord } = pair;
    await tutor.types('/sessions');
    await tutor.waitsFor('Nothing is planned');
    // Not a state of the person, and no limit; as often as it is tried.
    if (tutor.chat === 'slack') slack.blockDms(tutor.userId, 'restricted_action');
    else {
      const dm = discord.screen(tutor.userId).dm.id;
      discord.fail(`POST /channels/${dm}/messages`, { status: 400, message: 'Oops' }, 9);
    }
    await books(learner, tutor.name);
    await admin.waitsFor('I gave up on sending a message');
    await pair.settled();
    if (tutor.chat === 'slack') slack.blockDms(tutor.userId, null);
    tutor.reloads();
    expect(tutor.sees('asks you for a session')).toBe(false);

    await tutor.types('/sessions');
    await tutor.waitsFor('waits for your answer');
    await tutor.presses('Confirm');
    await tutor.waitsFor('Where: Jitsi');
    await pair.settled();
    tutor.reloads();
    expect(tutor.messages().filter((message) => message.includes('Where: Jitsi'))).toHaveLength(1);
    expect(tutor.buttonsOf('Where: Jitsi')).toContain('Join');
  });
});
