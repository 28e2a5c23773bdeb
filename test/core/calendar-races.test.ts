import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAvailabilities } from '../../src/core/calendar/availabilities.ts';
import { createKeeping } from '../../src/core/calendar/keeping.ts';
import { createHelpNow } from '../../src/core/session/help-now.ts';
import { databaseKinds } from '../database.ts';
import { createStage, DAY, HOUR, START } from './stage.ts';

/** All of it on one database: each test is on days of its own. */
let stage: Awaited<ReturnType<typeof createStage>>;
beforeAll(async () => {
  stage = await createStage(databaseKinds.at(-1));
});
afterAll(() => stage.drop());

test('of two who choose the same time at once it is kept for one', async () => {
  const { store, clock, theo, lena, grace } = stage;
  const keeping = createKeeping(store, clock);
  const tutor = await store.tutor(theo.person.id);
  if (!tutor) throw new Error('no tutor');
  const [startsAt, endsAt] = [new Date(START.getTime() + DAY), new Date(START.getTime() + DAY + HOUR)];
  await Promise.all([lena, grace].map((by) => keeping.keep(by, tutor, startsAt, endsAt)));
  const seenBy = async (learner: string) => {
    const asked = { people: [theo.person.id], counted: [], from: startsAt, to: endsAt, now: clock(), learner };
    return (await store.around(asked)).held.length;
  };
  expect([await seenBy(lena.person.id), await seenBy(grace.person.id)].toSorted()).toEqual([0, 1]);
});

test('of two tutors who accept at once one helps, and is there for nobody else', async () => {
  const { store, clock, theo, ada, lena } = stage;
  const help = createHelpNow(store, clock);
  await help.beFree(theo, new Date(clock().getTime() + HOUR));
  await help.beFree(ada, new Date(clock().getTime() + HOUR));
  const { help: wanted, asked } = await help.askForHelp(lena, 'Algebra');
  expect(asked).toBe(2);
  const outcomes = await Promise.allSettled([theo, ada].map((by) => help.giveHelp(by, wanted.id, 'jitsi')));
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'help-over' } });
  expect((await store.freeNow(clock())).size).toBe(1);
  await expect(help.beFree(theo, new Date(clock().getTime() + 13 * HOUR))).rejects.toMatchObject({
    code: 'free-too-long',
  });
});

test('of changes of a tutor’s time at once every one counts', async () => {
  const { store, clock, theo } = stage;
  const availabilities = createAvailabilities(store, clock);
  const day = (date: string) => ({ kind: 'off', from: date, until: date, windows: [] }) as const;
  await Promise.all([
    availabilities.addDays(theo, day('2026-04-01')),
    availabilities.addDays(theo, day('2026-04-02')),
    availabilities.setRules(theo, { mostADay: 3 }),
    availabilities.setHours(theo, [{ day: 1, from: '22:00', to: '01:00' }]),
  ]);
  const now = await store.tutor(theo.person.id);
  expect(now?.exceptions.map(({ from }) => from)).toEqual(['2026-04-01', '2026-04-02']);
  expect(now).toMatchObject({ rules: { mostADay: 3 }, weeklyHours: [{ day: 1, from: '22:00', to: '01:00' }] });
});
