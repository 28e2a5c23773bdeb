import { distance } from 'fastest-levenshtein';
import { spellingKey } from '../spelling.ts';

/** How far a typed word is from a word of a name; undefined: it means another. */
type Distance = number | undefined;

const EXACT = 0;
const BEGUN = 1;
const WITHIN = 2;
const MISSPELT = 3;

/** Those whose name was typed, or a part of it, or something close to it: the best of them first, those equally good beside each other. */
export function namesLike<Named extends { readonly name: string }>(
  all: readonly Named[],
  typed: string,
): readonly { readonly one: Named; readonly distance: number }[] {
  const wanted = wordsOf(typed);
  return all
    .flatMap((one) => {
      const far = distanceOf(wordsOf(one.name), wanted);
      return far === undefined ? [] : [{ one, distance: far }];
    })
    .sort((a, b) => a.distance - b.distance);
}

/** The best of them: one when it is clear who is meant, several when it is not. */
export function meantBy<Named extends { readonly name: string }>(
  all: readonly Named[],
  typed: string,
): readonly Named[] {
  const found = namesLike(all, typed);
  return found.filter(({ distance: far }) => far === found[0]?.distance).map(({ one }) => one);
}

/** A name within a longer text, and the words of the text that say it, as they were typed. */
export interface Mentioned<Named> {
  readonly one: Named;
  readonly words: readonly string[];
}

/**
 * Whose name stands in a text, the surest first. Only whole words count, misspelt or not: half a word of a sentence is
 * no name, and a word that is `taken` means something else.
 */
export function namesIn<Named extends { readonly name: string }>(
  all: readonly Named[],
  text: string,
  isTaken: (word: string) => boolean,
): readonly Mentioned<Named>[] {
  const typed = text.match(/[\p{L}\p{M}'’-]+/gu) ?? [];
  const usable = typed.filter((word) => [...word].length >= SHORTEST_IN_TEXT && !isTaken(spellingKey(word)));
  return all
    .map((one) => {
      const parts = wordsOf(one.name);
      const near = usable.flatMap((word) => {
        const far = Math.min(...parts.map((part) => wordDistance(part, spellingKey(word), false) ?? Infinity));
        return far === Infinity ? [] : [{ word, far }];
      });
      const sum = near.reduce((all, { far }) => all + far, 0);
      return { one, words: near.map(({ word }) => word), score: near.length * (MISSPELT + 1) - sum };
    })
    .filter(({ words }) => words.length > 0)
    .sort((a, b) => b.score - a.score)
    .filter(({ score }, _index, [best]) => score === best?.score);
}

const SHORTEST_IN_TEXT = 3;

function wordsOf(name: string): readonly string[] {
  return spellingKey(name.replace(/^@/, ''))
    .split(/[\s,.@]+/)
    .filter(Boolean);
}

/** Every typed word has to belong to the name. */
function distanceOf(name: readonly string[], typed: readonly string[]): Distance {
  let sum = 0;
  for (const word of typed) {
    const best = Math.min(...name.map((part) => wordDistance(part, word, true) ?? Infinity));
    if (best === Infinity) return undefined;
    sum += best;
  }
  return sum;
}

function wordDistance(part: string, typed: string, isWhileTyping: boolean): Distance {
  if (part === typed) return EXACT;
  if (isWhileTyping && part.startsWith(typed)) return BEGUN;
  if (isWhileTyping && part.includes(typed)) return WITHIN;
  return isMisspelt(part, typed, isWhileTyping ? 0 : 2) ? MISSPELT : undefined;
}

/**
 * Whether a word is another one with slips of the keys in it. The shorter it is, the more it is a word of its own:
 * `longer` asks for so many letters more.
 */
export function isMisspelt(word: string, typed: string, longer = 0): boolean {
  const letters = typed.length - longer;
  const most = letters < 3 ? 0 : letters < 6 ? 1 : 2;
  const edits = distance(word, typed);
  // Two letters in each other's place are one slip of the keys, and two edits.
  const isSwapped = edits === 2 && typed.length >= 4 && lettersOf(word) === lettersOf(typed);
  return isSwapped || edits <= most;
}

function lettersOf(word: string): string {
  return [...word].toSorted().join('');
}
