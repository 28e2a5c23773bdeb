import { expect, test } from 'vitest';
import type { Human } from '../world/human.ts';
import { createWorld } from '../world/world.ts';

test('a course of ten weeks: eight learners of both chats, one of whom waits and moves up in all of it; its meetings come when they are needed', async () => {
  const world = await createWorld({ locale: 'en-US', env: { MEETING_PLATFORMS: 'zoom,jitsi' } });
  const { jonas, lena, mateo, ada, grace, noor, lucia, camila, priya, app, zoom } = world;
  await jonas.types('/teach', { what: 'group' });
  await jonas.waitsFor('dialog: Open a group session');
  await jonas.fills({ subject: 'Algebra', when: 'every Wednesday at 17:00 for ten weeks', places: '2-7' });
  await jonas.waitsFor('Nothing is opened until');
  expect(jonas.sees('every Wednesday at')).toBe(true);
  await jonas.presses('Open it');
  await jonas.waitsFor('It’s open, and I’m announcing it');
  await noor.waitsFor('a course of 10');
  await world.settled();
  // One of them is this week, so that one meeting is made.
  expect(zoom.meetings()).toHaveLength(1);

  const signsUp = async (human: Human) => {
    // Its card stands in the server; in the other chat it is found among the tutors.
    if (human.chat === 'slack') await human.types('/tutors');
    await human.waitsFor('Group session: Algebra');
    await human.presses('Sign up');
    await human.waitsFor('You’re signed up. The details come');
  };
  for (const human of [noor, lena, lucia, mateo, camila, ada, grace]) await signsUp(human);
  await world.settled();
  await priya.presses('Join the waitlist');
  await priya.waitsFor('number 1 on the waitlist');
  await lena.waitsFor('10 times');
  const [first] = await app.store.sessions({ states: ['confirmed'], order: 'soonest' });
  const all = () => app.store.sessionsOfSeries(first?.series?.id ?? '');
  expect((await all()).map(({ participants }) => participants.length)).toEqual(Array(10).fill(8));

  // All of it is in her calendar, by one file.
  const files = async (human: Human) => (await human.files()).filter(({ text }) => text.includes('BEGIN:VEVENT'));
  const eventsIn = (text = '') => text.split('BEGIN:VEVENT').length - 1;
  expect((await files(lena)).map(({ text }) => eventsIn(text))).toEqual([10]);

  // One date she cannot come: she leaves that one alone, and nobody who waits for all of it moves up.
  await lena.presses('Leave');
  await lena.waitsFor('dialog: Leave the course');
  await lena.fills({ scope: lena.choices('scope').find((one) => one.startsWith('Only')) ?? '' });
  await lena.waitsFor('You’ve left');
  await world.settled();
  expect((await all()).map(({ participants }) => participants.length)).toEqual([7, ...Array(9).fill(8)]);
  expect((await files(lena)).at(-1)?.text).toMatch(/METHOD:CANCEL[\s\S]*STATUS:CANCELLED/);
  expect(lena.sees('9 times')).toBe(true);
  await lena.presses('Leave');
  await lena.waitsFor('dialog: Leave the course');
  await lena.fills({});
  await lena.waitsFor('You’ve left', 2);
  await world.settled();
  const last = (await files(lena)).at(-1)?.text;
  expect([eventsIn(last), last?.includes('METHOD:CANCEL')]).toEqual([9, true]);
  await priya.waitsFor('A place came free');
  await world.settled();
  expect((await all()).map(({ participants }) => participants.length)).toEqual(Array(10).fill(8));
  expect(priya.messages().filter((one) => one.includes('A place came free'))).toHaveLength(1);
  await world.moveTo('2026-12-03T09:00:00Z');
  expect(zoom.meetings().length).toBeGreaterThan(1);
  // The first is over: the card in the channel is about those to come, and one can still sign up for them.
  expect(noor.sees(/Repeats: every Wednesday[\s\S]*2\. .* · confirmed/)).toBe(true);
  expect(noor.messages().find((one) => one.includes('Repeats: every Wednesday'))).not.toMatch(/\n1\. /);
  expect(world.faults).toEqual([]);
  await world.stop();
});
