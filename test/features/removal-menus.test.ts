import { expect, test } from 'vitest';
import type { Message } from '../../src/conversation/message.ts';
import { holidaysCard } from '../../src/features/admin/holidays-card.ts';
import { reader } from '../../src/features/shared/reader.ts';
import { availabilityCard } from '../../src/features/teaching/availability-card.ts';

const grace = { id: 'grace', name: 'Grace', organization: 'o', zone: 'Europe/Stockholm' };
const me = reader(grace as Parameters<typeof reader>[0], 'en-GB', true);
const deps = { clock: () => new Date('2026-11-30T09:00:00Z'), defaultZone: 'UTC' };
const days = Array.from({ length: 30 }, (_, index) => `2026-12-${String(index + 1).padStart(2, '0')}`);

const removable = ({ actions = [] }: Message) =>
  actions.flatMap((one) => (one.kind === 'choice' ? one.options.map(({ value }) => value) : []));

test('whatever day off is listed can be taken back, however many there are', () => {
  const closures = days.map((day) => ({ id: day, kind: 'holiday' as const, name: 'Free', from: day, until: day }));
  expect(removable(holidaysCard(closures as Parameters<typeof holidaysCard>[0], me, deps))).toEqual(days);

  const exceptions = days.map((day) => ({ id: day, kind: 'off', from: day, until: day, windows: [] }));
  const tutor = {
    person: grace,
    weeklyHours: [],
    exceptions,
    lengths: [60],
    rules: { everyMinutes: 30, aheadDays: 60 },
  };
  expect(removable(availabilityCard(tutor as unknown as Parameters<typeof availabilityCard>[0], me, deps))).toEqual(
    days,
  );
});
