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

const requests = () => world.app.store.sessions({});

test('Slack: words about time that were not understood fill in nothing, and stand beside the pickers', async () => {
  const { lena, slack } = world;
  await slack.types(lena.userId, 'C0LEARNING', '/book @theo algebra mid december 1pm');
  await lena.waitsFor('dialog: Book a session');
  expect(lena.dialog()).toMatchObject({ tutor: 'Theo Park', subject: 'Algebra' });
  expect([lena.dialog()?.['when:date'], lena.dialog()?.['when:time']].join('')).toBe('');
  expect(lena.sees('I don’t know what “mid december” means')).toBe(true);
});

test('Slack, in Spanish: the same', async () => {
  const { mateo, slack } = world;
  await slack.types(mateo.userId, 'C0LEARNING', '/book @theo álgebra cada tres viernes a las 17:00');
  await mateo.waitsFor('dialog: Reservar una sesión');
  expect([mateo.dialog()?.['when:date'], mateo.dialog()?.['when:time']].join('')).toBe('');
  expect(mateo.sees('no sé qué significa “cada tres”')).toBe(true);
});

test('Discord: what was read is said with what was not, and only a press sends it', async () => {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  const wish = { tutor: 'Camila Rojas', subject: 'Algebra', when: 'friday 1pm or thereabouts' };
  expect(await noor.completes('/book', 'when', wish.when, { tutor: wish.tutor })).toEqual([]);
  await noor.types('/book', wish);
  await noor.waitsFor(
    /I read Friday, December 4, 1:00 PM .*, but I don’t know what “or thereabouts” means. Is it this time/,
  );
  expect(await requests()).toEqual([]);
  await noor.presses('Change');
  await noor.waitsFor('dialog: Book a session');
  expect(noor.dialog()).toMatchObject({ when: wish.when, subject: 'Algebra' });
});

test('Discord, in Spanish: the same', async () => {
  const { lucia } = world;
  await lucia.types('/reservar', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'el viernes 17:00 más o menos' });
  if (lucia.dialog()) await lucia.fills({ zone: 'Madrid' });
  await lucia.waitsFor(/He entendido viernes 4 de diciembre, 17:00 .*, pero no sé qué significa “más o menos”/);
  expect(await requests()).toEqual([]);
});

test('a time is not today’s when another day was tried to be said', async () => {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'mid december 1pm' });
  await noor.waitsFor('I don’t know what “mid december” means. On which day, at 13:00?');
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: '1pm in Springfield tomorrow' });
  await noor.waitsFor('I don’t know what “in Springfield” means');
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'tomorrow 1pm your time' });
  await noor.waitsFor('I don’t know what time it is for “your time”');
  expect(await requests()).toEqual([]);
});

test('days and hours of which nobody said from when they count are read from now, and asked about', async () => {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: '2d5h' });
  await noor.waitsFor(/I read Wednesday, December 2, 8:00 AM .*, but I don’t know what “2d5h” means. Is it this time/);
  expect(await requests()).toEqual([]);
  await noor.presses('Wed Dec 2 8:00 AM');
  await noor.waitsFor('Your request is out');
});

test('a limit is no start: what the tutor has open until then is offered', async () => {
  const { noor } = world;
  await noor.types('/timezone', { zone: 'America/Chicago' });
  await noor.waitsFor('America/Chicago');
  await noor.types('/book', { tutor: 'Camila Rojas', subject: 'Algebra', when: 'tomorrow until 9am' });
  await noor.waitsFor('What time on Tuesday, December 1?');
  // Those in the daytime, and none after the limit.
  expect(noor.buttons().slice(0, 4)).toEqual([
    'Tue Dec 1 8:00 AM · Camila 9:00 AM',
    'Tue Dec 1 8:30 AM · Camila 9:30 AM',
    'Tue Dec 1 9:00 AM · Camila 10:00 AM',
    'More days',
  ]);
  await noor.presses('Tue Dec 1 8:30 AM · Camila 9:30 AM');
  await noor.waitsFor('hear from me');
});

test('weekly hours that end before they start are asked about with what they seem to mean', async () => {
  const { jonas } = world;
  await jonas.types('/availability', { change: 'weekdays 9-5' });
  await jonas.waitsFor('5 is before 9. Do you mean 9-17 (9am-5pm)?');
});
