import type { Span, Text } from '../../src/conversation/message.ts';
import { command, link, moment, strong } from '../../src/conversation/say.ts';

/** What a sentence has put into it, by its name: a time, a text of ours, or what somebody typed. */
export type Kind = 'moment' | 'text' | 'typed';
export type KindOf = (name: string) => Kind;

/** One form of a sentence. `isText`: it is shown with marks; else it stands where plain text alone can stand. */
export interface Form {
  readonly text: Text;
  readonly isText: boolean;
}

const SOME_TIME = new Date('2026-12-01T16:00Z');

/** The forms that are written in a function, in quotes and in backticks, with the names of what is put in. */
export function* literalsIn(source: string, kindOf: KindOf): Generator<Form> {
  for (let at = 0; at < source.length; at++) {
    const quote = source[at];
    if (quote === "'" || quote === '"') {
      const end = closing(source, at + 1, quote);
      // What is compared with, or names a kind, is not said.
      if (!/(?:[!=]==|kind:|type:|case|\[|\()\s*$/.test(source.slice(0, at)))
        yield plainly(source.slice(at + 1, end).replaceAll('\\', ''));
      at = end;
    } else if (quote === '`') {
      const { text, end, inner } = template(source, at + 1, kindOf);
      const isText = /\bsay\s*$/.test(source.slice(0, at));
      yield isText ? { text, isText } : plainly(wordsOf(text));
      for (const one of inner) yield* literalsIn(one, kindOf);
      at = end;
    }
  }
}

export function plainly(words: string): Form {
  return { text: [{ kind: 'plain', text: words }], isText: false };
}

export function wordsOf(text: Text): string {
  return text.map(spanWords).join('');
}

function spanWords(span: Span): string {
  switch (span.kind) {
    case 'plain':
    case 'typed':
    case 'strong':
      return span.text;
    case 'link':
      return span.label;
    case 'moment':
      return '{time}';
    case 'command':
      return `/${span.said}`;
  }
}

function closing(source: string, from: number, quote: string): number {
  let at = from;
  while (at < source.length && source[at] !== quote) at += source[at] === '\\' ? 2 : 1;
  return at;
}

function template(source: string, from: number, kindOf: KindOf) {
  const text: Span[] = [];
  const inner: string[] = [];
  let words = '';
  let at = from;
  const flush = () => {
    if (words !== '') text.push({ kind: 'plain', text: words });
    words = '';
  };
  while (at < source.length && source[at] !== '`') {
    if (source[at] === '\\') {
      words += source[at + 1] === 'n' ? ' ' : (source[at + 1] ?? '');
      at += 2;
    } else if (source.startsWith('${', at)) {
      const end = brace(source, at + 2);
      const put = source.slice(at + 2, end);
      flush();
      const { span, isWhole } = spanOf(put, kindOf);
      text.push(span);
      if (!isWhole && /['"`]/.test(put)) inner.push(put);
      at = end + 1;
    } else words += source[at++];
  }
  flush();
  return { text, end: at, inner };
}

/** What is put in, as the kind of piece that it is. `isWhole`: nothing else is written in it. */
function spanOf(put: string, kindOf: KindOf): { readonly span: Span; readonly isWhole: boolean } {
  const called = /^\s*(strong|moment|link|command)\(([\s\S]*)\)\s*$/.exec(put);
  const given = called?.[2] ?? '';
  const literals = [...literalsIn(given.replace(/^\s*/, ', '), kindOf)].map(({ text }) => wordsOf(text));
  switch (called?.[1]) {
    case 'strong':
      return { span: strong(/^\s*[`'"]/.test(given) ? (literals[0] ?? '') : named(given)), isWhole: true };
    case 'moment':
      return { span: moment(SOME_TIME, undefined, given.includes("'relative'") ? 'relative' : 'full'), isWhole: true };
    case 'link':
      return { span: link(literals[0] ?? named(given), 'https://example.org/'), isWhole: true };
    case 'command':
      return { span: command(literals[0] ?? '', literals[1]), isWhole: true };
    default:
      return { span: spanNamed(nameOf(put), kindOf), isWhole: false };
  }
}

function spanNamed(name: string, kindOf: KindOf): Span {
  const kind = kindOf(name);
  if (kind === 'moment') return moment(SOME_TIME, undefined);
  return { kind: kind === 'text' ? 'plain' : 'typed', text: `{${name}}` };
}

const named = (put: string) => `{${nameOf(put)}}`;

/** Where a brace that is open closes, whatever stands in quotes before. */
function brace(source: string, from: number): number {
  let depth = 1;
  for (let at = from; at < source.length; at++) {
    const one = source[at];
    if (one === "'" || one === '"') at = closing(source, at + 1, one);
    else if (one === '`') at = template(source, at + 1, () => 'typed').end;
    else if (one === '{') depth++;
    else if (one === '}' && --depth === 0) return at;
  }
  return source.length;
}

/** What is put in, by the last plain name in it: `String(count)` is `count`. */
function nameOf(put: string): string {
  const plain = put.replaceAll(/'[^']*'|"[^"]*"|`[^`]*`/g, '');
  const names = plain.match(/[A-Za-z_]\w*/g) ?? [];
  return names.find((name) => !WRAPPERS.has(name)) ?? names.at(-1) ?? '…';
}

const WRAPPERS = new Set([
  'String',
  'strong',
  'moment',
  'link',
  'join',
  'say',
  'quoted',
  'list',
  'all',
  'durationOf',
  'new',
  'Date',
  'kind',
  'plain',
  'text',
]);
