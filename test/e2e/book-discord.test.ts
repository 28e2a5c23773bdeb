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

test('where a time is refused others are offered in the zone that was said with it', async () => {
  const { noor } = world;
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: '2026-11-29 10:00' });
  await noor.waitsFor('Your city or time zone');
  await noor.fills({ zone: 'Chicago' });
  await noor.waitsFor('Press a time to ask for it. Times are yours (Chicago)');
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
  await noor.waitsFor(/I didn’t understand when you mean|I don’t know what “whenever” means/);
  await noor.types('/book');
  await noor.waitsFor('dialog: Book a session');
  await noor.fills({ tutor: 'Camila Rojas', subject: 'Algebra', when: 'yesterday 5pm', note: 'Please' });
  await noor.waitsFor('That time has passed');
  await noor.presses('Change');
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

test('open times are offered as buttons, in the learner’s zone with the tutor’s beside it, and more days', async () => {
  const { noor, lucia } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'spanish', note: 'Ser and estar' });
  await noor.waitsFor('Spanish with Camila Rojas, 1 hour');
  expect(noor.sees('Times are yours (Chicago). Beside them is Camila’s clock (Bogota).')).toBe(true);
  const times = noor.buttons().filter((label) => label.includes('Camila'));
  expect(times).toEqual([
    'Mon Nov 30 8:00 AM · Camila 9:00 AM',
    'Mon Nov 30 11:00 AM · Camila 12:00 PM',
    'Tue Dec 1 8:00 AM · Camila 9:00 AM',
    'Tue Dec 1 11:00 AM · Camila 12:00 PM',
    'Wed Dec 2 8:00 AM · Camila 9:00 AM',
    'Wed Dec 2 11:00 AM · Camila 12:00 PM',
  ]);
  await noor.presses('More days');
  await noor.waitsFor('Thu Dec 3 8:00 AM · Camila 9:00 AM');
  expect(noor.buttons()).not.toContain('Wed Dec 2 8:00 AM · Camila 9:00 AM');
  // Somebody else is quicker.
  await lucia.types('/timezone', { zone: 'Europe/Madrid' });
  await lucia.waitsFor('Europe/Madrid');
  await lucia.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: '2026-12-03T14:00:00.000Z' });
  await lucia.waitsFor('Tu solicitud está enviada');
  await noor.presses('Thu Dec 3 8:00 AM · Camila 9:00 AM');
  await noor.waitsFor('Camila Rojas already has something at that time');
  expect(noor.buttons()).toEqual(
    expect.arrayContaining(['Thu Dec 3 7:00 AM · Camila 8:00 AM', 'Thu Dec 3 9:00 AM · Camila 10:00 AM', 'Change']),
  );
  await noor.presses('Thu Dec 3 9:00 AM · Camila 10:00 AM');
  await noor.waitsFor('Your request is out');
  const [session] = await world.app.store.sessions({ startsFrom: new Date('2026-12-03T15:00:00Z') });
  expect(session).toMatchObject({ subject: 'Spanish', note: 'Ser and estar' });
});

test('Another time opens the dialog with all that was said', async () => {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  await noor.types('/book', { subject: 'algebra', length: '30', note: 'Quadratics' });
  await noor.waitsFor('Algebra with any tutor, 30 minutes');
  expect(noor.sees('At each of them a tutor is free')).toBe(true);
  await noor.presses('Another time');
  await noor.waitsFor('dialog: Book a session');
  expect(noor.dialog()).toMatchObject({ tutor: 'Any tutor', subject: 'Algebra', when: '', note: 'Quadratics' });
  // Only a day: its open times.
  await noor.fills({ when: 'on friday' });
  await noor.waitsFor('What time on Friday, December 4?');
  expect(noor.buttons().slice(0, 7)).toEqual([
    ...['8:00 AM', '9:00 AM', '11:00 AM', '12:00 PM', '2:00 PM', '3:00 PM'].map((time) => `Fri Dec 4 ${time}`),
    'More days',
  ]);
});

test('a tutor in the other chat is found by half a name or a misspelt one, and read back', async () => {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  expect(await noor.completes('/book', 'tutor', 'teo prak')).toEqual(['Theo Park']);
  expect(await noor.completes('/book', 'subject', '', { tutor: 'theo' })).toEqual(['Algebra', 'Physics']);
  await noor.types('/book', { tutor: 'Teo Prak', subject: 'Physics', when: '2026-12-01T15:00:00.000Z' });
  await noor.waitsFor('Physics with Theo Park. Nothing is sent until you press');
  await noor.presses('Send the request');
  await noor.waitsFor('Your request is out');
  // What this tutor does not teach is named with what they do, and can be changed.
  await noor.types('/book', { tutor: 'Theo Park', subject: 'Python', note: 'Loops' });
  await noor.waitsFor('“Python” isn’t on offer: Theo Park teaches Algebra and Physics.');
  await noor.presses('Change');
  await noor.waitsFor('dialog: Book a session');
  expect(noor.choices('subject')).toEqual(['Algebra', 'Physics']);
  expect(noor.dialog()?.['note']).toBe('Loops');
});

test('an unknown tutor is refused in a sentence', async () => {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  await noor.types('/book', { tutor: 'Merlin', subject: 'Algebra', when: 'tomorrow 9am' });
  await noor.waitsFor('I can’t tell which tutor “Merlin” is');
});
