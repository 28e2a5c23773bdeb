import { afterEach, expect, test } from 'vitest';
import { createBlocks } from '../../src/core/people/blocks.ts';
import type { Actor } from '../../src/core/people/person.ts';
import { createProgrammes, type ProgrammePlan } from '../../src/core/programmes/programmes.ts';
import { createQuietPairs } from '../../src/core/programmes/quiet-pairs.ts';
import { databaseKinds } from '../database.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

const PLAN: ProgrammePlan = {
  ...{ name: 'Spring', subject: 'Algebra', everyDays: 7, from: '2026-03-02', until: '2026-06-30' },
};

let stage: Stage;
afterEach(() => stage.drop());

async function begin() {
  stage = await createStage(databaseKinds.at(-1));
  const quiet = createQuietPairs(stage.store, stage.clock, 'UTC');
  const lookAt = async (days: number) => {
    stage.moveTo(START.getTime() + days * DAY + HOUR);
    await quiet();
  };
  const programmes = createProgrammes(stage.store, stage.clock, 'UTC');
  return { ...stage, programmes, lookAt };
}

const at = (days: number) => new Date(START.getTime() + days * DAY);
const code = async (deed: Promise<unknown>) =>
  deed.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
const counts = async () => [(await stage.owed('meet-again')).length, (await stage.owed('pair-quiet')).length];

test('a pair that stops meeting is asked once, then the admins are told once; meeting begins it anew', async () => {
  const { lena, theo, grace, programmes, lookAt, book } = await begin();
  const { id } = await programmes.open(grace, PLAN);
  expect(await code(programmes.open(lena, PLAN))).toBe('only-admins');
  const wanted = [{ learner: lena.person.id, tutor: theo.person.id }];
  expect(await programmes.pair(grace, id, wanted)).toEqual({ paired: 1, proposed: 0, leftOut: 0 });
  expect(await programmes.pair(grace, id, wanted)).toEqual({ paired: 0, proposed: 0, leftOut: 1 });
  expect(await stage.owed('paired')).toEqual(['Lena', 'Theo']);
  await lookAt(8);
  expect(await counts()).toEqual([0, 0]);
  await lookAt(9);
  expect(await stage.owed('meet-again')).toEqual(['Lena', 'Theo']);
  await lookAt(10);
  expect(await counts()).toEqual([2, 0]);
  await lookAt(17);
  expect(await stage.owed('pair-quiet')).toEqual(['moderation of discord', 'moderation of slack']);
  await lookAt(25);
  expect(await counts()).toEqual([2, 2]);
  // What is planned counts, and from then on it is counted anew.
  await book(at(30));
  for (const days of [33, 38]) await lookAt(days);
  expect(await counts()).toEqual([2, 2]);
  for (const days of [41, 49]) await lookAt(days);
  expect(await counts()).toEqual([4, 4]);
  await programmes.end(grace, id);
  expect(await stage.owed('paired')).toEqual(['Lena', 'Lena', 'Theo', 'Theo']);
  for (const days of [60, 80]) await lookAt(days);
  expect(await counts()).toEqual([4, 4]);
  expect(await code(programmes.pair(grace, id, wanted))).toBe('programme-over');
});

test('two processes ask nobody twice, and a term that is over ends the asking', async () => {
  const { lena, theo, grace, programmes } = await begin();
  const { id } = await programmes.open(grace, { ...PLAN, until: '2026-03-14' });
  await programmes.pair(grace, id, [{ learner: lena.person.id, tutor: theo.person.id }]);
  stage.moveTo(at(10));
  await Promise.all([1, 2, 3].map(() => createQuietPairs(stage.store, stage.clock, 'UTC')()));
  expect(await counts()).toEqual([2, 0]);
  stage.moveTo(at(20));
  await createQuietPairs(stage.store, stage.clock, 'UTC')();
  expect(await counts()).toEqual([2, 0]);
});

test('who wants nothing to do with the other is not asked, nor paired anew: the admins are told', async () => {
  const { lena, theo, grace, programmes, lookAt } = await begin();
  const { id } = await programmes.open(grace, PLAN);
  const wanted = [{ learner: lena.person.id, tutor: theo.person.id }];
  await programmes.pair(grace, id, wanted);
  await createBlocks(stage.store, stage.clock).block(lena, theo.person.id);
  for (const days of [9, 17]) await lookAt(days);
  expect(await counts()).toEqual([0, 2]);
  const { id: other } = await programmes.open(grace, PLAN);
  expect(await programmes.pair(grace, other, wanted)).toEqual({ paired: 0, proposed: 0, leftOut: 1 });
});

test('a learner alone is proposed a tutor, nobody hears of it before it is taken, and another organization finds nothing', async () => {
  const { lena, grace, programmes, store } = await begin();
  const mia = await stage.meet('Mia');
  const { id } = await programmes.open(grace, PLAN);
  const wanted = [lena, mia].map(({ person }) => ({ learner: person.id, tutor: undefined }));
  expect(await programmes.pair(grace, id, wanted)).toEqual({ paired: 0, proposed: 2, leftOut: 0 });
  const pairs = await store.pairs(id, 9, 0);
  // Each of the two tutors gets one.
  expect(new Set(pairs.map(({ tutor }) => tutor)).size).toBe(2);
  expect(await stage.owed('paired')).toEqual([]);
  const stranger: Actor = { ...grace, person: { ...grace.person, organization: 'elsewhere' } };
  expect(await code(programmes.take(stranger, id))).toBe('programme-over');
  await programmes.endPair(grace, pairs[0]?.id ?? '');
  expect(await programmes.take(grace, id)).toBe(1);
  expect(await stage.owed('paired')).toHaveLength(2);
});
