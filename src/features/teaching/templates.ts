import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Action, Section } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import { LENGTHS_MINUTES, SUBJECT_MOST, USUAL_LENGTH_MINUTES } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import {
  AGENDA_MOST,
  QUESTION_MOST,
  QUESTIONS_MOST,
  type Question,
  TEMPLATES_MOST,
  type Template,
} from '../../core/people/template.ts';
import { Refusal } from '../../core/refusal.ts';
import { placesIn } from '../groups/group-input.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { From, pageOf } from '../shared/pages.ts';
import { choicesOf } from '../shared/platform-name.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { offerOf } from './offer-of.ts';

/** Marks a question that has to be answered. */
const REQUIRED = '*';

/** The kinds of sessions that a tutor offers: to be changed, taken away, and added to. */
export const templates = handler({
  input: z.object({ from: From, turn: Short }),
  run: async (by, { from, turn }, deps: Deps) => {
    const reply = await showTemplates(by, deps, from);
    return turn === undefined ? reply : { ...reply, kind: 'replace' };
  },
});

/** A kind of session: a new one, or another one than before. */
export const template = handler({
  input: z.object({ id: Short, name: Words, length: Words, places: Words, agenda: Words, questions: Words }),
  form: async (by, input, deps: Deps) => {
    await offerOf(by, deps);
    const reader = readerOf(by);
    const words = reader.words.template;
    const before = input['id'] === undefined ? undefined : await mine(by, input['id'], deps);
    const text = (name: string, label: string, most: number, more: Partial<FormField>, now = ''): FormField => {
      const value = input[name] ?? now;
      const field = { kind: 'text', name, label, most, isLong: false, isOptional: true, ...more } as FormField;
      return value === '' ? field : { ...field, value };
    };
    return {
      title: words.title,
      submit: words.submit,
      carry: before ? { id: before.id } : {},
      fields: [
        text(
          'name',
          words.name,
          SUBJECT_MOST,
          { isOptional: false, placeholder: words.namePlaceholder } as Partial<FormField>,
          before?.name,
        ),
        {
          kind: 'choice',
          name: 'length',
          label: words.length,
          isOptional: false,
          options: LENGTHS_MINUTES.map((one) => ({ value: String(one), label: lengthWords(one, reader.locale) })),
          value: input['length'] ?? String(before?.lengthMinutes ?? USUAL_LENGTH_MINUTES),
        },
        text('agenda', words.agenda, AGENDA_MOST, { isLong: true } as Partial<FormField>, before?.agenda),
        text(
          'questions',
          words.questions,
          QUESTIONS_MOST * (QUESTION_MOST + 2),
          { isLong: true, hint: words.questionsHint, placeholder: words.questionsPlaceholder } as Partial<FormField>,
          before?.questions.map(({ text, isRequired }) => `${text}${isRequired ? ` ${REQUIRED}` : ''}`).join('\n'),
        ),
        text(
          'places',
          words.places,
          20,
          { hint: words.placesHint, placeholder: reader.words.openGroup.placesPlaceholder } as Partial<FormField>,
          before && before.capacity > 1 ? placesOf(before) : '',
        ),
      ],
    };
  },
  run: async (by, { id, name, length, places, agenda, questions }, deps: Deps) => {
    const room = places === '' ? { capacity: 1, minimum: 1 } : placesIn(places);
    const plan = { name, lengthMinutes: Number(length), agenda, questions: questionsIn(questions), ...room };
    await deps.templates.save(by, plan, id);
    return showTemplates(by, deps);
  },
});

/** Where such sessions meet. */
export const templatePlatform = handler({
  input: z.object({ id: z.string(), choice: z.string() }),
  run: async (by, { id, choice }, deps: Deps) => {
    const tutor = await offerOf(by, deps);
    if (!choicesOf(tutor, readerOf(by), deps).some((one) => one.id === choice))
      throw new Refusal('unknown-platform', {});
    await deps.templates.choosePlatform(by, id, choice);
    return { kind: 'replace', message: (await showTemplates(by, deps)).message };
  },
});

