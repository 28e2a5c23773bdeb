import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('who was declined asks somebody else with all that was said, from the list of those who teach it', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    await books(learner, tutor.name, '2026-12-01 17:00', { note: 'Quadratic equations' });
    await tutor.waitsFor('asks you for a session');
    await tutor.presses('Decline');
    await tutor.waitsFor('dialog: ');
    await tutor.fills({ reason: 'Away' });
    await learner.waitsFor('Away');
    await learner.presses('Ask somebody else');
    await learner.waitsFor('Tutors of Algebra');
    await learner.presses('Book Ada Obi');
    await learner.waitsFor('dialog: Book a session');
    expect(learner.dialog()).toMatchObject({
      tutor: 'Ada Obi',
      subject: 'Algebra',
      note: 'Quadratic equations',
      ...(learner.chat === 'discord' ? { when: '2026-12-01 17:00' } : {}),
    });
    await learner.fills({});
    if (learner.chat === 'discord') await learner.waitsFor('Is this right?');
    if (learner.chat === 'discord') await learner.presses('Send the request');
    await learner.waitsFor('hear from me', 2);
    const [before, again] = (await app.store.sessions({})).toSorted((a, b) => +a.requestedAt - +b.requestedAt);
    expect(again?.note).toBe('Quadratic equations');
    expect(again?.startsAt).toEqual(before?.startsAt);
    expect(pair.faults).toEqual([]);
  });

  test('what expired is booked again with all that was said but the time that has passed', async () => {
    pair = await meet();
    const { learner, tutor } = pair;
    await books(learner, tutor.name, '2026-12-01 17:00', { note: 'Quadratic equations', length: '60' });
    await pair.moveTo('2026-12-02T12:00:00Z');
    await learner.waitsFor(/expired/);
    await learner.presses('Book again');
    await learner.waitsFor('dialog: Book a session');
    const dialog = learner.dialog() ?? {};
    expect(dialog).toMatchObject({ subject: 'Algebra', note: 'Quadratic equations', length: '1 hour' });
    expect(dialog['tutor']).toContain(tutor.name);
    expect(dialog[learner.chat === 'slack' ? 'when:open' : 'when']).toBe('');
    expect(pair.faults).toEqual([]);
  });
});

test('what was typed and not sent survives a reload: /book goes on with it, until it is sent', async () => {
  const world = await createWorld();
  const { noor, lena } = world;
  await noor.types('/timezone', { zone: 'Europe/Berlin' });
  await noor.waitsFor('Europe/Berlin');
  await noor.types('/book', { tutor: 'Theo Park', subject: 'Physics', when: 'tomorrow 17:00', note: 'Optics' });
  await noor.waitsFor('Is this right?');
  noor.reloads();
  await noor.types('/book');
  await noor.waitsFor('Filled in with what you typed before');
  expect(noor.dialog()).toMatchObject({
    tutor: 'Theo Park',
    subject: 'Physics',
    when: 'tomorrow 17:00',
    note: 'Optics',
  });
  await noor.fills({});
  await noor.waitsFor('Is this right?');
  await noor.presses('Send the request');
  await noor.waitsFor('Your request is out');
  await noor.types('/book');
  await noor.waitsFor('dialog: Book a session');
  expect(noor.dialog()).toMatchObject({ tutor: 'Any tutor', note: '' });

  // In Slack the dialog itself goes with a reload; what it was refused with is kept.
  await lena.types('/book');
  await lena.waitsFor('dialog: Book a session');
  await lena.fills({ tutor: 'Ada Obi', subject: 'Python', when: '2026-11-29 17:00', note: 'Loops' });
  expect(lena.sees('That time has passed')).toBe(true);
  lena.reloads();
  await lena.types('/book');
  await lena.waitsFor('Filled in with what you typed before');
  expect(lena.dialog()).toMatchObject({ tutor: 'Ada Obi', subject: 'Python', note: 'Loops' });
  expect(world.faults).toEqual([]);
  await world.stop();
});
