import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Action, Message, Text } from '../../conversation/message.ts';
import { join, say } from '../../conversation/say.ts';
import { SUBJECT_MOST } from '../../core/limits.ts';
import type { Subject } from '../../core/people/subjects.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { type Reader, readerOf } from '../shared/reader.ts';

/** Subjects on one page: as many as a menu of every chat takes. */
const PAGE = 20;
const ALIASES_LONGEST = 600;

/** What is taught here, and under which other names it is found. */
export const subjects = handler({
  task: 'look after subjects',
  input: z.object({ page: z.coerce.number().int().min(1).max(100).catch(1), turn: Short }),
  read: async () => ({}),
  run: async (by, { page, turn }, deps: Deps) => {
    const message = subjectsCard(await deps.store.allSubjects(), page, readerOf(by));
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});

function subjectsCard(all: readonly Subject[], page: number, reader: Reader, news?: Text): Message {
  const { subjects: words, buttons } = reader.words;
  const shown = all.slice((page - 1) * PAGE, page * PAGE);
  const lines = shown.map(({ name, tutors, aliases }) => [
    ...words.line(name, tutors),
    ...(aliases.length === 0 ? [] : say` · ${words.also(aliases.join(', '))}`),
  ]);
  const to = (label: string, page: number): Action => ({
    kind: 'button',
    label,
    style: 'plain',
    target: { handler: 'subjects', input: { page: String(page), turn: 'page' } },
  });
  const list = shown.length === 0 ? words.none : join(lines, '\n');
  return {
    title: say`${words.title}`,
    text: news ? say`${news}\n${list}` : list,
    actions: [
      ...(shown.length === 0
        ? []
        : [
            {
              kind: 'choice' as const,
              label: words.changeOne,
              target: { handler: 'subject-change', input: {} },
              options: shown.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]),
      ...(page > 1 ? [to(buttons.back, page - 1)] : []),
      ...(all.length > page * PAGE ? [to(buttons.more, page + 1)] : []),
    ],
  };
}

/** Another name, other names by which it is found, or one with another subject. */
export const subjectChange = handler({
  task: 'look after subjects',
  input: z.object({ choice: z.string(), name: Words, aliases: Words, into: Short }),
  form: async (by, input, deps: Deps) => {
    const all = await deps.store.allSubjects();
    const subject = all.find(({ id }) => id === input['choice']);
    if (!subject) throw new Refusal('subject-gone', {});
    const { subjects: words } = readerOf(by).words;
    const others = all.filter(({ id }) => id !== subject.id).map(({ id, name }) => ({ value: id, label: name }));
    return {
      title: words.formTitle,
      submit: words.submit,
      carry: { choice: subject.id },
      fields: [
        {
          kind: 'text',
          name: 'name',
          label: words.name,
          isLong: false,
          isOptional: false,
          most: SUBJECT_MOST,
          value: input['name'] ?? subject.name,
        },
        {
          kind: 'text',
          name: 'aliases',
          label: words.aliases,
          hint: words.aliasesHint,
          isLong: false,
          isOptional: true,
          most: ALIASES_LONGEST,
          value: input['aliases'] ?? subject.aliases.join(', '),
        },
        ...(others.length === 0
          ? []
          : [
              {
                kind: 'search' as const,
                name: 'into',
                label: words.into,
                isOptional: true,
                options: others,
                ...(input['into'] === undefined ? {} : { value: input['into'] }),
              },
            ]),
      ],
    };
  },
  suggest: {
    into: async (_by, typed, { choice }, deps: Deps) =>
      (await deps.store.allSubjects())
        .filter(({ id, name }) => id !== choice && spellingKey(name).includes(spellingKey(typed)))
        .map(({ id, name }) => ({ value: id, label: name })),
  },
  run: async (by, { choice, name, aliases, into }, deps: Deps): Promise<Reply> => {
    const others = aliases
      .split(/[,;\n]/)
      .map((one) => one.trim())
      .filter(Boolean);
    if (into !== undefined) await deps.subjects.merge(by, choice, await meant(into, deps));
    else await deps.subjects.change(by, choice, name, others);
    const reader = readerOf(by);
    const { subjects: words } = reader.words;
    const message = subjectsCard(await deps.store.allSubjects(), 1, reader, words.saved);
    return { kind: 'private', message };
  },
});

/** A subject's id, or its name where that was typed. @throws Refusal */
async function meant(typed: string, deps: Deps): Promise<string> {
  const all = await deps.store.allSubjects();
  const found = all.find(({ id }) => id === typed) ?? all.find(({ name }) => spellingKey(name) === spellingKey(typed));
  if (!found) throw new Refusal('unknown-subject', { typed, known: [] }, 'into');
  return found.id;
}
