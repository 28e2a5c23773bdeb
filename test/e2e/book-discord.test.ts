import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWorld, type World } from '../world/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.stop();
});

test('a city that can be several is asked about, and remembered', async () => {
  const { noor } = world;
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'tomorrow 9am' });
  await noor.waitsFor('Your city or time zone');
  await noor.fills({ zone: 'Spain' });
  await noor.waitsFor('Several places fit');
  await noor.chooses(/Canar/);
  await noor.waitsFor('Is this right?');
  // 9:00 on the Canary Islands, where it is winter time.
  expect(noor.sees(/Tuesday,? December 1.* 9:00 AM/)).toBe(true);
  expect(noor.sees('Canary')).toBe(true);
  // The zone is known from now on.
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'tomorrow 10am' });
  await noor.waitsFor(/10:00 AM/);
  expect(noor.dialog()).toBeUndefined();
});

test('/timezone offers places while one types, and says what time it is there', async () => {
  const { noor } = world;
  expect(await noor.completes('/timezone', 'zone', 'ber')).toContain('Berlin (Germany)');
  await noor.types('/timezone', { zone: 'Europe/Berlin' });
  await noor.waitsFor(/Europe\/Berlin.*10:00/);
  await noor.types('/timezone', { zone: 'Atlantis' });
  await noor.waitsFor('I don’t know a place or time zone called “Atlantis”');
});

test('when offers the tutor’s open times in the learner’s zone, and reads back what is typed', async () => {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  const open = await noor.completes('/book', 'when', '', { tutor: 'Camila Rojas' });
  // Camila teaches from 8:00 to 16:00 in Bogotá, which is 7:00 to 15:00 in Chicago in winter.
  expect(open[0]).toMatch(/Monday,? November 30.* 7:00 AM/);
  expect(open).toHaveLength(25);
  expect(await noor.completes('/book', 'when', 'tomorrow 5pm', { tutor: 'Camila Rojas' })).toEqual([
    expect.stringMatching(/Tuesday,? December 1.* 5:00 PM/),
  ]);
  expect(await noor.completes('/book', 'when', 'tomorrow at 5', {})).toHaveLength(2);
});

test('what is ambiguous is asked about, never guessed', async () => {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'tomorrow at 8' });
  await noor.waitsFor('Which of these do you mean?');
  await noor.presses(/8:00 AM/);
  await noor.waitsFor('Your request is out');
  const [session] = await world.app.store.sessions({});
  expect(session?.startsAt.toISOString()).toBe('2026-12-01T14:00:00.000Z');
});

test('what is not understood is said so, with a way back to what was typed', async () => {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'whenever', note: 'Please' });
  await noor.waitsFor('I didn’t understand when you mean');
  await noor.types('/book');
  await noor.waitsFor('dialog: Book a session');
  await noor.fills({ tutor: 'Camila Rojas', subject: 'Algebra', when: 'yesterday 5pm', note: 'Please' });
  await noor.waitsFor('That time has passed');
  await noor.presses('Edit');
  await noor.waitsFor('dialog: Book a session');
  expect(noor.dialog()).toMatchObject({
    tutor: 'Camila Rojas',
    subject: 'Algebra',
    when: 'yesterday 5pm',
    note: 'Please',
  });
  await noor.fills({ when: 'tomorrow 9am' });
  await noor.waitsFor('Is this right?');
  await noor.presses('Send the request');
  await noor.waitsFor('Your request is out');
});

test('an unknown tutor is refused in a sentence', async () => {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  await noor.types('/book', { tutor: 'Merlin', subject: 'Algebra', when: 'tomorrow 9am' });
  await noor.waitsFor('I can’t tell which tutor “Merlin” is');
});
