import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

/** More than a card shows, and less than fits. */
const LONG_NOTE = `Factoring. ${'And this: x² − 5x + 6. '.repeat(60)}The last word.`;

/** Discord counts signs, we count what they take: these are let through there. */
const OVER_IN_SIGNS_OF_TWO = '🧮'.repeat(1500);

test('a note that is too long is said to be too long: in Slack’s dialog, in Discord’s option and form', async () => {
  const world = await createWorld();
  const { lena, noor } = world;
  const long = 'x'.repeat(2001);
  await lena.types('/book');
  await lena.waitsFor('dialog: Book a session');
  await lena.fills({ tutor: 'Theo Park', subject: 'Algebra', when: '2026-12-01 17:00', note: long });
  expect(lena.sees('no more than 2000 characters')).toBe(true);

  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  const wish = { tutor: 'Camila Rojas', subject: 'Algebra', when: '2026-12-01T15:00:00.000Z' };
  // Where the chat itself says so, nothing reaches us.
  await expect(noor.types('/book', { ...wish, note: long })).rejects.toThrow('2000 characters');
  await noor.types('/book', { ...wish, note: OVER_IN_SIGNS_OF_TWO });
  await noor.waitsFor('That’s too long. Please use at most 2000 characters.');
  await noor.presses('Change');
  await noor.waitsFor('dialog: Book a session');
  expect(noor.dialog()?.['note']).toMatch(/^(?:🧮){900}/u);
  await expect(noor.fills({ note: long })).rejects.toThrow('2000 characters');
  await noor.fills({ when: '2026-12-01 09:00', note: OVER_IN_SIGNS_OF_TWO });
  await noor.waitsFor('That’s too long. Please use at most 2000 characters.', 2);
  expect(noor.sees('couldn’t read that')).toBe(false);
  expect(await world.app.store.sessions({})).toEqual([]);
  expect(world.faults).toEqual([]);
  await world.stop();
});

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a note that is too long for a card is read whole with a press, by both', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await books(learner, tutor.name, undefined, { note: LONG_NOTE });
    await tutor.waitsFor('asks you for a session');
    await pair.settled();
    for (const human of [learner, tutor]) {
      expect(human.sees('The last word.')).toBe(false);
      await human.presses('Read the whole note');
      await human.waitsFor('The last word.');
    }
    expect(pair.faults).toEqual([]);
  });
});
