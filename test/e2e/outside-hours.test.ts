import { afterEach, expect, test } from 'vitest';
import { createWorld, type World } from '../world/world.ts';

let world: World;
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.stop();
});

test('a time picked outside the tutor’s hours is not sent before the learner has read the hours and both clocks', async () => {
  world = await createWorld();
  const { lena, theo } = world;
  await lena.types('/book');
  await lena.waitsFor('dialog: Book a session');
  await lena.fills({ tutor: 'Theo Park', subject: 'Algebra', when: '2026-12-01 09:00' });
  await lena.waitsFor('This lies outside the hours of Theo Park');
  expect(lena.sees('Mon–Fri 09:00–18:00')).toBe(true);
  expect(lena.sees(/December 1, 9:00 AM \(Berlin, GMT\+1\)/)).toBe(true);
  expect(lena.sees(/December 1, 3:00 AM \(New York, GMT-5\)/)).toBe(true);
  await world.settled();
  expect(theo.sees('asks you for a session')).toBe(false);
  await lena.presses('Send the request');
  await lena.waitsFor('Your request is out');
  await theo.waitsFor('asks you for a session');
});

test('in Discord and in Spanish too, and within the hours nothing of it is said', async () => {
  world = await createWorld();
  const { lucia } = world;
  await lucia.types('/reservar', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'mañana a las 9:30 de la mañana' });
  if (lucia.dialog()) await lucia.fills({ zone: 'Madrid' });
  await lucia.waitsFor('Queda fuera del horario de Camila Rojas');
  expect(lucia.sees('lun–vie 08:00–16:00')).toBe(true);
  expect(lucia.sees(/Para Camila Rojas.*3:30/)).toBe(true);
  await lucia.types('/reservar', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'mañana a las 17' });
  await lucia.waitsFor(/17:00 \(Madrid/);
  expect(lucia.messages().at(-1)).not.toContain('fuera del horario');
});

test('of the readings of a time, those within the tutor’s hours come first, and free ones before taken ones', async () => {
  world = await createWorld();
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'tomorrow 5pm or 1pm' });
  await noor.waitsFor('Which of these do you mean?');
  const offered = noor.buttons().filter((label) => / PM/.test(label));
  expect(offered).toEqual([expect.stringContaining('1:00 PM'), expect.stringContaining('5:00 PM')]);
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'tomorrow at 5' });
  expect(await noor.completes('/book', 'when', 'tomorrow 6am or 1pm', { tutor: 'Camila Rojas' })).toEqual([
    expect.stringContaining('1:00 PM'),
    expect.stringContaining('6:00 AM'),
  ]);
});

test('the hour that comes twice shows its offset on every button, in the suggestions and on the cards', async () => {
  world = await createWorld({ at: new Date('2026-10-28T09:00:00Z') });
  const { noor, jonas } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  const wish = { tutor: 'Jonas Weber', subject: 'Algebra', when: 'sunday 1:30am' };
  expect(await noor.completes('/book', 'when', wish.when, { tutor: 'Jonas Weber' })).toEqual([
    expect.stringContaining('GMT-5'),
    expect.stringContaining('GMT-6'),
  ]);
  await noor.types('/book', wish);
  await noor.waitsFor('Which of these do you mean?');
  expect(noor.buttons()).toEqual(expect.arrayContaining(['Sun Nov 1 1:30 AM (GMT-5)', 'Sun Nov 1 1:30 AM (GMT-6)']));
  await noor.presses('Sun Nov 1 1:30 AM (GMT-6)');
  await noor.waitsFor('outside the hours of Jonas Weber');
  await noor.presses('Send the request');
  await noor.waitsFor('(GMT-6)');
  await jonas.waitsFor('asks you for a session');
  const [session] = await world.app.store.sessions({});
  expect(session?.startsAt.toISOString()).toBe('2026-11-01T07:30:00.000Z');
});
