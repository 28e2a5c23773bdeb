import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type Reply } from '../../conversation/handler.ts';
import { PROGRAMME_NAME_MOST, SUBJECT_MOST } from '../../core/limits.ts';
import { EVERY_DAYS, type Programme } from '../../core/programmes/programme.ts';
import { Refusal } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';
import { daysIn } from './holidays.ts';
import { button, programmeCard, programmesCard } from './programme-card.ts';

const SUGGESTED = 25;
const DAY_MOST = 100;

/** Who is paired with whom for a term: all programmes, or one of them by its name. */
export const programme = handler({
  task: 'look after programmes',
  input: z.object({ name: Short, page: z.coerce.number().int().min(1).max(1000).catch(1), turn: Short }),
  suggest: {
    name: async (_by, typed, _, deps: Deps) => {
      const all = await deps.store.programmes(SUGGESTED, 0);
      return all
        .filter(({ name }) => spellingKey(name).includes(spellingKey(typed)))
        .map(({ id, name }) => ({ value: id, label: name }));
    },
  },
  run: async (by, { name, page, turn }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const one = name === undefined ? undefined : await meant(name, deps);
    return {
      kind: turn === undefined ? 'private' : 'replace',
      message: one ? await programmeCard(one, page, reader, deps) : await programmesCard(reader, page, deps),
    };
  },
});

/** By its id, or by a name; of none of these names all are shown. */
async function meant(typed: string, deps: Deps): Promise<Programme | undefined> {
  const byId = await deps.store.programme(typed);
  if (byId) return byId;
  const all = await deps.store.programmes(SUGGESTED, 0);
  return all.find(({ name }) => spellingKey(name) === spellingKey(typed));
}

/** Opens one, or changes what it is. */
export const openProgramme = handler({
  task: 'look after programmes',
  input: z.object({ programme: Short, name: Words, subject: Words, every: Words, from: Words, until: Words }),
  form: async (by, input, deps: Deps) => {
    const { programmes: words } = readerOf(by).words;
    const before = input['programme'] === undefined ? undefined : await deps.store.programme(input['programme']);
    const text = (name: string, label: string, most: number, now: string | undefined, hint?: string): FormField => ({
      ...{ kind: 'text', name, label, most, isLong: false, isOptional: false },
      ...(hint !== undefined && { hint }),
      ...((input[name] ?? now) !== undefined && { value: input[name] ?? now ?? '' }),
    });
    return {
      title: before ? words.changeTitle : words.openTitle,
      submit: words.submit,
      carry: before ? { programme: before.id } : {},
      fields: [
        text('name', words.nameLabel, PROGRAMME_NAME_MOST, before?.name),
        text('subject', words.subjectLabel, SUBJECT_MOST, before?.subject),
        {
          ...{ kind: 'choice', name: 'every', label: words.everyLabel, isOptional: false },
          options: EVERY_DAYS.map((days) => ({ value: String(days), label: words.every[days] })),
          value: input['every'] ?? String(before?.everyDays ?? EVERY_DAYS[0]),
        },
        text('from', words.fromLabel, DAY_MOST, before?.from, words.dayHint),
        text('until', words.untilLabel, DAY_MOST, before?.until),
      ],
    };
  },
  run: async (by, { programme: id, name, subject, every, from, until }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const plan = { name, subject, everyDays: Number(every), ...daysIn(from, until, reader, deps) };
    const saved = id === undefined ? await deps.programmes.open(by, plan) : await deps.programmes.change(by, id, plan);
    return { kind: 'private', message: await programmeCard(saved, 1, reader, deps) };
  },
});

/** Ends it, with all of its pairs: asked once more before. */
export const endProgramme = handler({
  task: 'look after programmes',
  input: z.object({ programme: z.string().min(1).max(40), sure: Short }),
  run: async (by, { programme: id, sure }, deps: Deps): Promise<Reply> => {
    const { programmes: words, buttons } = readerOf(by).words;
    const one = await deps.store.programme(id);
    if (!one || one.endedAt) throw new Refusal('programme-over', {});
    if (sure === undefined) {
      const yes = button(buttons.endForAll, 'end-programme', { programme: id, sure: 'yes' }, 'danger');
      return { kind: 'private', message: { text: words.endSure(one.name), actions: [yes] } };
    }
    await deps.programmes.end(by, id);
    return { kind: 'replace', message: { text: words.isOver } };
  },
});
