import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRules, USUAL_RULES } from '../../src/core/community/rules.ts';
import { createStage, DAY, HOUR, MINUTE, START, type Stage } from './stage.ts';

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
const starting = (days: number) => new Date(START.getTime() + days * DAY + 9 * HOUR);

test('the others hear each amount of lateness once, near the start alone', async () => {
  const { sessions, lena, theo, ada } = stage;
  const id = await stage.book(starting(1));
  expect(await code(sessions.runLate(lena, id, 10))).toBe('too-early');
  stage.moveTo(starting(1).getTime() - 5 * MINUTE);
  expect(await code(sessions.runLate(ada, id, 10))).toBe('no-such-session');
  expect(await code(sessions.runLate(lena, id, 7))).toBe('not-understood');
  for (const minutes of [10, 15, 10]) await sessions.runLate(lena, id, minutes);
  expect(await code(sessions.runLate(lena, id, 10))).toBe('said-already');
  await sessions.runLate(theo, id, 5);
  expect(await stage.owed('late')).toEqual(['Lena', 'Theo', 'Theo']);
  stage.moveTo(starting(1).getTime() + 15 * MINUTE);
  expect(await code(sessions.runLate(lena, id, 5))).toBe('too-late');
});

test('learners are asked the day before where the organization wants it, and the tutor hears of silence', async () => {
  const { sessions, store, lena, theo, grace } = stage;
  const rules = createRules(store, () => START);
  expect(await code(rules.change(theo, { ...USUAL_RULES, asksComing: true }))).toBe('only-admins');
  expect(await code(rules.change(grace, { ...USUAL_RULES, mostOpen: 0 }))).toBe('not-a-number');
  const unasked = await stage.book(starting(4));
  await stage.tickAt(starting(4).getTime() - HOUR);
  expect(await stage.owed('still-coming')).toEqual([]);
  await sessions.cancel(grace, unasked, '');

  await rules.change(grace, { ...USUAL_RULES, asksComing: true });
  expect(await store.rules(lena.person.organization)).toMatchObject({ asksComing: true });
  const [one, other] = [await stage.book(starting(8)), await stage.book(starting(9))];
  const asked = starting(8).getTime() - 25 * HOUR;
  await stage.tickAt(asked - MINUTE - HOUR);
  const before = (await stage.owed('still-coming')).length;
  await stage.tickAt(asked);
  expect((await stage.owed('still-coming')).slice(before)).toEqual(['Lena']);
  await stage.tickAt(asked + 4 * HOUR);
  expect(await stage.owed('silent')).toEqual(['Theo']);
  // Who answers is not silent, and a new time is asked about anew.
  await stage.tickAt(asked + DAY);
  await sessions.willCome(lena, other);
  await stage.tickAt(asked + DAY + 4 * HOUR);
  expect(await stage.owed('silent')).toEqual(['Theo']);
  await sessions.move(grace, other, starting(12));
  expect(await code(sessions.willCome(lena, other))).toBe('changed');
  await stage.tickAt(starting(12).getTime() - 24 * HOUR);
  expect(await stage.owed('still-coming')).toEqual(['Lena', 'Lena', 'Lena']);
  expect(one).not.toBe(other);
});
