import { expect, test } from 'vitest';
import { bestFit, likelyRating } from '../../src/core/calendar/best-fit.ts';
import { USUAL_RULES } from '../../src/core/calendar/hours.ts';
import { APPROVED } from '../../src/core/moderation/applications.ts';
import type { Tutor } from '../../src/core/people/person.ts';

function rated(name: string, average: number, count: number): Tutor {
  const person = { id: name, organization: 'school', name, zone: 'UTC', email: undefined, reminderLeads: undefined };
  return {
    person,
    bio: '',
    subjects: [],
    lengths: [],
    defaultPlatform: undefined,
    weeklyHours: [],
    exceptions: [],
    rules: USUAL_RULES,
    ownRoom: undefined,
    platformAccount: undefined,
    isPaused: false,
    ratingSum: average * count,
    ratingCount: count,
    answerMinutes: [],
    application: APPROVED,
  };
}
const nothing = { recent: 0, common: [] };

test.each([
  ['a language in common comes first', { ada: { recent: 9, common: ['es'] }, theo: nothing }, 'ada'],
  ['then the rating, where it is better by more than chance', { ada: nothing, theo: nothing }, 'theo'],
  ['then who has the fewest sessions', { ada: { recent: 1, common: [] }, zoe: nothing }, 'zoe'],
  ['then the name, so that it is no accident', { ada: nothing, zoe: nothing }, 'ada'],
])('%s', (_, standings: Readonly<Record<string, { recent: number; common: string[] }>>, expected) => {
  const all = [rated('zoe', 4, 1), rated('theo', 4.9, 20), rated('ada', 4, 2)];
  const free = all.filter(({ person }) => person.id in standings);
  expect(bestFit(free, (id) => standings[id] ?? nothing)?.person.name).toBe(expected);
});

test('one rating of five says less than twenty of 4.8, and nobody is free where nobody is', () => {
  expect(likelyRating({ ratingSum: 5, ratingCount: 1 })).toBeLessThan(likelyRating({ ratingSum: 96, ratingCount: 20 }));
  expect(bestFit([], () => nothing)).toBeUndefined();
});
