import type { Language } from '../languages/language.ts';
import { fold } from './lexer.ts';
import { listed } from './lexicon.ts';
import type { Piece } from './piece.ts';
import type { Reading } from './reading.ts';

const MARKS = String.raw`[\s,;:.!¿?¡()\[\]|@~/-]`;
const edgeMarks = new RegExp(MARKS);

/** What connects a time with the rest: "algebra *at* | 5pm" at the end of a text, "2 hours | *of* algebra" at its beginning. */
interface Connecting {
  readonly tail: RegExp;
  readonly head: RegExp;
}

const known = new Map<Language, Connecting>();

function connectingIn(language: Language): Connecting {
  const connecting = known.get(language) ?? build(language);
  known.set(language, connecting);
  return connecting;
}

function build(language: Language): Connecting {
  const leadingTo = [...listed(language, (one) => [...one.leadingTo, ...one.polite]), '@'].join('|');
  const leadingFrom = listed(language, (one) => [...one.leadingFrom, ...one.polite]).join('|');
  return {
    tail: new RegExp(String.raw`(?:^|(?<=\s|${MARKS}))(?:${leadingTo})$`),
    head: new RegExp(`^(?:${leadingFrom})(?=$|${MARKS})`),
  };
}

/** What is left of the text without the pieces, and without the connecting words beside them. */
export function restOf(reading: Reading, used: readonly Piece[]): string {
  return fragmentsOf(reading, used).join(' ').replace(/ {2,}/g, ' ');
}

/** The same in pieces as they stand in the text. */
export function fragmentsOf(reading: Reading, used: readonly Piece[]): string[] {
  const { tail, head } = connectingIn(reading.language);
  const fragments: { text: string; after: boolean; before: boolean }[] = [];
  let from = 0;
  for (const { from: first, next } of used) {
    const start = reading.tokens[first]?.start ?? from;
    fragments.push({ text: reading.text.slice(from, start), after: from > 0, before: true });
    from = reading.tokens[next - 1]?.end ?? start;
  }
  fragments.push({ text: reading.text.slice(from), after: from > 0, before: false });
  return fragments
    .map(({ text, after, before }) => {
      const open = before ? withoutTail(text, tail) : text;
      return after ? withoutHead(open, head) : open;
    })
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function withoutTail(text: string, tail: RegExp): string {
  let end = text.length;
  for (;;) {
    while (end > 0 && edgeMarks.test(text[end - 1] ?? '') && !closesBracket(text, end)) end -= 1;
    const match = tail.exec(fold(text.slice(Math.max(0, end - 12), end)));
    if (!match || end === 0) return text.slice(0, end);
    end -= match[0].length;
  }
}

function withoutHead(text: string, head: RegExp): string {
  let start = 0;
  for (;;) {
    while (start < text.length && edgeMarks.test(text[start] ?? '') && !'(['.includes(text[start] ?? '')) start += 1;
    const match = head.exec(fold(text.slice(start, start + 12)));
    if (!match || match[0].length === 0) return start === 0 ? text : text.slice(start);
    start += match[0].length;
  }
}

/** The ")" of "algebra (vectors)" belongs to its words. */
const closesBracket = (text: string, end: number) => text[end - 1] === ')' && text.slice(0, end).includes('(');
