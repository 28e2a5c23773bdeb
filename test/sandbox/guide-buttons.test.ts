import { expect, test } from 'vitest';
import { BUTTONS } from '../../sandbox/page/words/buttons.ts';
import { languages } from '../../src/conversation/languages/index.ts';

test('the guide names buttons as the bot does, in every language of the bot', () => {
  const named = languages.map(({ id, words: { buttons, book } }) => [
    id,
    {
      send: book.submit,
      confirm: buttons.confirm,
      join: buttons.join,
      end: buttons.end,
      yesEnd: buttons.endForAll,
      rate: buttons.rate,
    },
  ]);
  expect(Object.fromEntries(named)).toEqual(BUTTONS);
});
