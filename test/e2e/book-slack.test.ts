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
    subject: 'Algebra',
    'when:open': 'Tue Dec 1 5:00 PM · Theo 11:00 AM',
    length: '1 hour',
  });
});

test.each([
  ['lena', '/book algebra with Theo tomorrow 17:00', 'dialog: Book a session', 'Algebra', '17:00'],
  [
    'lena',
    '/book can I have phisics with theo park tomorrow at 5 pm please',
    'dialog: Book a session',
    'Physics',
    '17:00',
  ],
  ['mateo', '/book álgebra con Theo mañana a las 10:00', 'dialog: ', 'Algebra', '10:00'],
] as const)(
  'a name behind the command is the tutor’s, as in words to the bot: %s types %s',
  async (who, typed, dialog, subject, time) => {
    const { [who]: person, slack } = world;
    await slack.types(person.userId, 'C0LEARNING', typed);
    await person.waitsFor(dialog);
    const filled = person.dialog() ?? {};
    expect(filled).toMatchObject({ tutor: 'Theo Park', subject });
    expect(Object.values(filled).join(' ')).toMatch(time === '17:00' ? /Tue Dec 1 5:00 PM/ : /2026-12-01|1 dic/);
  },
);

test('a subject is taken for no part of another word', async () => {
  const { theo, lena, slack } = world;
  await theo.types('/teach');
  await theo.waitsFor('dialog: ');
  await theo.fills({ subjects: 'Algebra, Art' });
  await world.settled();
  await slack.types(lena.userId, 'C0LEARNING', '/book tomorrow at quarter past five pm, art with Theo');
  await lena.waitsFor('dialog: Book a session');
  expect(lena.dialog()).toMatchObject({ tutor: 'Theo Park', subject: 'Art', 'when:time': '17:15' });
});

test('a time that is not among the open ones opens the dialog with it in the pickers', async () => {
  const { lena, slack } = world;
  await slack.types(lena.userId, 'C0LEARNING', '/book @theo algebra tomorrow 7am');
  await lena.waitsFor('dialog: Book a session');
  expect(lena.dialog()).toMatchObject({
    'when:open': 'Another time …',
    'when:date': '2026-12-01',
    'when:time': '07:00',
  });
});

test('subjects, lengths and open times follow the tutor, and what was typed stays', async () => {
  const { lena } = world;
  await lena.types('/book');
  await lena.waitsFor('dialog: Book a session');
  await lena.fillsIn({ note: 'Quadratics', tutor: 'Theo Park' });
  expect(lena.sees('Theo Park teaches Algebra and Physics')).toBe(true);
  expect(lena.choices('subject')).toEqual(['Algebra', 'Physics']);
  expect(lena.choices('length')).toEqual(['30 minutes', '1 hour', '1 hour 30 minutes']);
  // 9:00 to 18:00 in New York.
  expect(lena.choices('when')).toContain('Mon Nov 30 3:00 PM · Theo 9:00 AM');
  await lena.fillsIn({ subject: 'Physics', when: 'Tue Dec 1 8:00 PM · Theo 2:00 PM' });
  // Jonas teaches no physics, and not at that time: neither of the two is left as chosen, and the hint says why.
  await lena.fillsIn({ tutor: 'Jonas Weber' });
  expect(lena.choices('subject')).toEqual(['Algebra', 'Essay writing']);
  expect(lena.sees('“Physics” isn’t on offer: Jonas Weber teaches Algebra and Essay writing.')).toBe(true);
  expect(lena.dialog()).toMatchObject({ subject: '', 'when:open': '', note: 'Quadratics' });
  await lena.fills({ subject: 'Essay writing', when: 'Tue Dec 1 5:00 PM · Jonas 4:00 PM' });
  await lena.waitsFor('Your request is out');
  const [session] = await world.app.store.sessions({});
  expect(session).toMatchObject({ subject: 'Essay writing', note: 'Quadratics' });
  expect(session?.startsAt).toEqual(new Date('2026-12-01T16:00:00Z'));
});

test('a time that was taken meanwhile is refused at its field, with the nearest free ones', async () => {
  const { lena, mateo } = world;
  await lena.types('/book');
  await lena.waitsFor('dialog: Book a session');
  await lena.fillsIn({ tutor: 'Theo Park', subject: 'Algebra', when: 'Tue Dec 1 5:00 PM · Theo 11:00 AM' });
  // What she has chosen is kept for her, but not for ever.
  await mateo.types('/book');
  await mateo.waitsFor('dialog: ');
  await mateo.fills({ tutor: 'Theo Park', subject: 'Algebra', when: '2026-12-01 10:00' });
  expect(mateo.reads()).toContain('Theo Park ya tiene algo a esa hora.');
  await world.moveTo(world.now().getTime() + 11 * 60_000);
  await mateo.fills({});
  await mateo.waitsFor('Tu solicitud está enviada');
  await lena.fills({ note: 'Quadratics' });
  expect(lena.sees('when:open')).toBe(true);
  expect(lena.reads()).toContain('Theo Park already has something at that time.');
  expect(lena.reads()).toMatch(/Free near it: .*Tue Dec 1 4:00 PM · Theo 10:00 AM.*Tue Dec 1 6:00 PM · Theo 12:00 PM/);
  expect(lena.dialog()?.['note']).toBe('Quadratics');
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
  // Send was pressed twice.
  await lena.types('/book');
  await lena.waitsFor('dialog: Book a session');
  await lena.fills(wish);
  expect(lena.sees(/You’ve already asked Theo Park for a session then \(.*(17:00|5:00 PM)/)).toBe(true);
  // The same time once more.
  await lena.fills({ ...wish, tutor: 'Ada Obi' });
  expect(lena.sees('You already have a session at that time')).toBe(true);
  await theo.waitsFor('asks you for a session');
  expect(await world.app.store.sessions({})).toHaveLength(1);
});

test('a subject that is typed and that this tutor does not teach is named, with what they do', async () => {
  const { lena, slack } = world;
  await slack.types(lena.userId, 'C0LEARNING', '/book @theo knitting');
  await lena.waitsFor('“knitting” isn’t on offer: Theo Park teaches Algebra and Physics.');
  expect(lena.dialog()).toMatchObject({ tutor: 'Theo Park', subject: '' });
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

test('/tutorline timezone with a place saves it at once; one that nobody knows is asked for', async () => {
  const { lena, slack } = world;
  await slack.types(lena.userId, 'C0LEARNING', '/tutorline timezone Madrid');
  await lena.waitsFor('Your time zone is Europe/Madrid');
  expect(lena.dialog()).toBeUndefined();
  await slack.types(lena.userId, 'C0LEARNING', '/tutorline timezone Atlantis');
  await lena.waitsFor('dialog: Your time zone');
  expect(lena.dialog()).toMatchObject({ zone: 'Atlantis' });
});
