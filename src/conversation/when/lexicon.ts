import { english, englishOftenMisspelt } from '../languages/en/lexicon.ts';
import { spanish, spanishOftenMisspelt } from '../languages/es/lexicon.ts';
import type { Sense, Words } from './sense.ts';
import type { Language } from './when.ts';

/** Every phrase that says something about time, with all it can say; the reader's language first. */
export type Lexicon = ReadonlyMap<string, readonly Sense[]>;

/** The longest phrase has this many words. */
export const LONGEST_PHRASE = 5;

const MISSPELT_BY = 2;
const ONE_SLIP_ONLY_BELOW = 8; // letters

const lexicons: { [language in Language]?: Lexicon } = {};

/** The words of both languages. Where they clash ("mar": March, martes) only the reader's own count. */
export function lexiconFor(language: Language): Lexicon {
  lexicons[language] ??= language === 'es' ? build(spanish, english) : build(english, spanish);
  return lexicons[language];
}

function build(own: Words, other: Words): Lexicon {
  const lexicon = new Map<string, Sense[]>();
  for (const [phrase, sense] of phrases(own)) lexicon.set(phrase, [...(lexicon.get(phrase) ?? []), sense]);
  const known = new Set(lexicon.keys());
  for (const [phrase, sense] of phrases(other)) {
    if (known.has(phrase) && (sense.is === 'weekday' || sense.is === 'month')) continue;
    lexicon.set(phrase, [...(lexicon.get(phrase) ?? []), sense]);
  }
  return lexicon;
}

const phrases = (words: Words) =>
  words.flatMap(([list, sense]) => list.split('|').map((phrase) => [phrase, sense] as const));

const oftenMisspelt = [...englishOftenMisspelt, ...spanishOftenMisspelt];

/** The one long word that `word` is a slip or two away from ("wensday"), if there is exactly one. */
export function spelledRight(word: string): string | undefined {
  const found = oftenMisspelt
    .filter((right) => right[0] === word[0] && Math.abs(right.length - word.length) <= MISSPELT_BY)
    .map((right) => ({ right, slips: slipsBetween(word, right) }))
    .filter(({ right, slips }) => slips <= (right.length < ONE_SLIP_ONLY_BELOW ? 1 : MISSPELT_BY))
    .sort((a, b) => a.slips - b.slips);
  const [best, second] = found;
  return best && best.slips !== second?.slips ? best.right : undefined;
}

/** Letters missing, added, replaced or swapped (optimal string alignment). */
function slipsBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let slips = Math.min((last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      current.push(slips);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
