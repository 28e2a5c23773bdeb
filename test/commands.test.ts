import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { describeCommands } from '../src/chat/discord/register.ts';
import { languages, wordsFor } from '../src/conversation/languages/index.ts';
import { handlers } from '../src/features/index.ts';
import { commands } from '../src/features/shared/commands.ts';

const Manifest = z.object({
  features: z.object({
    slash_commands: z.array(z.object({ command: z.string(), usage_hint: z.string(), should_escape: z.boolean() })),
  }),
});

async function manifest() {
  return Manifest.parse(parse(await readFile(new URL('../manifest.yml', import.meta.url), 'utf8')));
}

test('every command has a handler, words in each language, and a place in Slack and in Discord', async () => {
  const { slash_commands: inSlack } = (await manifest()).features;
  const tutorline = inSlack.find(({ command }) => command === '/tutorline');
  const inDiscord = describeCommands(commands);
  expect(inDiscord.map(({ name }) => name).sort()).toEqual(commands.map(({ name }) => name).sort());
  for (const { name, options, words: inside = [] } of commands) {
    expect(handlers[name], name).toBeDefined();
    for (const { id: locale } of languages) {
      const words = wordsFor(locale).commands[name];
      expect(Object.keys(words.options).sort(), `${name} in ${locale}`).toEqual(
        options.map((option) => option.name).sort(),
      );
    }
    for (const word of inside) {
      expect(handlers[word.handler], `${name} ${word.name}`).toBeDefined();
      for (const { id: locale } of languages) {
        const words = wordsFor(locale).commands[name].words?.[word.name];
        expect(Object.keys(words?.options ?? {}).sort(), `${name} ${word.name} in ${locale}`).toEqual(
          word.options.map((option) => option.name).sort(),
        );
      }
      for (const option of word.options) {
        if (option.kind === 'suggested')
          expect(handlers[word.handler]?.suggest?.[option.name], `${name} ${word.name} ${option.name}`).toBeDefined();
      }
    }
    const hint = inSlack.find(({ command }) => command === `/${name}`) ? '' : tutorline?.usage_hint;
    if (hint !== '') expect(hint, `/tutorline ${name}`).toContain(name);
    for (const option of options) {
      if (option.kind === 'suggested')
        expect(handlers[name]?.suggest?.[option.name], `${name} ${option.name}`).toBeDefined();
    }
  }
  expect(inSlack.every((command) => command.should_escape)).toBe(true);
});

test('every button and menu leads to a handler that there is', async () => {
  const folder = new URL('../src/features/', import.meta.url);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const named = new Set<string>();
  for (const file of files) {
    const text = await readFile(new URL(file, folder), 'utf8');
    for (const [, name] of text.matchAll(/handler: '([\w-]+)'/g)) named.add(name ?? '');
    for (const [, name] of text.matchAll(/(?:offer|button)\(\s*view,\s*'([\w-]+)'/g)) named.add(name ?? '');
  }
  expect(named.size).toBeGreaterThan(15);
  expect([...named].filter((name) => !(name in handlers))).toEqual([]);
});
