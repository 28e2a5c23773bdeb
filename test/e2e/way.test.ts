import { afterEach, expect, test } from 'vitest';
import { books, forEachPair, type Pair } from '../world/pairs.ts';

forEachPair((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('the whole way of one session, from /book to the rating', async () => {
    pair = await meet();
    const { learner, tutor } = pair;

    await books(learner, tutor.name);
    await tutor.waitsFor(`${learner.name} asks you for a session`);
    expect(tutor.sees('Quadratic equations')).toBe(true);
    expect(tutor.sees('It would be your first session together')).toBe(true);

    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\/\w+/);
    await tutor.waitsFor('the first to enter must log in');
    await pair.settled();
    expect(learner.sees(`${tutor.name} confirmed`)).toBe(true);
    expect(tutor.sees('You confirmed')).toBe(true);
    expect(tutor.buttons()).not.toContain('Confirm');
    expect(pair.faults).toEqual([]);
  });
});
