import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createGroups } from '../../src/core/groups/groups.ts';
import type { CoursePlan } from '../../src/core/groups/open-course.ts';
import { may } from '../../src/core/may/may.ts';
import { Refusal } from '../../src/core/refusal.ts';
import { wallTime } from '../../src/core/series/rule.ts';
import { databaseKinds } from '../database.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

/** Tuesdays at 17:00 in London, over the change of its clocks. */
const FIRST = new Date('2026-03-10T17:00:00Z');
const ZONE = 'Europe/London';

let stage: Stage;
beforeAll(async () => {
  stage = await createStage(databaseKinds.at(-1));
});
afterEach(async () => {
  await stage.database.sql('TRUNCATE session, series, hold, delivery, alarm CASCADE');
  stage.moveTo(START);
});
afterAll(() => stage.drop());

const groups = () => createGroups(stage.store, stage.clock);

const plan = (more: Partial<CoursePlan> = {}): CoursePlan => ({
  tutor: stage.theo.person.id,
  subject: 'Algebra',
  startsAt: FIRST,
  lengthMinutes: 60,
  capacity: 2,
  minimum: 1,
  minimumUntil: new Date(FIRST.getTime() - 12 * HOUR),
  note: '',
  platform: 'jitsi',
  zone: ZONE,
  repeat: { every: 'week', end: { times: 6 } },
  ...more,
});

async function opened(more: Partial<CoursePlan> = {}) {
  const first = await groups().openCourse(stage.theo, plan(more));
  const all = () => stage.store.sessionsOfSeries(first.series?.id ?? '');
  return { first: first.id, all };
}

const learnersOf = async (all: () => ReturnType<Stage['store']['sessionsOfSeries']>) =>
  (await all()).map(({ participants }) => participants.filter(({ role }) => role === 'learner').length);

test('a course is opened at once, without the days on which its tutor has something else', async () => {
  await stage.request(new Date('2026-03-24T17:30:00Z'));
  const { all } = await opened();
  const sessions = await all();
  expect(sessions.map(({ startsAt }) => wallTime(startsAt, ZONE))).toEqual([
    '2026-03-10T17:00',
    '2026-03-17T17:00',
    ...['2026-03-31', '2026-04-07', '2026-04-14'].map((day) => `${day}T17:00`),
  ]);
  expect(new Set(sessions.map(({ state }) => state))).toEqual(new Set(['confirmed']));
  expect(sessions.map(({ minimumUntil }) => minimumUntil !== undefined)).toEqual([true, false, false, false, false]);
  expect(await stage.owed('series-card')).toEqual(['Theo']);
});

test('who signs up has a place in all; the next waits for all, and moves up in all', async () => {
  const { first, all } = await opened();
  for (const who of [stage.lena, stage.ada, stage.grace]) await groups().enrol(who, first);
  expect(await learnersOf(all)).toEqual([2, 2, 2, 2, 2, 2]);
  expect((await all()).map(({ waiting }) => waiting.length)).toEqual([1, 1, 1, 1, 1, 1]);
  // After the first has been, the rest is left, and taken.
  stage.moveTo(FIRST.getTime() + DAY);
  const third = (await all())[2]?.id ?? '';
  await groups().leave(stage.lena, third);
  expect(await learnersOf(all)).toEqual([2, 2, 2, 2, 2, 2]);
  const grace = stage.grace.person.id;
  const has = (await all()).map(({ participants }) => participants.some(({ person }) => person === grace));
  expect(has).toEqual([false, true, true, true, true, true]);
  expect((await all()).slice(1).every(({ waiting }) => waiting.length === 0)).toBe(true);
  expect(await stage.owed('enrolled')).toEqual([]);
  expect(await stage.owed('series-news')).toEqual(['Grace']);
  expect(await stage.owed('series-card')).toEqual(['Ada', 'Grace', 'Lena', 'Theo']);
});

test('who has something else at one of its times gets no place in any', async () => {
  await stage.request(new Date('2026-03-24T17:30:00Z'), stage.ada);
  const { first, all } = await opened();
  const refused = await groups()
    .enrol(stage.lena, first)
    .catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect((refused as Refusal).code).toBe('series-taken');
  expect(await learnersOf(all)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('too few, decided once: all of it is called off, and everybody hears of it once', async () => {
  const { first, all } = await opened({ minimum: 2 });
  await groups().enrol(stage.lena, first);
  await stage.tickAt(FIRST.getTime() - 12 * HOUR);
  expect(new Set((await all()).map(({ state }) => state))).toEqual(new Set(['cancelled']));
  expect(await stage.owed('series-news')).toEqual(['Lena', 'Theo']);
  expect(await stage.store.busy([stage.theo.person.id], START, new Date(START.getTime() + 90 * DAY))).toEqual([]);
});

test('too few: one has the minimum for all, and what was called off or has begun before stays as it was', async () => {
  const { first, all } = await opened({ minimum: 2 });
  await groups().enrol(stage.lena, first);
  const [, second, third] = await all();
  // The one that decides is put off by two weeks, so that the second has begun by then.
  await stage.sessions.move(stage.grace, first, new Date(FIRST.getTime() + 15 * DAY));
  await stage.sessions.cancel(stage.grace, third?.id ?? '', 'A holiday');
  const decided = FIRST.getTime() + 15 * DAY - 12 * HOUR;
  // By itself none of the others could be called off, at whatever time.
  const asked = (await all()).map((one) => may('clock', 'call-off', one, new Date(decided)).isAllowed);
  expect(asked).toHaveLength(6);
  expect(asked.filter(Boolean)).toHaveLength(1);
  await stage.tickAt(FIRST.getTime() + 7 * DAY);
  await stage.tickAt(decided);
  const closedBy = (await all()).map(({ id, state, closedBy }) => [id, state === 'cancelled' ? closedBy : 'open']);
  const by = new Map(closedBy as [string, string][]);
  expect(by.get(second?.id ?? '')).toBe('open');
  expect(by.get(third?.id ?? '')).toBe(stage.grace.person.id);
  expect([...by.values()].filter((one) => one === 'clock')).toHaveLength(4);
  expect(await stage.owed('series-news')).toEqual(['Lena', 'Theo']);
});
