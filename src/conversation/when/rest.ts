import { languages } from '../languages/index.ts';
import { fold } from './lexer.ts';
import type { Piece } from './piece.ts';
import type { Reading } from './reading.ts';

const anyOf = (words: readonly string[]) => words.join('|');
const said = languages.map(({ lexicon }) => lexicon);
const POLITE = said.flatMap(({ polite }) => polite);
/** "algebra at | 5pm" */
const LEADING_TO = anyOf([...said.flatMap(({ leadingTo }) => leadingTo), '@', ...POLITE]);
/** "2 hours | of algebra" */
const LEADING_FROM = anyOf([...said.flatMap(({ leadingFrom }) => leadingFrom), ...POLITE]);
const MARKS = String.raw`[\s,;:.!¿?¡()\[\]|@~/-]`;

const tail = new RegExp(String.raw`(?:^|(?<=\s|${MARKS}))(?:${LEADING_TO})$`);
const head = new RegExp(`^(?:${LEADING_FROM})(?=$|${MARKS})`);
const edgeMarks = new RegExp(MARKS);

/** What is left of the text without the pieces, and without the connecting words beside them. */
export function restOf(reading: Reading, used: readonly Piece[]): string {
  return fragmentsOf(reading, used).join(' ').replace(/ {2,}/g, ' ');
}

/** The same in pieces as they stand in the text. */
export function fragmentsOf(reading: Reading, used: readonly Piece[]): string[] {
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
      const open = before ? withoutTail(text) : text;
      return after ? withoutHead(open) : open;
    })
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function withoutTail(text: string): string {
  let end = text.length;
  for (;;) {
    while (end > 0 && edgeMarks.test(text[end - 1] ?? '') && !closesBracket(text, end)) end -= 1;
    const match = tail.exec(fold(text.slice(Math.max(0, end - 12), end)));
    if (!match || end === 0) return text.slice(0, end);
    end -= match[0].length;
  }
}

function withoutHead(text: string): string {
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
