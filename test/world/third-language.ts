import { english } from '../../src/conversation/languages/en/index.ts';
import type { Language } from '../../src/conversation/languages/language.ts';
import type { Span, Text } from '../../src/conversation/message.ts';

const LETTERS: Readonly<Record<string, string>> = { a: 'æ', e: 'ə', i: 'ɨ', o: 'ø', u: 'ʉ' };

/** The third language is English with vowels of its own: as long as English, and never mistaken for it. */
export const third = (english: string): string =>
  english.replace(/[aeiou]/gi, (vowel) => {
    const letter = LETTERS[vowel.toLowerCase()] ?? vowel;
    return vowel === vowel.toLowerCase() ? letter : letter.toUpperCase();
  });

/** What English says, in other letters; what is put in stays as it is. */
function reworded(words: unknown, given: readonly unknown[] = []): unknown {
  if (typeof words === 'function')
    return (...data: readonly unknown[]) =>
      reworded((words as (...data: readonly unknown[]) => unknown)(...data), data);
  if (typeof words === 'string') return wordsIn(words, given);
  if (!Array.isArray(words))
    return Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, reworded(value)]));
  if (words.some((one) => !isSpan(one))) return words.map((one) => reworded(one, given));
  return (words as Text).map((span) =>
    span.kind === 'plain' || span.kind === 'strong' ? { ...span, text: wordsIn(span.text, given) } : span,
  );
}

const isSpan = (one: unknown): one is Span => typeof one === 'object' && one !== null && 'kind' in one;

const wordsIn = (text: string, given: readonly unknown[]) =>
  given
    .filter((one) => typeof one === 'string' && one !== '')
    .reduce<string>((said, one) => said.replaceAll(third(String(one)), String(one)), third(text));

/** All that a language brings, for a locale that both chats know. */
export const thirdLanguage: Language = {
  id: 'da',
  locale: 'da',
  discordLocales: ['da'],
  words: reworded(english.words) as Language['words'],
  lexicon: {
    ...english.lexicon,
    words: english.lexicon.words.map(([phrases, sense]) => [third(phrases), sense]),
    oftenMisspelt: english.lexicon.oftenMisspelt.map(third),
  },
  subjects: english.subjects,
  asks: english.asks,
  places: { names: { Chicago: third('Chicago') }, countries: {} },
  writing: () => ({
    tag: 'da',
    hours: 24,
    day: ({ weekday, day, month }) => `${weekday} <${day}> ${month}`,
    shortDay: ({ weekday, day, month }) => `${weekday} <${day}> ${month}`,
  }),
};
