import { readdir, readFile } from 'node:fs/promises';

const SRC = new URL('../../src/', import.meta.url);
const SHOWN_MOST = 3;

interface File {
  readonly path: string;
  /** Names with a dot between them: `words.title`. */
  readonly pairs: ReadonlySet<string>;
  /** All names. */
  readonly names: ReadonlySet<string>;
  /** What is taken out of something: behind a dot, or in braces. */
  readonly taken: ReadonlySet<string>;
}

/** Says which files say a sentence: those that read it by its group, or by its name after they took its group. */
export async function createSaidIn(): Promise<(path: string) => string> {
  const paths = (await readdir(SRC, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !/^(conversation\/languages|store\/generated)\//.test(path))
    .toSorted();
  const files = await Promise.all(
    paths.map(async (path) => fileOf(path.replace(/\.ts$/, ''), await readFile(new URL(path, SRC), 'utf8'))),
  );
  return (path) => {
    const [leaf = '', group = ''] = path.split('.').toReversed();
    const direct = files.filter(({ pairs }) => pairs.has(`${group}.${leaf}`));
    const found = direct.length > 0 ? direct : files.filter(({ names, taken }) => names.has(group) && taken.has(leaf));
    return found
      .slice(0, SHOWN_MOST)
      .map(({ path: file }) => file)
      .join(', ');
  };
}

function fileOf(path: string, text: string): File {
  const chains = text.match(/\w+(?:\??\.\w+)+/g) ?? [];
  const pairs = chains.flatMap((chain) => {
    const names = chain.split(/\??\./);
    return names.slice(1).map((name, index) => `${names[index] ?? ''}.${name}`);
  });
  const braces = text.match(/[^;\n]*\} = /g) ?? [];
  const taken = [...(text.match(/\.\w+/g) ?? []).map((one) => one.slice(1)), ...braces.flatMap(wordsIn)];
  return { path, pairs: new Set(pairs), names: new Set(wordsIn(text)), taken: new Set(taken) };
}

const wordsIn = (text: string): readonly string[] => text.match(/\w+/g) ?? [];
