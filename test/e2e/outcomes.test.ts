import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { START } from '../world/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('what nobody says is for the admins of both chats to decide, who also hear of low ratings; everybody reads who decided', async () => {
    pair = await meet();
    const { learner, tutor, admin, grace, priya, app } = pair;
    await books(learner, tutor.name);
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Confirm');
    await learner.waitsFor(/\/j\//);
    const [planned] = await app.store.sessions({ states: ['confirmed'] });
    const endedAt = (planned?.endsAt.getTime() ?? 0) + 15 * 60_000;
    await pair.moveTo(endedAt);
    await pair.moveTo(endedAt + 3 * DAY);
    const asked = `${learner.name} and ${tutor.name} haven’t said`;
    for (const one of [grace, priya]) {
      await one.waitsFor(asked);
      expect(one.buttonsOf(asked)).toEqual(['It took place', 'Learner didn’t come', 'Tutor didn’t come']);
    }
    await admin.presses('It took place');
    await learner.waitsFor(`${admin.name} (admin) decided about Algebra with ${tutor.name}`);
    await tutor.waitsFor(`${admin.name} (admin) decided about Algebra with ${learner.name}`);
    await pair.settled();
    for (const one of [grace, priya]) {
      expect(one.sees('It’s decided: took place')).toBe(true);
      expect(one.sees('don’t agree')).toBe(false);
      expect(one.buttons()).not.toContain('Tutor didn’t come');
    }

    await learner.presses('Rate the session');
    await learner.waitsFor('dialog: How was it?');
    await learner.fills({ rating: '2', comment: 'We had no sound.', readers: 'admins' });
    for (const one of [grace, priya]) await one.waitsFor(`${learner.name} gave ★★☆☆☆`);
    expect(priya.sees('We had no sound.')).toBe(true);
    expect(tutor.sees('We had no sound.')).toBe(false);
    expect(pair.faults).toEqual([]);
  });

  test('a tutor who lets three requests in a row expire is paused, reads how to come back, and does', async () => {
    pair = await meet();
    const { learner, tutor, grace, priya } = pair;
    for (const [index, day] of ['2026-12-04', '2026-12-07', '2026-12-10'].entries()) {
      await books(learner, tutor.name, `${day} 17:00`);
      await pair.moveTo(START.getTime() + (index + 1) * 3 * DAY);
    }
    await tutor.waitsFor('You’re paused');
    for (const one of [grace, priya]) await one.waitsFor(`${tutor.name} is paused`);
    await learner.types('/tutors');
    await learner.waitsFor('Tutors');
    expect(learner.buttons()).not.toContain(`Book ${tutor.name}`);
    await tutor.presses('Take requests again');
    await tutor.waitsFor('Welcome back!');
    learner.reloads();
    await learner.types('/tutors');
    await expect.poll(() => learner.buttons()).toContain(`Book ${tutor.name}`);
    expect(pair.faults).toEqual([]);
  });

  test('who stays away three times comes to the admins of both chats; how fast the tutor answered stands on their page', async () => {
    pair = await meet();
    const { learner, tutor, grace, priya, app } = pair;
    for (const [index, day] of ['2026-12-01', '2026-12-02', '2026-12-03'].entries()) {
      await books(learner, tutor.name, `${day} 17:00`);
      await tutor.waitsFor('asks you for a session');
      await pair.settled();
      await tutor.presses('Confirm');
      await learner.waitsFor(/confirmed: Algebra/, index + 1);
      await pair.settled();
      const [planned] = await app.store.sessions({ states: ['confirmed'] });
      await pair.moveTo((planned?.endsAt.getTime() ?? 0) + 15 * 60_000);
      for (const one of [tutor, learner]) {
        await one.presses('It didn’t take place');
        await one.waitsFor('dialog: What happened?');
        await one.fills({ missing: 'learner' });
        await one.waitsFor('Thank you!');
        await pair.settled();
      }
    }
    for (const one of [grace, priya]) await one.waitsFor(`${learner.name} has missed 3 sessions in 60 days`);
    await learner.types('/tutors');
    await learner.waitsFor('usually answers within minutes');
    expect(pair.faults).toEqual([]);
  });
});
