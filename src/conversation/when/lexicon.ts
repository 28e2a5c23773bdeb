import { languages } from '../languages/index.ts';
import type { Language } from '../languages/language.ts';
import type { Lexicon, Phrases, Sense, Unit } from './sense.ts';

/** Every phrase that says something about time, with all it can say; the reader's language first. */
export type Senses = ReadonlyMap<string, readonly Sense[]>;

const MISSPELT_BY = 2;
const ONE_SLIP_ONLY_BELOW = 8; // letters
/** Shorter words are too close to others. */
const SHORTEST_MISSPELT = 5;
const SHORTEST_CUT = 4;

const phrasesOf = (words: Phrases) =>
  words.flatMap(([list, sense]) => list.split('|').map((phrase) => [phrase, sense] as const));

const all = languages.flatMap(({ lexicon }) => phrasesOf(lexicon.words)).map(([phrase]) => phrase);

/** The longest phrase has this many words. */
export const LONGEST_PHRASE = Math.max(...all.map((phrase) => phrase.split(' ').length));

/** Words that begin with a digit: "2day", "2ª feira". */
export const WORDS_WITH_DIGITS = all.filter((phrase) => /^\d+\p{L}+(?:[ -]\p{L}+)?$/u.test(phrase));

const known = new Map<Language, Senses>();

/** What all languages list, as far as it says the same to whoever reads this one. */
export function listed(language: Language, pick: (lexicon: Lexicon) => readonly string[]): readonly string[] {
  const others = languages.filter((one) => one !== language);
  return [
    ...pick(language.lexicon),
    ...others.flatMap(({ lexicon }) => pick(lexicon).filter((word) => !lexicon.onlyHere.includes(word))),
  ];
}

/** The words of all languages. Where they clash ("mar": March, martes) only the reader's own count. */
export function phrasesFor(language: Language): Senses {
  const phrases = known.get(language) ?? build(language);
  known.set(language, phrases);
  return phrases;
}

function build(language: Language): Senses {
  const phrases = new Map<string, Sense[]>();
  const add = (phrase: string, sense: Sense) => phrases.set(phrase, [...(phrases.get(phrase) ?? []), sense]);
  for (const [phrase, sense] of phrasesOf(language.lexicon.words)) add(phrase, sense);
  const own = new Set(phrases.keys());
  for (const other of languages.filter((one) => one !== language))
    for (const [phrase, sense] of phrasesOf(other.lexicon.words))
      if (!own.has(phrase) && !other.lexicon.onlyHere.includes(phrase)) add(phrase, sense);
  return phrases;
}

/** What a word without accents counts: "minutos". */
export function unitOf(word: string, language: Language): Unit | undefined {
  return phrasesFor(language)
    .get(word)
    ?.find((sense) => sense.is === 'unit')?.unit;
}

const oftenMisspelt = languages.flatMap(({ lexicon }) => lexicon.oftenMisspelt);

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

const lookAlikes = new Set(languages.flatMap(({ lexicon }) => lexicon.lookAlikes));
const isDayWord = (sense: Sense) =>
  (sense.is === 'weekday' && !sense.plural) || sense.is === 'month' || (sense.is === 'day' && sense.days >= 0);
/** Words for days and months long enough to be known again when they are cut short or misspelt. */
const dayWords = [
  ...new Set(
    languages
      .flatMap(({ lexicon }) => phrasesOf(lexicon.words))
      .filter(([phrase, sense]) => isDayWord(sense) && phrase.length >= SHORTEST_MISSPELT && /^\p{L}+$/u.test(phrase))
      .map(([phrase]) => phrase),
  ),
];

/**
 * What may have been meant by a word that nothing else explains: one slip away from a day or a month ("mnday"), its
 * beginning ("frid"), or its letters in disorder ("torromow"). Nothing where it could be two.
 */
export function dayMeant(word: string, phrases: Senses): string | undefined {
  if (word.length < SHORTEST_CUT || lookAlikes.has(word) || !/^\p{L}+$/u.test(word)) return undefined;
  const found = dayWords.filter((right) => phrases.has(right) && right[0] === word[0] && isNear(word, right));
  const meanings = new Set(found.map((right) => JSON.stringify(phrases.get(right))));
  return meanings.size === 1 ? found[0] : undefined;
}

function isNear(word: string, right: string): boolean {
  if (right.startsWith(word)) return true;
  if (word.length < SHORTEST_MISSPELT || Math.abs(right.length - word.length) > 1) return false;
  return slipsBetween(word, right) === 1 || (word.length > MISSPELT_BY * 3 && sorted(word) === sorted(right));
}

const sorted = (word: string) => [...word].sort().join('');

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
