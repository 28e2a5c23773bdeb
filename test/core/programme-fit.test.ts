import { expect, test } from 'vitest';
import { hoursInCommon, propose } from '../../src/core/programmes/fit.ts';

const now = new Date('2026-01-12T12:00Z');

function tutor(id: string, zone: string, from = '16:00', to = '19:00') {
  const person = { id, name: id, zone, organization: 'school', email: undefined, reminderLeads: undefined };
  return { person, weeklyHours: [1, 2, 3, 4, 5].map((day) => ({ day, from, to })) };
}

test('hours are those of the tutor in the learner’s daytime, wherever both are', () => {
  const common = (of: ReturnType<typeof tutor>, zone: string) => hoursInCommon(of, { zone }, now, 'UTC');
  expect(common(tutor('t', 'Europe/Berlin'), 'Europe/Berlin')).toBe(15);
  expect(common(tutor('t', 'Europe/Berlin'), 'America/Chicago')).toBe(15);
  expect(common(tutor('t', 'America/Los_Angeles'), 'Europe/Berlin')).toBe(0);
  // Over midnight, and from one week into the other.
  expect(common(tutor('t', 'UTC', '22:00', '02:00'), 'Asia/Tokyo')).toBe(15);
});

test('languages count, hours count, and all get some', () => {
  const tutors = [
    { tutor: tutor('Ada', 'Europe/Madrid'), languages: ['es'], pairs: 0 },
    { tutor: tutor('Theo', 'America/Los_Angeles'), languages: ['en'], pairs: 0 },
    { tutor: tutor('Jo', 'Europe/Berlin'), languages: ['en'], pairs: 0 },
  ];
  const seeking = (id: string, zone: string, language: string) => ({
    ...{ person: { id, zone }, languages: [language], apartFrom: new Set(id === 'Lucas' ? ['Ada'] : []) },
  });
  const found = propose(
    [
      seeking('Lucía', 'Europe/Madrid', 'es'),
      seeking('Lena', 'Europe/Berlin', 'en'),
      ...[1, 2, 3, 4].map((nr) => seeking(`learner ${String(nr)}`, 'Europe/Berlin', 'en')),
    ],
    tutors,
    now,
    'UTC',
  );
  expect(found.get('Lucía')).toBe('Ada');
  expect(found.get('Lena')).toBe('Jo');
  expect(new Set([1, 2, 3, 4].map((nr) => found.get(`learner ${String(nr)}`)))).toEqual(new Set(['Jo', 'Theo']));
  expect(propose([seeking('Lucas', 'Europe/Madrid', 'es')], tutors, now, 'UTC').get('Lucas')).toBe('Jo');
  expect(propose([seeking('Ada', 'UTC', 'es')], tutors.slice(0, 1), now, 'UTC').size).toBe(0);
});
