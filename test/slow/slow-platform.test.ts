import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

/** How long the bot waits for one answer here: long enough for people to read that it is slow. */
const TIMEOUT_MS = 6_000;
const SIX_SECONDS = 6_000;

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('while a platform is slow both read that their room is still being made, and then get the link', async () => {
    pair = await meet({ env: { MEETING_PLATFORMS: 'zoom,jitsi' }, timeoutMs: TIMEOUT_MS });
    const { learner, tutor, zoom } = pair;
    await books(learner, tutor.name);
    await pair.settled();
    zoom.faults.set('slow');
    await tutor.presses('Confirm');
    await tutor.waitsFor(/onfirmed/);
    await expect.poll(() => pair.traffic.some(({ service }) => service === 'zoom')).toBe(true);
    expect(tutor.sees('still making the room')).toBe(false);
    const moved = pair.moveTo(pair.now().getTime() + SIX_SECONDS);
    for (const human of [learner, tutor]) await human.waitsFor('I’m still making the room: it takes longer than usual');
    zoom.faults.set(undefined);
    await moved;
    for (const human of [learner, tutor]) {
      await human.waitsFor(/Where:? Zoom/);
      expect(human.sees('still making the room')).toBe(false);
    }
    expect(pair.faults).toEqual([]);
  });
});