export const templateRemove = handler({
  input: z.object({ id: z.string() }),
  run: async (by, { id }, deps: Deps) => {
    await deps.templates.remove(by, id);
    return { kind: 'replace', message: (await showTemplates(by, deps)).message };
  },
});

async function mine(by: Actor, id: string, deps: Deps): Promise<Template> {
  const found = await deps.store.template(id);
  if (found?.tutor !== by.person.id) throw new Refusal('template-gone', {});
  return found;
}

/** One on each line; with a star it has to be answered. */
export function questionsIn(typed: string): readonly Question[] {
  const lines = typed.split('\n').map((line) => line.trim());
  return lines.flatMap((line) => {
    const text = line.replaceAll(REQUIRED, '').trim();
    return text === '' ? [] : [{ text, isRequired: line.includes(REQUIRED) }];
  });
}

function placesOf({ capacity, minimum }: Template): string {
  return `${minimum}-${capacity}`;
}

/** All of them, with what can be done to each. */
export async function showTemplates(by: Actor, deps: Deps, from = 0): Promise<Reply> {
  const reader = readerOf(by);
  const tutor = await offerOf(by, deps);
  const words = reader.words.template;
  const all = await deps.store.templates([by.person.id]);
  const platforms = choicesOf(tutor, reader, deps);
  const menu = (one: Template): readonly Action[] =>
    platforms.length < 2
      ? []
      : [
          {
            kind: 'choice',
            label: reader.words.teach.platform,
            target: { handler: 'template-platform', input: { id: one.id } },
            options: platforms.map(({ id, name }) => ({ value: id, label: name })),
            selected: one.platform ?? tutor.defaultPlatform ?? platforms[0]?.id ?? '',
          },
        ];
  const adding = button(reader.words.buttons.newTemplate, 'template', {}, 'primary');
  const { shown, turns } = pageOf(
    all.slice(from).map((one) => templateSection(one, reader, menu(one))),
    reader,
    {
      from,
      size: TEMPLATES_MOST,
      hasMore: false,
      beside: { actions: [adding] },
      turn: (label, begin) => button(label, 'templates', { from: String(begin), turn: 'page' }),
    },
  );
  return {
    kind: 'private',
    message: {
      title: say`${words.listTitle}`,
      ...(all.length === 0 && { text: words.none }),
      sections: shown,
      actions: [adding, ...turns],
    },
  };
}

function templateSection(one: Template, reader: Reader, menu: readonly Action[]): Section {
  const { buttons, template: words } = reader.words;
  const length = lengthWords(one.lengthMinutes, reader.locale);
  const asked = one.questions.map(({ text, isRequired }) => `${text}${isRequired ? ` ${REQUIRED}` : ''}`);
  const group = { subject: one.name, length: String(one.lengthMinutes), places: placesOf(one), note: one.agenda };
  const input = { ...group, ...(one.platform !== undefined && { platform: one.platform }) };
  return {
    title: say`${one.name}`,
    text: one.capacity > 1 ? words.forMany(length, placesOf(one)) : say`${length}`,
    fields: [
      ...(one.agenda === '' ? [] : [{ name: words.agenda, value: say`${one.agenda}` }]),
      ...(asked.length === 0 ? [] : [{ name: words.questions, value: say`${asked.join('\n')}` }]),
    ],
    actions: [
      ...menu,
      ...(one.capacity > 1 ? [button(buttons.openGroup, 'open-group', input, 'primary')] : []),
      button(buttons.change, 'template', { id: one.id }),
      button(buttons.remove, 'template-remove', { id: one.id }, 'danger'),
    ],
  };
}

function button(
  label: string,
  handler: string,
  input: Readonly<Record<string, string>>,
  style: 'primary' | 'plain' | 'danger' = 'plain',
): Action {
  return { kind: 'button', label, style, target: { handler, input } };
}
