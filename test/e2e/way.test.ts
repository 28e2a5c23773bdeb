import { afterEach, expect, test } from 'vitest';
import type { Config } from '../../src/config/result.ts';
import { books, forEachPair, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

/** Where the first to enter must log in. Nobody follows the link here. */
const onMeetJitSi = (config: Config): Config => ({
  ...config,
  jitsi: { ...config.jitsi, baseUrl: 'https://meet.jit.si' },
});

/** From `/book` to the rating, and to the next request. */
async function goTheWholeWay(pair: Pair): Promise<void> {
  const { learner, tutor } = pair;

  // Ask.
  await books(learner, tutor.name);
  await tutor.waitsFor(`${learner.name} asks you for a session`);
  expect(tutor.sees('Quadratic equations')).toBe(true);
  expect(tutor.sees('It would be your first session together')).toBe(true);

  // Answer.
  await tutor.presses('Confirm');
  await learner.waitsFor(/\/j\/\w+/);
  await tutor.waitsFor('the first to enter must log in');
  await pair.settled();
  expect(learner.sees(`${tutor.name} confirmed`)).toBe(true);
  expect(tutor.sees('You confirmed')).toBe(true);
  expect(tutor.buttons()).not.toContain('Confirm');

  // Remind.
  const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
  const startsAt = session?.startsAt.getTime() ?? 0;
  const before = (minutes: number) => new Date(startsAt - minutes * 60_000);
  await pair.moveTo(before(60));
  expect(learner.messages().filter((message) => /Algebra with [\w ]+ starts/.test(message))).toHaveLength(1);
  await pair.moveTo(before(10));
  expect(tutor.messages().filter((message) => /Algebra with [\w ]+ starts/.test(message))).toHaveLength(2);

  // Join.
  await learner.presses('Join');
  await learner.waitsFor('Open the room');
  await tutor.presses('Join');
  await tutor.waitsFor(`${learner.name}, ${tutor.name}`);
  await tutor.presses('☐ Sound works');
  await tutor.waitsFor('☑ Sound works');
  await pair.moveTo(before(-1));
  expect((await pair.app.store.session(session?.id ?? ''))?.state).toBe('started');

  // End and rate.
  await pair.moveTo(before(-50));
  await tutor.presses('End the session');
  await tutor.waitsFor('End Algebra for everybody?');
  await tutor.presses('Yes, end it');
  await learner.waitsFor(`How was your session with ${tutor.name}?`);
  await learner.presses('Rate the session');
  await learner.waitsFor('dialog: How was it?');
  await learner.fills({ rating: '5', comment: 'Now I get it.' });
  await learner.waitsFor('You gave ★★★★★');
  await tutor.waitsFor(`How was your session with ${learner.name}?`);
  await tutor.presses('Rate the session');
  await tutor.waitsFor('dialog: How was it?');
  await tutor.fills({ rating: '4', notes: 'Practise factoring.' });
  await tutor.waitsFor('You gave ★★★★☆');
  await learner.waitsFor('Practise factoring.');
  await pair.settled();
  const [asked] = (await pair.app.store.session(session?.id ?? ''))?.participants ?? [];
  expect(asked).toMatchObject({ role: 'learner', outcome: 'took-place' });
  const rated = await pair.app.store.tutor(session?.tutor ?? '');
  expect(rated).toMatchObject({ ratingSum: 5, ratingCount: 1 });
  expect(learner.sees(/★★★★☆/)).toBe(false);
  // Lena left it so that the tutor reads it.
  expect(tutor.sees(`Comment by ${learner.name}: Now I get it.`)).toBe(true);

  // Book again: a week later, and only when it is said so.
  await learner.presses('Book again');
  await learner.waitsFor('Is this right?');
  expect(await pair.app.store.sessions({ states: ['requested'] })).toHaveLength(0);
  await learner.presses('Send the request');
  await learner.waitsFor(/Your request is out[\s\S]*Your request is out/);
  expect(pair.faults).toEqual([]);
}

forEachPair((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('the whole way of one session, from /book to the rating', async () => {
    pair = await meet({ config: onMeetJitSi });
    await goTheWholeWay(pair);
  });
});

test('the same where Slack sends signed requests over HTTP', async () => {
  const world = await createWorld({ slackOver: 'http', config: onMeetJitSi });
  await goTheWholeWay({ ...world, learner: world.lena, tutor: world.theo, admin: world.grace });
  await world.stop();
});
