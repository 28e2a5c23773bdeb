import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRules, USUAL_RULES } from '../../src/core/community/rules.ts';
import { asGiven } from '../../src/core/talk/file-kind.ts';
import { createTalk, type Talk } from '../../src/core/talk/talk.ts';
import { createStage, DAY, START, type Stage } from './stage.ts';

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

const PHOTO = new Uint8Array(Buffer.from('\x89PNG\r\n\x1a\n and the picture', 'latin1'));
const sent = (name: string, bytes = PHOTO, size = bytes.length) => ({ name, size, fetch: async () => bytes });

test('what a file is says its content, and its name ends as such files do', () => {
  const named = (name: string, text: string) => {
    const file = asGiven(name, Buffer.from(text, 'latin1'));
    return file && [file.name, file.type];
  };
  expect(named('page 3.PNG', '\x89PNG\r\n\x1a\n…')).toEqual(['page-3.png', 'image/png']);
  expect(named('photo.png', '\xff\xd8\xff\xe0')).toEqual(['photo.png.jpg', 'image/jpeg']);
  expect(named('IMG_1.HEIC', '\0\0\0\x18ftypheic')).toEqual(['IMG_1.heic', 'image/heic']);
  expect(named('../../etc/passwd', '%PDF-1.7')).toEqual(['etc-passwd.pdf', 'application/pdf']);
  expect(named('', 'x = 3')).toEqual(['file.txt', 'text/plain']);
  expect(named('steps.md', '# One')).toEqual(['steps.md', 'text/plain']);
  expect(named('harmless.png', 'MZ\x90\0')).toBeUndefined();
  expect(named('a.txt', '<!DOCTYPE html><script>')).toBeUndefined();
  expect(named('drawing.svg', '<svg onload="x()">')).toBeUndefined();
  expect(named('empty.txt', '')).toBeUndefined();
  expect(asGiven(`${'long'.repeat(99)}.png`, PHOTO)?.name).toMatch(/^(long)+.*…\.png$/);
});

test('too many, too large, of another kind or not to be had: nothing is kept, and a sentence says why', async () => {
  const { lena, database } = stage;
  const many = ['1', '2', '3', '4'].map((name) => sent(name));
  expect(await code(talk.keep(lena, many))).toBe('too-many-files');
  expect(await code(talk.keep(lena, [sent('large.png', PHOTO, 8 * 1024 * 1024 + 1)]))).toBe('file-too-large');
  expect(await code(talk.keep(lena, [sent('a.png'), sent('run.png', Buffer.from('MZ\x90\0', 'latin1'))]))).toBe(
    'file-of-no-kind',
  );
  const notThere = { name: 'a.png', size: 3, fetch: async () => undefined };
  expect(await code(talk.keep(lena, [notThere]))).toBe('file-not-there');
  expect(await database.sql('SELECT FROM given_file')).toHaveLength(0);
});

test('files go with one message of whoever sent them, to who is in it; and go with it', async () => {
  const { lena, theo, ada, grace, store, database } = stage;
  const ours = store.of(lena.person.organization);
  const id = await stage.book(new Date(START.getTime() + 2 * DAY));
  const files = await talk.keep(lena, [sent('one.png'), sent('two.png')]);
  expect(await code(talk.say(theo, id, 'Mine?', files))).toBe('files-gone');
  expect(await code(talk.say(ada, id, '', files))).toBe('no-such-session');
  expect(await talk.read(theo, id, 9, 0)).toEqual([]);
  await talk.say(lena, id, '', files);
  expect(await stage.owed('message')).toEqual(['Theo']);
  expect(await code(talk.say(lena, id, 'Again', files))).toBe('files-gone');
  const [message] = await talk.read(theo, id, 9, 0);
  expect(message).toMatchObject({ text: '', files: ['one.png', 'two.png'] });
  const [first] = await ours.filesOf(message?.id ?? '');
  expect(first).toEqual({ name: 'one.png', type: 'image/png', bytes: PHOTO });

  // Later they come once more to whoever may read what was written.
  await talk.sendAgain(theo, message?.id ?? '');
  expect(await code(talk.sendAgain(ada, message?.id ?? ''))).toBe('no-such-session');
  expect(await code(talk.sendAgain(theo, 'guessed'))).toBe('no-such-session');
  expect(await code(talk.sendAgain(grace, message?.id ?? ''))).toBe('not-for-admins');
  await createRules(store, () => START).change(grace, { ...USUAL_RULES, messages: 'seen' });
  await talk.sendAgain(grace, message?.id ?? '');
  expect(await stage.owed('files')).toEqual(['Grace', 'Theo']);

  // What was never given is kept for a while, and not without end.
  for (let nr = 1; nr <= 4; nr++) await talk.keep(lena, [sent('a.png'), sent('b.png'), sent('c.png')]);
  expect(await database.sql('SELECT FROM given_file WHERE relayed_id IS NULL')).toHaveLength(9);
  await store.transaction((tx) => tx.removeFilesBefore(new Date(START.getTime() + 1)));
  expect(await database.sql('SELECT FROM given_file')).toHaveLength(2);
  await store.transaction((tx) => tx.forgetWordsBefore(new Date(START.getTime() + 1)));
  expect(await database.sql('SELECT FROM given_file')).toHaveLength(0);
});
