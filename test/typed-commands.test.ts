import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { render as renderForDiscord } from '../src/chat/discord/render.ts';
import { render as renderForSlack } from '../src/chat/slack/render.ts';
import { languages } from '../src/conversation/languages/index.ts';
import type { Words } from '../src/conversation/languages/language.ts';
import { command, say } from '../src/conversation/say.ts';

const LANGUAGES = new URL('../src/conversation/languages/', import.meta.url);

/** What can stand behind the slash in a language: `settings`, `tutoring setup`. */
function namesIn({ commands }: Words): ReadonlySet<string> {
  return new Set(
    Object.values(commands).flatMap(({ name, words = {} }) => [
      name,
      ...Object.values(words).map((word) => `${name} ${word.name}`),
    ]),
  );
}

function sourceOf(id: string): string {
  const folder = new URL(`${id}/`, LANGUAGES);
  return readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), 'utf8'))
    .join('\n');
}

test.each(languages.map((language) => [language.id, language.words] as const))(
  'a command that a sentence in %s names is called so in that language',
  (id, words) => {
    const names = namesIn(words);
    const source = sourceOf(id);
    const put = [...source.matchAll(/command\('([^']+)'(?:, '([^']+)')?\)/g)].map(([, name, said]) => said ?? name);
    const written = [...source.matchAll(/(?<=[ (`])\/(?:tutorline )?(\p{L}[\p{L} ]*)(?![\p{L} /])/gu)].map(
      ([, said = '']) => said,
    );
    expect(put.length).toBeGreaterThan(4);
    expect(put.filter((said) => !names.has(said ?? ''))).toEqual([]);
    const known = (said: string) =>
      said.startsWith('invite') || [...names].some((name) => `${said} `.startsWith(`${name} `));
    expect(written.filter((said) => !known(said))).toEqual([]);
    // What stands behind the admins’ command is one of its words.
    expect(
      written.filter(
        (said) => /^(tutoring|tutorías|administrar)\b/.test(said) && !names.has(said.split(' ', 2).join(' ')),
      ),
    ).toEqual([]);
  },
);

test('a command in a sentence is typed as the reader’s chat takes it', () => {
  const text = say`Type ${command('settings', 'ajustes')} or ${command('book', 'reservar')}.`;
  const slack = renderForSlack({ text }, { locale: 'es', zone: undefined, now: new Date(0) });
  expect(slack.text).toBe('Type /tutorline ajustes or /book.');
  expect(JSON.stringify(slack.blocks)).toContain('Type /tutorline ajustes or /book.');
  expect(JSON.stringify(renderForDiscord({ text }, { locale: 'es' }).components)).toContain(
    'Type /ajustes or /reservar.',
  );
});
