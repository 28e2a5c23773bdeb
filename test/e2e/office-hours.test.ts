import { afterEach, expect, test } from 'vitest';
import { createWorld, START, type World } from '../world/world.ts';

let world: World;
afterEach(() => world.stop());

const MINUTE = 60_000;

test('office hours: people of both chats queue, are called one after the other, and each has a session of their own', async () => {
  world = await createWorld({ locale: 'en-US' });
  const { jonas, noor, lucia, lena, app } = world;
  await jonas.types('/teach', { what: 'office' });
  await jonas.waitsFor('dialog: Open office hours');
  await jonas.fills({ subject: 'Algebra', when: 'in 2 hours', length: '15' });
  await jonas.waitsFor('Your office hours are open');
  await noor.waitsFor('Office hours of Jonas Weber: Algebra');
  // In another channel too, once.
  const [office] = await app.store.offices();
  const there = { ...(await world.actor(jonas)), channel: world.discord.credentials.channels.welcome };
  for (let times = 2; times > 0; times--)
    await app.reception.run(there, 'office-announce', { office: office?.id ?? '' });
  await world.settled();
  const cards = () => noor.messages().filter((one) => one.includes('Office hours of Jonas Weber')).length;
  expect(cards()).toBe(2);
  await noor.presses('Join the queue');
  await noor.waitsFor('You’re number 1 in the queue');
  await lena.types('/tutors');
  await lena.waitsFor('Office hours of Jonas Weber');
  await lena.presses('Join the queue');
  await lena.waitsFor('You’re number 2 in the queue');
  await lucia.presses('Join the queue');
  await lucia.waitsFor('You’re number 3 in the queue');
  await lucia.presses('Leave the queue');
  await lucia.waitsFor('You’re not in the queue any more');
  await world.settled();
  expect(jonas.sees('Noor Haddad, Lena Vogel')).toBe(true);
  await jonas.presses('Join the queue');
  await jonas.waitsFor('These are your own office hours');

  await jonas.presses('Call the next one');
  await jonas.waitsFor('I’ve called Noor Haddad');
  await noor.waitsFor('It starts now. Press “Join” to enter');
  await noor.waitsFor('It’s your turn');
  await world.settled();
  // One after the other: her time, and then Lena's turn.
  expect(lena.messages().some((message) => message.includes('You’re number 1 in the queue'))).toBe(true);
  await world.moveTo(START.getTime() + 10 * MINUTE);
  await jonas.presses('Call the next one');
  await jonas.waitsFor('I’ve called Lena Vogel');
  await lena.waitsFor('It starts now. Press “Join” to enter');
  await noor.waitsFor('how was it?');
  const sessions = await app.store.sessions({ states: ['confirmed', 'started', 'ended'], order: 'soonest' });
  expect(sessions.map(({ state, endsAt }) => [state, endsAt.getTime() - START.getTime()])).toEqual([
    ['ended', 15 * MINUTE],
    ['confirmed', 25 * MINUTE],
  ]);
  await noor.presses('Join the queue');
  await jonas.waitsFor('Queue: Noor Haddad');
  await world.settled();

  // Its time is over: nobody new, and once nobody waits it closes by itself.
  await world.moveTo(START.getTime() + 121 * MINUTE);
  await lucia.presses('Join the queue');
  await lucia.waitsFor('These office hours are over, so nothing was done');
  expect((await app.store.offices()).length).toBe(1);
  await noor.presses('Leave the queue');
  await world.settled();
  await world.moveTo(START.getTime() + 122 * MINUTE);
  expect(lucia.sees(/These office hours are over\.(?! )/)).toBe(true);
  expect(await app.store.offices()).toEqual([]);
  expect(world.faults).toEqual([]);
});
