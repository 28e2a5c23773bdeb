import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Message } from '../../conversation/message.ts';
import { join, say } from '../../conversation/say.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';
import { type Read, readTable } from './import-read.ts';

/** What a dialog of each chat takes: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const PASTED_MOST = 3000;
/** Of a file; no table of so few rows is longer. */
const CHARACTERS_MOST = 200_000;
/** Problems that are said at once. */
const SHOWN = 12;

/** People, tutors, what they teach and when, out of a table: read, and everything said that is wrong with it; nothing is done yet. */
export const importTable = handler({
  task: 'look after people',
  input: z.object({ file: Words }),
  read: async () => ({}),
  form: async (by, input, _deps: Deps, ask) => {
    if (ask === 'missing' && (input['file'] ?? '') !== '') return undefined;
    const { import: words } = readerOf(by).words;
    return {
      title: words.title,
      submit: words.submit,
      carry: {},
      fields: [
        {
          kind: 'text',
          name: 'file',
          label: words.pasted,
          hint: words.pastedHint,
          placeholder: words.placeholder,
          isLong: true,
          isOptional: false,
          most: PASTED_MOST,
          ...(input['file'] && { value: input['file'].slice(0, PASTED_MOST) }),
        },
      ],
    };
  },
  run: async (by, { file }, deps: Deps): Promise<Reply> => ({
    kind: 'private',
    message: await checked(by, file, deps),
  }),
});

/** The same of a table that an admin has sent as a file. */
export const importSent = handler({
  task: 'look after people',
  input: z.object({ file: Words }),
  run: async (by, { file }, deps: Deps): Promise<Reply> => ({
    kind: 'replace',
    message: await checked(by, file, deps),
  }),
});

/** What is wrong with it, or what would be imported and the press that does it. */
async function checked(by: Actor, file: string, deps: Deps): Promise<Message> {
  const read = await readAll(by, file, deps);
  if (read.problems.length > 0) return problemsIn(read, by);
  const { import: words, buttons } = readerOf(by).words;
  const draft = await deps.drafts.keep(by, 'import-now', { file });
  const tutors = read.people.filter(({ offer }) => offer).length;
  const added = read.people.filter(({ who }) => 'userId' in who).length;
  return {
    text: words.ready(read.people.length, tutors, added),
    actions: [
      {
        kind: 'button',
        label: buttons.importNow,
        style: 'primary',
        target: { handler: 'import-now', input: { draft } },
      },
    ],
  };
}

/** Does it, all of it at once; what has changed since is read anew. */
export const importNow = handler({
  task: 'look after people',
  input: z.object({ file: Words }),
  run: async (by, { file }, deps: Deps): Promise<Reply> => {
    const read = await readAll(by, file, deps);
    if (read.problems.length > 0) return { kind: 'replace', message: problemsIn(read, by) };
    await deps.imports.people(by, read.people);
    return { kind: 'replace', message: { text: readerOf(by).words.import.done(read.people.length) } };
  },
});

function readAll(by: Actor, file: string, deps: Deps): Promise<Read> {
  if (file === '') throw new Refusal('required', {}, 'file');
  if (file.length > CHARACTERS_MOST) throw new Refusal('too-long', { most: CHARACTERS_MOST }, 'file');
  return readTable(by, file, deps);
}

/** Line by line; as long as there is one, nothing is done. */
function problemsIn({ problems }: Read, by: Actor): Message {
  const { import: words } = readerOf(by).words;
  const lines = problems.slice(0, SHOWN).map(({ line, text }) => [...words.line(line), ...say` `, ...text]);
  const others = problems.length - lines.length;
  return { text: join([words.problems, ...lines, ...(others > 0 ? [words.others(others)] : [])], '\n') };
}
