import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { languages } from '../src/conversation/languages/index.ts';

const SRC = new URL('../src/', import.meta.url);
const ids = languages.map(({ id }) => id).join('|');
/** 'es', "es-419", `en_GB`, or the folder of a language. */
const NAMED = new RegExp(`(['"\`])(?:${ids})(?:[-_]\\w+)?\\1|languages/(?:${ids})/`);

test('nothing but its folder and the index knows of a language', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !/^(conversation\/languages|store\/generated)\//.test(path),
  );
  expect(files.length).toBeGreaterThan(200);
  const knowing = files.filter((path) => NAMED.test(readFileSync(new URL(path, SRC), 'utf8')));
  expect(knowing).toEqual([]);
});
