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

test('/book @tutor algebra tomorrow 5pm opens the dialog filled in', async () => {
  const { lena, slack } = world;
  await slack.types(lena.userId, 'C0LEARNING', '/book @theo algebra tomorrow 5pm');
  await lena.waitsFor('dialog: Book a session');
  expect(lena.dialog()).toMatchObject({
    tutor: 'Theo Park',
    subject: 'algebra',
    'when:date': '2026-12-01',
    'when:time': '17:00',
    length: '1 hour',
  });
});

test('tutors are looked for by name, with their rating', async () => {
  const { lena, theo } = world;
  const { person } = await world.actor(theo);
  await world.app.store.transaction((tx) => tx.addRating(person.id, 14, 3));
  await lena.types('/book');
  await lena.waitsFor('dialog: Book a session');
  expect(await lena.completes('/book', 'tutor', 'th')).toEqual(['Theo Park · ★ 4.7 (3)']);
  expect(await lena.completes('/book', 'tutor', '')).toContain('Any tutor');
});

test('what cannot be is refused at its field, and nothing that was typed is lost', async () => {
  const { lena, theo } = world;
  const wish = { tutor: 'Theo Park', subject: 'Algebra', when: '2026-12-01 17:00', note: 'Quadratics' };
  const refused: readonly [Partial<typeof wish>, string, string][] = [
    [{ when: '2026-11-29 17:00' }, 'when:date', 'That time has passed'],
    [{ when: '2027-03-01 17:00' }, 'when:date', 'up to 60 days ahead'],
    [{ subject: 'Knitting' }, 'subject', 'Algebra or Physics'],
  ];
  await lena.types('/book');
  await lena.waitsFor('dialog: Book a session');
  for (const [change, , sentence] of refused) {
    await lena.fills({ ...wish, ...change });
    expect(lena.reads()).toContain(sentence);
    expect(lena.dialog()?.['note']).toBe('Quadratics');
  }
  await lena.fills(wish);
  await lena.waitsFor('Your request is out');
  // The same time once more.
  await lena.types('/book');
  await lena.waitsFor('dialog: Book a session');
  await lena.fills({ ...wish, tutor: 'Ada Obi' });
  expect(lena.sees('You already have a session at that time')).toBe(true);
  await theo.waitsFor('asks you for a session');
  expect(await world.app.store.sessions({})).toHaveLength(1);
});

test('a tutor cannot book themselves, and a stranger who is mentioned is no tutor', async () => {
  const { theo, slack } = world;
  await slack.types(theo.userId, 'C0LEARNING', '/book @theo algebra tomorrow 5pm');
  await theo.waitsFor('dialog: Book a session');
  await theo.fills({ when: '2026-12-01 11:00' });
  expect(theo.sees('You can’t book yourself')).toBe(true);
  const { lena } = world;
  await slack.types(lena.userId, 'C0LEARNING', '/book @mateo algebra tomorrow 5pm');
  await lena.waitsFor('Nobody of that name teaches here');
});

test('a note of 3,001 characters is not sent', async () => {
  const { lena } = world;
  await lena.types('/book');
  await lena.waitsFor('dialog: Book a session');
  await lena.fills({ tutor: 'Theo Park', subject: 'Algebra', when: '2026-12-01 17:00', note: 'x'.repeat(3001) });
  expect(lena.dialog()).toBeDefined();
  expect(await world.app.store.sessions({})).toHaveLength(0);
});
