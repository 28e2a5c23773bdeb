import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRules, type MessageRule, USUAL_RULES } from '../../src/core/community/rules.ts';
import { createBlocks } from '../../src/core/people/blocks.ts';
import { createTalk, type Talk } from '../../src/core/talk/talk.ts';
import { createStage, DAY, HOUR, START, type Stage } from './stage.ts';

let stage: Stage;
let talk: Talk;
beforeAll(async () => {
  stage = await createStage();
  talk = createTalk(stage.store, stage.clock);
});
afterAll(() => stage.drop());

const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  );

test('who is in a session writes to the others in it, and nobody else does or reads it', async () => {
  const { lena, theo, ada, grace, store } = stage;
  const id = await stage.book(new Date(START.getTime() + 2 * DAY));
  await talk.say(lena, id, '  Is it on?\u202e ');
  expect(await stage.owed('message')).toEqual(['Theo']);
  expect((await talk.read(theo, id, 9, 0)).map(({ text, from }) => [text, from])).toEqual([
    ['Is it on?', lena.person.id],
  ]);
  expect(await code(talk.say(ada, id, 'Me too'))).toBe('no-such-session');
  expect(await code(talk.read(ada, id, 9, 0))).toBe('no-such-session');
  expect(await code(talk.say(lena, id, ' '))).toBe('required');
  expect(await code(talk.say(lena, id, 'x'.repeat(1501)))).toBe('too-long');

  const decide = (messages: MessageRule) => createRules(store, () => START).change(grace, { ...USUAL_RULES, messages });
  expect(await code(talk.read(grace, id, 9, 0))).toBe('not-for-admins');
  await decide('seen');
  expect(await code(talk.read(grace, id, 9, 0))).toBe('done');
  await decide('off');
  expect(await code(talk.say(theo, id, 'Yes'))).toBe('no-messages');
  await decide('on');

  stage.moveTo(START.getTime() + 9 * DAY + HOUR);
  expect(await code(talk.say(theo, id, 'Yes'))).toBe('done');
  stage.moveTo(START.getTime() + 9 * DAY + HOUR + 1);
  expect(await code(talk.say(theo, id, 'Yes'))).toBe('talk-closed');
});

test('of two who are apart neither hears from the other, and neither is told so', async () => {
  const { lena, theo, store } = stage;
  stage.moveTo(START.getTime() + 20 * DAY);
  const id = await stage.book(new Date(START.getTime() + 22 * DAY));
  await talk.say(lena, id, 'Early on');
  stage.moveTo(START.getTime() + 20 * DAY + HOUR);
  await createBlocks(store, stage.clock).block(theo, lena.person.id);
  const before = (await stage.owed('message')).length;
  expect(await code(talk.say(lena, id, 'Hello?'))).toBe('done');
  expect(await stage.owed('message')).toHaveLength(before);
  // Nor by looking at what was written, or at all that is kept.
  const read = async (by: typeof lena) => (await talk.read(by, id, 9, 0)).map(({ text }) => text);
  expect([await read(lena), await read(theo)]).toEqual([['Hello?', 'Early on'], ['Early on']]);
  expect(JSON.stringify(await store.everythingAbout(theo.person.id))).not.toContain('Hello?');
  // Nor are its files had once more.
  const [last] = await talk.read(lena, id, 1, 0);
  expect(await code(talk.sendAgain(theo, last?.id ?? ''))).toBe('no-such-session');
  expect(await code(talk.sendAgain(lena, last?.id ?? ''))).toBe('done');
});
