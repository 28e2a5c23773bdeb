import { expect, test } from 'vitest';
import { createClosures } from '../../src/core/calendar/closures.ts';
import { newSession } from '../../src/core/session/steps.ts';
import { createStage, DAY, HOUR, START } from './stage.ts';

const day = (days: number) => new Date(START.getTime() + days * DAY);
const date = (days: number) => day(days).toISOString().slice(0, 10);

test('whoever closes a day reads which sessions lie on it, however many come before', async () => {
  const { store, clock, drop, lena, theo, grace } = await createStage();
  const closures = createClosures(store, clock, 'UTC');
  const session = (startsAt: Date) => ({
    ...newSession(
      lena.person,
      {
        ...{ tutor: theo.person.id, candidates: [], subject: 'Algebra', note: '' },
        ...{ startsAt, endsAt: new Date(startsAt.getTime() + HOUR) },
      },
      START,
    ),
    participants: [],
  });
  const last = session(day(40));
  await store.transaction(async (tx) => {
    for (let nr = 0; nr < 600; nr++) await tx.addSession(session(new Date(day(1).getTime() + nr * HOUR)));
    await tx.addSession(last);
  });
  const holiday = { kind: 'holiday', name: 'Fair', from: date(39), until: date(41) } as const;
  const {
    inside,
    closures: [added],
  } = await closures.add(grace, [holiday]);
  expect(inside.map(({ id }) => id)).toEqual([last.id]);
  expect((await closures.remove(grace, added?.id ?? '')).inside).toEqual([]);
  // Outside of a term nobody teaches.
  const term = { kind: 'term', name: 'Spring', from: date(0), until: date(30) } as const;
  expect((await closures.add(grace, [term])).inside.map(({ id }) => id)).toEqual([last.id]);
  // What is long over does not count.
  const years = Array.from({ length: 301 }, (_, nr) => ({ ...holiday, from: date(-999 + nr), until: date(-999 + nr) }));
  await closures.add(grace, years);
  await drop();
});

test('of tutors on clocks that are furthest from the school’s nothing is forgotten', async () => {
  const { store, clock, drop, lena, theo, grace } = await createStage();
  await store.transaction((tx) => tx.changePerson(theo.person.id, { zone: 'Pacific/Kiritimati' }));
  // Half past midnight of the third, where Theo is; of the first, where the school is.
  const startsAt = new Date('2026-04-02T10:30:00Z');
  const agreed = { tutor: theo.person.id, candidates: [], subject: 'Algebra', note: '' };
  const session = newSession(lena.person, { ...agreed, startsAt, endsAt: new Date(startsAt.getTime() + HOUR) }, START);
  await store.transaction((tx) => tx.addSession(session));
  const closures = createClosures(store, clock, 'Pacific/Pago_Pago');
  const holiday = { kind: 'holiday', name: 'Fair', from: '2026-04-03', until: '2026-04-03' } as const;
  expect((await closures.add(grace, [holiday])).inside.map(({ id }) => id)).toEqual([session.id]);
  await drop();
});
