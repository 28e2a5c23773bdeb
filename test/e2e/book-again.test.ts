import { afterEach, expect, test } from 'vitest';
import { acrossChats, books, type Pair } from '../world/pairs.ts';
import { createWorld } from '../world/world.ts';

const HOUR = 3_600_000;

/** An hour of algebra that took place, up to the card with Book again. */
async function had(pair: Pair, when: string): Promise<Date> {
  const { learner, tutor } = pair;
  await books(learner, tutor.name, when);
  await tutor.waitsFor(/asks you for a session|te pide una sesión/);
  await tutor.presses(/^(Confirm|Confirmar)$/);
  await pair.settled();
  const [session] = await pair.app.store.sessions({ states: ['confirmed'] });
  const endsAt = session?.endsAt ?? new Date();
  await pair.moveTo(endsAt.getTime() + HOUR);
  return session?.startsAt ?? endsAt;
}

acrossChats((meet) => {
  let pair: Pair;
  afterEach(() => pair.stop());

  test('Book again proposes the same weekday and hour a week later, over the change of the clocks, and sends nothing before a press', async () => {
    // A Monday; the clocks of Berlin and London go forward on the 29th, those of the Americas did on the 8th.
    pair = await meet({ at: new Date('2027-03-22T09:00:00Z') });
    const { learner, app } = pair;
    const first = await had(pair, '2027-03-24 12:00');
    await learner.presses('Book again');
    await learner.waitsFor('Is this right?');
    expect(learner.sees(/Wednesday, March 31, 12:00 PM/)).toBe(true);
    await pair.settled();
    expect(await app.store.sessions({ states: ['requested'] })).toHaveLength(0);
    await learner.presses('Send the request');
    await learner.waitsFor('Your request is out', 2);
    const [again] = await app.store.sessions({ states: ['requested'] });
    const hours = ((again?.startsAt.getTime() ?? 0) - first.getTime()) / HOUR;
    // In Berlin it is the same hour on the wall: an hour less has passed.
    expect(hours).toBe(learner.chat === 'slack' ? 167 : 168);
    expect(again?.subject).toBe('Algebra');
    expect(pair.faults).toEqual([]);
  });

  test('where the tutor has something else then, the nearest open times are offered', async () => {
    pair = await meet();
    const { learner, tutor, app } = pair;
    await had(pair, '2026-12-01 17:00');
    const other = learner.chat === 'slack' ? pair.ada : pair.priya;
    const by = await pair.actor(other);
    const { person } = await pair.actor(tutor);
    const [session] = await app.store.sessions({});
    const startsAt = new Date((session?.startsAt.getTime() ?? 0) + 7 * 24 * HOUR);
    await app.reception.run(by, 'book', {
      tutor: person.id,
      subject: 'Algebra',
      when: startsAt.toISOString(),
      zone: 'Europe/Berlin',
      outside: 'read',
    });
    await learner.presses('Book again');
    await learner.waitsFor(`${tutor.name} already has something at that time`);
    const [nearest = ''] = learner.buttons().filter((label) => label.startsWith('Tue Dec 8'));
    await learner.presses(nearest);
    await learner.waitsFor('Your request is out', 2);
    expect(pair.faults).toEqual([]);
  });
});

test('Reservar otra vez: lo mismo en español', async () => {
  const world = await createWorld({ locale: 'es-ES' });
  const pair: Pair = { ...world, learner: world.lena, tutor: world.theo, admin: world.grace };
  const { lena, theo } = world;
  await lena.types('/book');
  await lena.waitsFor('dialog: Reservar una sesión');
  await lena.fills({ tutor: 'Theo Park', subject: 'Algebra', when: '2026-12-01 17:00' });
  await theo.waitsFor('te pide una sesión');
  await theo.presses('Confirmar');
  await world.settled();
  await world.moveTo('2026-12-01T18:00:00Z');
  await lena.presses('Reservar otra vez');
  await lena.waitsFor('¿Es correcto?');
  expect(lena.sees(/martes,? 8 de diciembre,? 17:00/)).toBe(true);
  expect(pair.faults).toEqual([]);
  await world.stop();
});
