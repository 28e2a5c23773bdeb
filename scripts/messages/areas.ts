import { readFile } from 'node:fs/promises';
import type { Kind } from './literals.ts';

const ENGLISH = new URL('../../src/conversation/languages/en/', import.meta.url);

/** What belongs together: a file of a language. */
export interface Area {
  readonly name: string;
  /** What the file says that it is. */
  readonly about: string;
  readonly groups: readonly string[];
}

export interface English {
  readonly areas: readonly Area[];
  /** What English says about what is put into a sentence, by the place at which it is given. */
  kindsOf(leaf: string): readonly Kind[];
}

export async function readEnglish(groups: readonly string[]): Promise<English> {
  const put = await readFile(new URL('words.ts', ENGLISH), 'utf8');
  const names = [...put.matchAll(/from '\.\/(.+\.ts)'/g)].map(([, name = '']) => name).toSorted();
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(new URL(name, ENGLISH), 'utf8') })),
  );
  const areas = files.map(({ name, text }): Area => {
    const [, about = '', exported = ''] = /(?:\/\*\* (.*) \*\/\n)?export const (\w+)/.exec(text) ?? [];
    const isWhole = new RegExp(`^  ${exported},$`, 'm').test(put);
    const own = groups.filter((group) => new RegExp(`^  ${group}(?::|,$)`, 'm').test(text));
    return { name: name.replace(/\.ts$/, ''), about, groups: isWhole ? [exported] : own };
  });
  const kinds = new Map(files.flatMap(({ text }) => signaturesIn(text)));
  return { areas: areas.filter(({ groups: own }) => own.length > 0), kindsOf: (leaf) => kinds.get(leaf) ?? [] };
}

function signaturesIn(text: string): readonly (readonly [string, readonly Kind[]])[] {
  return [...text.matchAll(/(\w+): \(([^()]*)\)(?:: \w+)? =>/g)].map(([, name = '', given = '']) => [
    name,
    given.split(',').map((one) => (one.includes(': Span') ? 'moment' : one.includes(': Text') ? 'text' : 'typed')),
  ]);
}
