import { expect, test } from 'vitest';
import { createPictures } from '../../src/chat/slack/pictures.ts';
import { render } from '../../src/chat/slack/render.ts';
import type { Message } from '../../src/conversation/message.ts';

const reader = { locale: 'en', zone: undefined, now: new Date('2026-12-01T00:00:00Z') };
const message = (...pictures: readonly number[]): Message => ({
  images: pictures.map((one) => ({ png: new Uint8Array([one]), name: 'week', alt: `Picture ${one}` })),
});

function slack(answers: (png: Uint8Array) => Promise<string | undefined>) {
  const [kept, logged]: [number[], string[]] = [[], []];
  const note = (_data: object, words: string) => void logged.push(words);
  const keep = (_name: string, png: Uint8Array) => {
    kept.push(png[0] ?? 0);
    return answers(png);
  };
  const pictures = createPictures({ keep }, { info: note, warn: note, error: note });
  const blocksOf = (one: Message) => pictures.show(one, reader, async (by) => render(one, by).blocks);
  return { kept, logged, pictures, blocksOf };
}

test('each picture comes to Slack once and is shown with its words', async () => {
  const { kept, blocksOf } = slack(async ([one]) => `F${one}`);
  const image = (one: number) => ({ type: 'image', slack_file: { id: `F${one}` }, alt_text: `Picture ${one}` });
  expect(await blocksOf(message(1, 2))).toEqual([image(1), image(2)]);
  expect(await blocksOf(message(2, 1))).toEqual([image(2), image(1)]);
  expect(kept).toEqual([1, 2]);
});

test('where Slack takes none, or not now, the words stand in its place, and later it is tried again', async () => {
  let isDown = true;
  const { kept, logged, blocksOf } = slack(async ([one]) => {
    if (one === 1 && isDown) throw new Error('down');
    return one === 2 ? undefined : `F${one}`;
  });
  const inWords = (text: string) => [{ type: 'context', elements: [expect.objectContaining({ text })] }];
  expect(await blocksOf(message(1))).toEqual(inWords('Picture 1'));
  expect(await blocksOf(message(2))).toEqual(inWords('Picture 2'));
  expect(logged).toHaveLength(1);
  isDown = false;
  expect(await blocksOf(message(1))).toMatchObject([{ type: 'image' }]);
  expect(kept).toEqual([1, 2, 1]);
});

test('a message whose picture is not ready is said with its words; what else goes wrong goes wrong', async () => {
  const { pictures } = slack(async () => 'F1');
  const saidWith: (boolean | undefined)[] = [];
  const refusal = (status: number) => Object.assign(new Error('no'), { status });
  const say = (status: number) =>
    pictures.show(message(1), reader, async ({ pictures: shown }) => {
      saidWith.push(shown !== undefined);
      if (shown) throw refusal(status);
      return 'said';
    });
  expect(await say(400)).toBe('said');
  await expect(say(500)).rejects.toThrow('no');
  expect(saidWith).toEqual([true, false, true]);
});
