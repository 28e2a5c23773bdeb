import type { Language } from '../languages/language.ts';
import { plain, type Token, tokenize } from './lexer.ts';
import { dayMeant, LONGEST_PHRASE, phrasesFor, type Senses, spelledRight } from './lexicon.ts';
import type { Sense } from './sense.ts';

/** Something understood between two tokens: from where one looked up to, not including, `next`. */
export interface Match<Value> {
  readonly value: Value;
  readonly next: number;
}

type SenseOf<Kind extends Sense['is']> = Extract<Sense, { is: Kind }>;

/** A text cut into tokens, and what the words at each place say. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly language: Language;
  /** The longest phrase at `at` that says one of `kinds`. */
  is<Kind extends Sense['is']>(at: number, ...kinds: readonly Kind[]): Match<SenseOf<Kind>> | undefined;
  /** Whether the token at `at` is this mark. */
  mark(at: number, marks: string): boolean;
  /** Past commas and brackets. */
  skipMarks(at: number): number;
}

const SEPARATORS = ',;()[]|';

/** Prepares a text for the grammar. */
export function read(text: string, language: Language, mostTokens = Number.POSITIVE_INFINITY): Reading {
  const clean = plain(text);
  const tokens = tokenize(clean, mostTokens);
  const phrases = phrasesFor(language);
  const senses: (Match<Sense>[] | undefined)[] = [];
  const mark = (at: number, marks: string) => {
    const token = tokens[at];
    return token?.kind === 'mark' && marks.includes(token.word);
  };
  const is = <Kind extends Sense['is']>(at: number, ...kinds: readonly Kind[]) => {
    senses[at] ??= sensesAt(tokens, at, phrases);
    return senses[at].find((match): match is Match<SenseOf<Kind>> => kinds.some((kind) => kind === match.value.is));
  };
  const skipMarks = (at: number) => {
    let next = at;
    while (mark(next, SEPARATORS)) next += 1;
    return next;
  };
  return { text: clean, tokens, language, is, mark, skipMarks };
}

function sensesAt(tokens: readonly Token[], at: number, phrases: Senses): Match<Sense>[] {
  const found: Match<Sense>[] = [];
  let phrase = '';
  for (let next = at; next < at + LONGEST_PHRASE; next += 1) {
    const token = tokens[next];
    if (token?.kind !== 'word' && token?.kind !== 'mark') break;
    phrase = phrase ? `${phrase} ${token.word}` : token.word;
    const senses = phrases.get(phrase) ?? (next === at && token.kind === 'word' ? misspelt(token.word, phrases) : []);
    found.unshift(...senses.map((value) => ({ value, next: pastDot(tokens, next + 1) })));
  }
  return found;
}

/** What a word says that is a slip away from one; a day that is only likely counts no more than other weak ones. */
function misspelt(word: string, phrases: Senses): readonly Sense[] {
  const right = spelledRight(word);
  if (right) return phrases.get(right) ?? [];
  const senses = phrases.get(dayMeant(word, phrases) ?? '') ?? [];
  return senses.map((sense) =>
    sense.is === 'weekday' || sense.is === 'day' || sense.is === 'month' ? { ...sense, weak: true } : sense,
  );
}

/** "Dec." is "Dec". */
const pastDot = (tokens: readonly Token[], at: number) => {
  const token = tokens[at];
  return token?.kind === 'mark' && token.word === '.' && token.glued ? at + 1 : at;
};
