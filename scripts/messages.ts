import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { languages } from '../src/conversation/languages/index.ts';
import type { Language } from '../src/conversation/languages/language.ts';
import type { Span, Text } from '../src/conversation/message.ts';
import { command, link, moment, strong } from '../src/conversation/say.ts';
import { type English, readEnglish } from './messages/areas.ts';
import { inChats } from './messages/in-chats.ts';
import { type Form, type Kind, literalsIn, plainly, wordsOf } from './messages/literals.ts';
import { createSaidIn } from './messages/said-in.ts';

// Writes docs/messages.md: every sentence that the bot can say, in each language and in both chats, with where it is said.
//   npm run messages
// With --print it goes to the standard output instead.

type Leaf = string | Text | ((...given: readonly never[]) => unknown);

const PAGE = new URL('../docs/messages.md', import.meta.url);

const HEAD = `# What Tutorline says

Every sentence, in each language and in both chats, with the files that say it. Made by \`npm run messages\` from \`src/conversation/languages/\` and the renderers of \`src/chat/\`: change a sentence there, never here.

- Where a sentence stands once, people read the same in Slack and in Discord. Where it stands twice, the first is what **S**lack gets and the second what **D**iscord gets, each as its own renderer makes it.
- \`{name}\` stands for what is put in; what people typed shows as they typed it, without any effect. Where a sentence has several forms, such as one session and many, each form stands on a line of its own.
- Each reader sees times in their own zone; on buttons, in menus, in mails and on paper they are words. What is too long for its place ends with \`…\`.
- Dialogs are called by at most 24 characters, and buttons by 30, so that both chats show them whole.
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
    const several = (all: readonly Leaf[]) =>
      all
        .flatMap((one) => formsOf(one, []))
        .map(({ text }) => wordsOf(text))
        .join(' · ');
    return Array.isArray(value) ? [[here.join('.'), several(value)] as const] : leavesOf(value, here);
  });
}

/** The forms of a sentence. Those of a function are what is written in it. */
function formsOf(leaf: Leaf, kinds: readonly Kind[]): readonly Form[] {
  if (typeof leaf === 'string') return [plainly(leaf)];
  if (typeof leaf !== 'function') return [{ text: leaf, isText: true }];
  const source = leaf.toString();
  const [, given = ''] = /^\(([^()]*)\)/.exec(source) ?? [];
  const names = given.split(',').map((one) => one.trim());
  const written = literalsIn(source, (name) => kinds[names.indexOf(name)] ?? 'typed');
  return [...written].filter(({ text }) => {
    const words = wordsOf(text).trim();
    return /\p{L}{2}|\{/u.test(words) && !/^[a-z-]{1,3}$/.test(words);
  });
}

const escaped = (text: string) =>
  text
    .trim()
    .replaceAll('|', '\\|')
    .replaceAll('<', '&lt;')
    .replaceAll(/\s*\n\s*/g, ' ');

/** As it stands in a chat's own notation. */
const raw = (text: string) => `\`${text.trim().replaceAll('|', '\\|').replaceAll('`', 'ˋ').replaceAll('\n', ' ')}\``;

function cell({ text, isText }: Form, locale: string): string {
  if (!isText) return escaped(wordsOf(text));
  const { slack, discord } = inChats(text, locale);
  return slack === discord ? escaped(slack) : `S ${raw(slack)}<br>D ${raw(discord)}`;
}

/** Pieces of which sentences are made, as each chat shows them. */
function pieces(): string {
  const at = new Date('2026-12-01T16:00Z');
  const all: readonly (readonly [string, (language: Language) => Text])[] = [
    ['day and time', () => [moment(at, undefined)]],
    ['time alone', () => [moment(at, undefined, 'time')]],
    ['how long until then', () => [moment(at, undefined, 'relative')]],
    ['what matters', () => [strong('Algebra')]],
    ['a link', () => [link('Jitsi', 'https://meet.jit.si/x')]],
    ['what somebody typed', () => [{ kind: 'typed', text: '@everyone *hi* <!channel> [x](https://x.example)' }]],
    ...(['book', 'settings', 'tutoring'] as const).map((name) => {
      return [`the command ${name}`, ({ words }: Language) => [command(name, words.commands[name].name)]] as const;
    }),
  ];
  const rows = all.map(([what, text]) => [
    what,
    ...languages.map((language) => cell({ text: text(language), isText: true }, language.locale)),
  ]);
  return table(['', ...languages.map(({ id }) => id)], rows);
}

/** What a command, or a word behind it, is called, as one types it. */
function commandAt(path: string, { words }: Language): Text | undefined {
  const [, name = '', word] = /^commands\.(\w+)(?:\.words\.([\w-]+))?\.name$/.exec(path) ?? [];
  const called = Object.entries(words.commands).find(([id]) => id === name)?.[1];
  const behind = word === undefined ? '' : ` ${called?.words?.[word]?.name ?? ''}`;
  return called && [command(name, `${called.name}${behind}`)];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function page(english: English, saidIn: (path: string) => string): string {
  const all = languages.map((language) => ({ language, leaves: new Map(leavesOf(language.words)) }));
  const paths = [...(all[0]?.leaves.keys() ?? [])];
  const groupTable = (group: string) => {
    const rows = paths
      .filter((path) => path.split('.')[0] === group)
      .map((path) => {
        const kinds = english.kindsOf(path.split('.').at(-1) ?? '');
        const cells = all.map(({ language, leaves }) =>
          formsOf(commandAt(path, language) ?? leaves.get(path) ?? '', kinds)
            .map((form) => cell(form, language.locale))
            .join('<br>'),
        );
        const where = group === 'commands' || group === 'refusals' ? '' : saidIn(path);
        return [path.slice(group.length + 1) || path, ...cells, where];
      });
    return `### ${group}\n\n${table(['', ...languages.map(({ id }) => id), 'said in'], rows)}`;
  };
  const areas = english.areas.map(({ name, about, groups }) =>
    [`## ${name}`, ...(about === '' ? [] : [about]), ...groups.map(groupTable)].join('\n\n'),
  );
  const contents = english.areas.map(
    ({ name, about }) => `- [${name}](#${name})${about === '' ? '' : `: ${about.replace(/\.$/, '')}`}`,
  );
  return `${[HEAD.trim(), '## How each chat writes it', pieces(), '## Areas', contents.join('\n'), ...areas].join('\n\n')}\n`;
}

const groups = Object.keys(languages[0]?.words ?? {});
const written = page(await readEnglish(groups), await createSaidIn());
if (process.argv.includes('--print')) process.stdout.write(written);
else await writeFile(PAGE, written);
