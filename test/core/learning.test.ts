import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLearning, type Learning } from '../../src/core/learning/learning.ts';
import { boardOf } from '../../src/core/learning/whiteboard.ts';
import { AIMS_MOST } from '../../src/core/limits.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

let stage: Stage;
let learning: Learning;
beforeAll(async () => {
  stage = await createStage();
  learning = createLearning(stage.store, stage.clock);
});
afterAll(() => stage.drop());

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

test('a step is reminded of the day before the two meet next, once; where they meet sooner not at all, and where nothing is planned after a week', async () => {
  const { lena, theo, ada, store } = stage;
  const two = { learner: lena.person.id, tutor: theo.person.id };
  const id = await stage.book(new Date(START.getTime() + 5 * DAY));
  const step = await learning.add(theo, id, 'step', 'Exercises 1 to 5');
  expect(step.remindAt).toEqual(new Date(START.getTime() + 4 * DAY));
  expect((await learning.add(lena, id, 'goal', 'Pass')).remindAt).toBeUndefined();
  stage.moveTo(START.getTime() + 4 * DAY);
  await learning.remindDue();
  await learning.remindDue();
  expect(await stage.owed('steps')).toEqual(['Lena']);
  expect((await learning.add(theo, id, 'step', 'Until tomorrow')).remindAt).toBeUndefined();
  stage.moveTo(START.getTime() + 5 * DAY + 2 * HOUR);
  expect((await learning.add(theo, id, 'step', 'Read on')).remindAt).toEqual(
    new Date(START.getTime() + 12 * DAY + 2 * HOUR),
  );

  // Either ticks it off, and nobody else knows that it is there.
  expect(await code(learning.tick(ada, step.id))).toBe('aim-gone');
  expect((await learning.tick(lena, step.id)).doneAt).toEqual(stage.clock());
  expect((await learning.tick(theo, step.id)).doneAt).toBeUndefined();
  expect(await code(learning.add(ada, id, 'goal', 'Mine'))).toBe('no-such-session');
  expect(await code(learning.add(lena, id, 'goal', ' '))).toBe('required');
  const open = (await store.aims(two, 50)).length;
  for (let more = open; more < AIMS_MOST; more++) await learning.add(lena, id, 'goal', `Goal ${String(more)}`);
  expect(await code(learning.add(lena, id, 'goal', 'One more'))).toBe('aims-enough');
});

test('both note down what was once it is over, also where nobody came', async () => {
  const { lena, theo, ada, store } = stage;
  stage.moveTo(START.getTime() + 20 * DAY);
  const id = await stage.book(new Date(START.getTime() + 21 * DAY));
  expect(await code(learning.note(lena, id, 'Early'))).toBe('moved-on');
  await stage.tickAt(START.getTime() + 22 * DAY);
  await learning.note(lena, id, 'I had the wrong day');
  await learning.note(theo, id, 'Waited for twenty minutes');
  expect(await code(learning.note(ada, id, 'Me too'))).toBe('no-such-session');
  const session = await store.session(id);
  expect(session?.tutorNotes).toBe('Waited for twenty minutes');
  expect(session?.participants.map(({ note }) => note)).toEqual(['I had the wrong day', undefined]);
});

test('a session has one board for ever, which nobody guesses from its id', async () => {
  const id = await stage.book(new Date(START.getTime() + 30 * DAY));
  const session = await stage.store.session(id);
  const pattern = 'https://board.example/#room={room},{key}';
  const board = session && boardOf(session, pattern);
  expect(board).toMatch(/^https:\/\/board\.example\/#room=[0-9a-f]{20},[\w-]{22}$/);
  expect(session && boardOf({ ...session, participants: session.participants.toReversed() }, pattern)).toBe(board);
  const others = session?.participants.map((one) => ({ ...one, joinToken: 'guessed' })) ?? [];
  expect(session && boardOf({ ...session, participants: others }, pattern)).not.toBe(board);
  expect(board).not.toContain(id);
});
