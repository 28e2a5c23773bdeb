import { readdir, readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { languages } from '../src/conversation/languages/index.ts';
import type { Span, Text } from '../src/conversation/message.ts';

// Writes docs/messages.md: every sentence that the bot can say, in each language, with where it is said.
//   npm run messages
// With --print it goes to the standard output instead.

type Leaf = string | Text | ((...given: readonly never[]) => unknown);

const SRC = new URL('../src/', import.meta.url);
const PAGE = new URL('../docs/messages.md', import.meta.url);

const HEAD = `# What Tutorline says

Every sentence, in each language, with the files that say it. Made by \`npm run messages\` from \`src/conversation/languages/\`: change a sentence there, never here.

- \`{name}\` stands for what is put in. Where a sentence has several forms, such as one session and many, each form stands on a line of its own.
- Times are put in as the chat shows them to each reader: Slack as \`<!date^…>\`, Discord as \`<t:…>\`, each in the reader's own zone; on buttons, in menus, in mails and on paper they are words.
- What people typed is shown as it is, without any effect. What is too long for its place ends with \`…\`.
- Dialogs are called by at most 24 characters, and buttons by 30, so that both chats show them whole. Slack's \`/tutorline book\` is Discord's \`/book\`.
`;

function isText(value: unknown): value is Text {
  return Array.isArray(value) && value.every((one: Partial<Span>) => typeof one?.kind === 'string');
}

/** Every sentence under its path, such as `book.fields.tutor`. */
function leavesOf(tree: object, path: readonly string[] = []): readonly (readonly [string, Leaf])[] {
  return Object.entries(tree).flatMap(([key, value]: [string, Leaf | object | undefined]) => {
    const here = [...path, key];
    if (value === undefined) return [];
    if (typeof value === 'string' || typeof value === 'function' || isText(value))
      return [[here.join('.'), value as Leaf] as const];
    const several = (all: readonly Leaf[]) => all.flatMap(formsOf).join(' · ');
    return Array.isArray(value) ? [[here.join('.'), several(value)] as const] : leavesOf(value, here);
  });
}

/** The forms of a sentence. Those of a function are what is written in it, with the names of what it puts in. */
function formsOf(leaf: Leaf): readonly string[] {
  if (typeof leaf === 'string') return [leaf];
  if (typeof leaf !== 'function') return [leaf.map(spanWords).join('')];
  const written = [...literalsIn(leaf.toString())].map((form) => form.trim());
  return written.filter((form) => /\p{L}{2}|\{/u.test(form) && !/^[a-z-]{1,3}$/.test(form));
}

function spanWords(span: Span): string {
  return span.kind === 'link' ? span.label : span.kind === 'moment' ? '{time}' : span.text;
}

/** Texts in quotes and in backticks; what is put in, in braces by its name. */
function* literalsIn(source: string): Generator<string> {
  for (let at = 0; at < source.length; at++) {
    const quote = source[at];
    if (quote === "'" || quote === '"') {
      const end = closing(source, at + 1, quote);
      // What is compared with, or names a kind, is not said.
      if (!/(?:[!=]==|kind:|type:|case|\[|\()\s*$/.test(source.slice(0, at)))
        yield source.slice(at + 1, end).replaceAll('\\', '');
      at = end;
    } else if (quote === '`') {
      const { text, end, inner } = template(source, at + 1);
      yield text;
      for (const one of inner) yield* literalsIn(one);
      at = end;
    }
  }
}

function closing(source: string, from: number, quote: string): number {
  let at = from;
  while (at < source.length && source[at] !== quote) at += source[at] === '\\' ? 2 : 1;
  return at;
}

function template(source: string, from: number): { text: string; end: number; inner: readonly string[] } {
  let text = '';
  const inner: string[] = [];
  let at = from;
  while (at < source.length && source[at] !== '`') {
    if (source[at] === '\\') {
      text += source[at + 1] === 'n' ? ' ' : (source[at + 1] ?? '');
      at += 2;
    } else if (source.startsWith('${', at)) {
      const end = brace(source, at + 2);
      const put = source.slice(at + 2, end);
      text += `{${nameOf(put)}}`;
      if (/['"`]/.test(put)) inner.push(put);
      at = end + 1;
    } else text += source[at++];
  }
  return { text, end: at, inner };
}

/** Where a brace that is open closes, whatever stands in quotes before. */
function brace(source: string, from: number): number {
  let depth = 1;
  for (let at = from; at < source.length; at++) {
    const one = source[at];
    if (one === "'" || one === '"') at = closing(source, at + 1, one);
    else if (one === '`') at = template(source, at + 1).end;
    else if (one === '{') depth++;
    else if (one === '}' && --depth === 0) return at;
  }
  return source.length;
}

/** What is put in, by the last plain name in it: `String(count)` is `count`. */
function nameOf(put: string): string {
  const plain = put.replaceAll(/'[^']*'|"[^"]*"|`[^`]*`/g, '');
  const names = plain.match(/[A-Za-z_]\w*/g) ?? [];
  return names.find((name) => !WRAPPERS.has(name)) ?? '…';
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

interface File {
  readonly path: string;
  readonly text: string;
}

async function sources(): Promise<readonly File[]> {
  const paths = (await readdir(SRC, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !/^(conversation\/languages|store\/generated)\//.test(path))
    .toSorted();
  return Promise.all(paths.map(async (path) => ({ path, text: await readFile(new URL(path, SRC), 'utf8') })));
}

/** The files that read it: by its group, or by its name after they took its group. */
function saidIn(path: string, files: readonly File[]): string {
  const [leaf = '', group = ''] = path.split('.').toReversed();
  const isDirect = new RegExp(`\\b${group}\\??\\.${leaf}\\b`);
  const isTaken = new RegExp(`\\b${group}\\b`);
  const isRead = new RegExp(`\\.${leaf}\\b|\\b${leaf}\\b[^;\\n]*\\} = `);
  const direct = files.filter(({ text }) => isDirect.test(text));
  const found = direct.length > 0 ? direct : files.filter(({ text }) => isTaken.test(text) && isRead.test(text));
  return found
    .slice(0, 3)
    .map(({ path: file }) => file.replace(/\.ts$/, ''))
    .join(', ');
}

const escaped = (text: string) =>
  text
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replaceAll(/\s*\n\s*/g, ' ');

function page(files: readonly File[]): string {
  const [first, ...others] = languages.map((language) => ({ language, leaves: new Map(leavesOf(language.words)) }));
  if (!first) return HEAD;
  const groups = Map.groupBy(first.leaves.keys(), (path) => path.split('.')[0] ?? '');
  const tables = [...groups].map(([group, paths]) => {
    const names = [first, ...others].map(({ language }) => language.id);
    const rows = paths.map((path) => {
      const words = [first, ...others].map(({ leaves }) =>
        formsOf(leaves.get(path) ?? '')
          .map(escaped)
          .join('<br>'),
      );
      const where = group === 'commands' || group === 'refusals' ? '' : saidIn(path, files);
      return `| ${path.slice(group.length + 1) || path} | ${words.join(' | ')} | ${where} |`;
    });
    return [
      `## ${group}`,
      '',
      `| | ${names.join(' | ')} | said in |`,
      `|${'---|'.repeat(names.length + 2)}`,
      ...rows,
    ].join('\n');
  });
  return `${HEAD}\n${tables.join('\n\n')}\n`;
}

const written = page(await sources());
if (process.argv.includes('--print')) process.stdout.write(written);
else await writeFile(PAGE, written);
