import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdown } from '../../src/chat/discord/markdown.ts';
import { mrkdwn } from '../../src/chat/slack/rich-text.ts';
import { say } from '../../src/conversation/say.ts';
import { charactersOf, cut } from '../../src/core/cut.ts';

const family = '👨‍👩‍👧‍👦';

test('text is cut with …, and only where something is missing', () => {
  expect(cut('exactly', 7)).toBe('exactly');
  expect(cut('exactly.', 7)).toBe('exactl…');
  expect(cut('a\uD800', 5)).toBe('a\uFFFD');
});

test('a family stays together, in both chats', () => {
  const families = family.repeat(10);
  const cutAt25 = `${family.repeat(2)}…`;
  expect(cut(families, 25)).toBe(cutAt25);
  expect(markdown(say`${families}`, 25)).toBe(cutAt25);
  const reader = { locale: 'en', zone: undefined, now: new Date() };
  expect(mrkdwn(say`${families}`, 25, reader)).toBe(cutAt25);
});

test('nothing that is seen as one character is split, whatever the text', () => {
  const texts = fc.array(fc.constantFrom(family, 'é', '🇩🇪', 'a', ' ', '👍🏽', 'क्षि')).map((some) => some.join(''));
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 40 }), (text, most) => {
      const shown = cut(text, most);
      expect(shown.length).toBeLessThanOrEqual(most);
      if (shown === text) return;
      const whole = charactersOf(text).join('\0');
      expect(whole.startsWith(charactersOf(shown.slice(0, -1)).join('\0'))).toBe(true);
    }),
  );
});
