import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('a week is a picture, with words for those who do not see it; one turns its pages', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await learner.types('/sessions');
    await learner.waitsFor('Your upcoming sessions');
    await learner.presses('My week');
    await learner.waitsFor(new RegExp(`Tue .*Algebra with ${tutor.name} \\(not answered yet\\)`));
    await learner.presses('Week after');
    await learner.waitsFor('Nothing is on in these seven days');
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    await learner.presses('From today');
    await learner.waitsFor(new RegExp(`(17:00–18:00|5:00 PM–6:00 PM) Algebra with ${tutor.name}(?! \\(not)`));
    expect(pair.faults).toEqual([]);
  });
});
