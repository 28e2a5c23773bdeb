import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRules, USUAL_RULES } from '../../src/core/community/rules.ts';
import { weekOf } from '../../src/core/session/fair-share.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

describe('a week is from Monday to Sunday on the learner’s calendar, whatever the clocks do', () => {
  test.each([
    ['America/New_York', '2026-03-08T12:00', '2026-03-02', 167],
    ['America/New_York', '2026-11-01T23:59', '2026-10-26', 169],
    ['Europe/London', '2026-03-29T00:30', '2026-03-23', 167],
    ['Europe/London', '2026-10-25T23:00', '2026-10-19', 169],
    ['America/Santiago', '2026-09-06T12:00', '2026-08-31', 167],
    ['America/Santiago', '2026-04-04T12:00', '2026-03-30', 169],
    ['Australia/Sydney', '2026-10-04T12:00', '2026-09-28', 167],
    ['Australia/Sydney', '2026-04-05T12:00', '2026-03-30', 169],
    ['Australia/Lord_Howe', '2026-10-04T12:00', '2026-09-28', 167.5],
    ['Australia/Lord_Howe', '2026-04-05T12:00', '2026-03-30', 168.5],
    ['Asia/Kolkata', '2026-03-30T00:00', '2026-03-30', 168],
    ['Asia/Kathmandu', '2026-03-29T23:59', '2026-03-23', 168],
    ['Pacific/Kiritimati', '2026-03-30T00:00', '2026-03-30', 168],
    ['Pacific/Apia', '2011-12-31T12:00', '2011-12-26', 144],
  ])('%s, %s', (zone, wall, monday, hours) => {
    const at = new Date(Temporal.ZonedDateTime.from(`${wall}[${zone}]`).epochMilliseconds);
    const { from, to } = weekOf(at, zone);
    const local = from.toTemporalInstant().toZonedDateTimeISO(zone);
    expect(local.toPlainDateTime().toString({ smallestUnit: 'minute' })).toBe(`${monday}T00:00`);
    expect((to.getTime() - from.getTime()) / HOUR).toBe(hours);
    expect(at >= from && at < to).toBe(true);
  });
});

let stage: Stage;
beforeAll(async () => {
  stage = await createStage();
});
afterAll(() => stage.drop());

const code = async (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
const at = (days: number, hours = 9) => new Date(START.getTime() + days * DAY + hours * HOUR);

test('a learner has as many sessions ahead, and in a week, as the organization gives each', async () => {
  const { sessions, store, grace, theo, lena } = stage;
  const rules = createRules(store, () => START);
  await rules.change(grace, { ...USUAL_RULES, mostWeekly: 2 });
  await stage.book(at(7));
  const second = await stage.request(at(8));
  expect(await code(stage.request(at(9)))).toBe('too-many-weekly');
  await stage.request(at(14));
  // What was declined or called off counts no more; what took place does.
  await sessions.decline(theo, second, 1, '');
  await stage.request(at(9));
  expect(await code(stage.request(at(10)))).toBe('too-many-weekly');

  await rules.change(grace, { ...USUAL_RULES, mostOpen: 4 });
  await stage.request(at(10));
  expect(await code(stage.request(at(21)))).toBe('too-many-open');
  expect(
    await code(
      sessions.check(lena, {
        tutor: theo.person.id,
        subject: 'Algebra',
        startsAt: at(21),
        lengthMinutes: 60,
        note: '',
      }),
    ),
  ).toBe('too-many-open');
  // Two at once cannot both be the last one.
  await rules.change(grace, { ...USUAL_RULES, mostOpen: 5 });
  expect((await Promise.all([code(stage.request(at(21))), code(stage.request(at(22)))])).toSorted()).toEqual([
    'done',
    'too-many-open',
  ]);
  await rules.change(grace, USUAL_RULES);
});

test('who moves into a full week, or takes a time in one, has too many there as well; people book as far ahead as the organization lets them', async () => {
  const { sessions, store, grace, theo, lena } = stage;
  const rules = createRules(store, () => START);
  await rules.change(grace, { ...USUAL_RULES, horizonDays: 366 });
  const offer = await store.tutor(theo.person.id);
  if (!offer) throw new Error('Theo teaches');
  const planning = (aheadDays: number) =>
    store.transaction((tx) => tx.saveAvailability(theo.person.id, { ...offer, rules: { ...offer.rules, aheadDays } }));
  await planning(366);
  const [first, , third] = [await stage.book(at(280)), await stage.book(at(281)), await stage.book(at(290))];
  await rules.change(grace, { ...USUAL_RULES, horizonDays: 366, mostWeekly: 2 });
  expect(await code(sessions.move(grace, third ?? '', at(282)))).toBe('too-many-weekly');
  expect(await code(sessions.move(grace, first, at(282)))).toBe('done');
  await sessions.propose(theo, third ?? '', [at(283)]);
  expect(await code(sessions.takeTime(lena, third ?? '', at(283), 'jitsi'))).toBe('too-many-weekly');
  expect(await code(stage.request(at(360)))).toBe('done');
  expect(await code(rules.change(grace, { ...USUAL_RULES, horizonDays: 367 }))).toBe('not-a-number');
  await rules.change(grace, USUAL_RULES);
  // No tutor plans further ahead than all others may.
  expect((await store.tutor(theo.person.id))?.rules.aheadDays).toBe(60);
  expect(await code(stage.request(at(70)))).toBe('too-far');
  await planning(60);
});

test('who cancels late can, and it is counted for them; not for admins, requests, or in good time', async () => {
  const { sessions, store, lena, theo, grace } = stage;
  const counted = async () => (await store.lateCancels(START)).map(({ person, count }) => [person, count]);
  const cancels = async (by: Stage['lena'], hoursBefore: number, days: number) => {
    stage.moveTo(at(days - 3));
    const id = await stage.book(at(days));
    stage.moveTo(at(days).getTime() - hoursBefore * HOUR);
    return (await sessions.cancel(by, id, 'Ill')).cancelledLate;
  };
  expect(await cancels(lena, 12, 30)).toBe(false);
  expect(await cancels(lena, 11, 33)).toBe(true);
  expect(await cancels(theo, 1, 36)).toBe(true);
  expect(await cancels(lena, 1, 39)).toBe(true);
  expect(await cancels(grace, 1, 42)).toBe(false);
  const request = await stage.request(at(43));
  stage.moveTo(at(43).getTime() - HOUR);
  expect((await sessions.cancel(lena, request, '')).cancelledLate).toBe(false);
  expect(await counted()).toEqual([
    [lena.person.id, 2],
    [theo.person.id, 1],
  ]);
  await createRules(store, () => START).change(grace, { ...USUAL_RULES, lateCancelHours: 0 });
  expect(await cancels(lena, 1, 46)).toBe(false);
});
