import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../src/conversation/languages/en/words.ts';

const SRC = new URL('../src/', import.meta.url);
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/^(conversation\/languages|store\/generated)\//.test(path))
  .map((path) => readFileSync(new URL(path, SRC), 'utf8'));

/** Every word of the product under its path: `['book', 'fields', 'tutor']`. What the chats read of commands and refusals is read by name. */
function leavesOf(tree: object, path: readonly string[] = []): readonly (readonly string[])[] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const here = [...path, key];
    const isGroup = typeof value === 'object' && !Array.isArray(value);
    return isGroup ? leavesOf(value, here) : [here];
  });
}

/** Whether a file seems to read it: by its group, or after it called the group otherwise. `group[…]` reads all of it. */
function reading(path: readonly string[]): (file: string) => boolean {
  const [leaf = '', group = 'words'] = path.toReversed();
  const isRead = new RegExp(`\\b${group}\\.${leaf}\\b|\\b${group}(\\.\\w+)?\\[`);
  const isHandedOn = new RegExp(`words\\.(\\w+\\.)?${group}\\b(?![.[])|\\b${group}\\b[^}\\n]*\\} = |\\['${group}'\\]`);
  const isTaken = new RegExp(`\\.${leaf}\\b|\\{[^{}\\n]*\\b${leaf}\\b[^{}\\n]*\\} = `);
  return (file) => {
    if (!file.includes(group)) return false;
    return isRead.test(file) || (file.includes(leaf) && isTaken.test(file) && isHandedOn.test(file));
  };
}

test('no sentence is there that nobody says', () => {
  const { commands: _commands, refusals: _refusals, ...words } = en;
  const unread = leavesOf(words).filter((path) => !files.some(reading(path)));
  expect(unread.map((path) => path.join('.'))).toEqual([]);
});
