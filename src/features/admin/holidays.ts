import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type Reply } from '../../conversation/handler.ts';
import { type DayRange, parseDays } from '../../conversation/when/day-range.ts';
import { CLOSURE_NAME_MOST } from '../../core/calendar/closures.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Words } from '../shared/inputs.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { holidaysCard, holidaysChanged } from './holidays-card.ts';

const TEXT_MOST = 100;
/** What a dialog of each chat takes: https://docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element */
const FILE_MOST = 3000;

/** Holidays and terms: for admins. */
export const holidays = handler({
  task: 'decide what holds for all',
  input: z.object({}),
  run: async (by, _, deps: Deps): Promise<Reply> => ({ kind: 'private', message: await shown(by, deps) }),
});

export async function shown(by: Actor, deps: Deps) {
  return holidaysCard(await deps.store.closures(), readerOf(by), deps);
}

export const holidayAdd = handler({
  task: 'decide what holds for all',
  input: z.object({ kind: z.enum(['holiday', 'term']).catch('holiday'), name: Words, from: Words, until: Words }),
  form: async (by, input) => {
    const words = readerOf(by).words.holidays;
    const kinds = Object.entries(words.kinds).map(([value, label]) => ({ value, label }));
    const text = (name: string, label: string, isOptional: boolean, placeholder: string, hint?: string): FormField => ({
      kind: 'text',
      name,
      label,
      placeholder,
      most: name === 'name' ? CLOSURE_NAME_MOST : TEXT_MOST,
      isLong: false,
      isOptional,
      ...(hint !== undefined && { hint }),
      ...(input[name] && { value: input[name] }),
    });
    return {
      title: words.addTitle,
      submit: words.submit,
      carry: {},
      fields: [
        {
          kind: 'choice',
          name: 'kind',
          label: words.kind,
          isOptional: false,
          options: kinds,
          value: input['kind'] ?? 'holiday',
        },
        text('name', words.name, false, words.namePlaceholder),
        text('from', words.from, false, words.dayPlaceholder),
        text('until', words.until, true, words.dayPlaceholder, words.untilHint),
      ],
    };
  },
  run: async (by, { kind, name, from, until }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    if (name === '') throw new Refusal('required', {}, 'name');
    const changed = await deps.closures.add(by, [{ kind, name, ...daysIn(from, until, reader, deps) }]);
    return { kind: 'private', message: await holidaysChanged(changed, reader.words.holidays.saved, reader, deps) };
  },
});

/** From one day to another, or one day alone. @throws Refusal at the field that is wrong. */
export function daysIn(first: string, last: string, reader: Reader, deps: Deps): DayRange {
  const context = { now: deps.clock(), zone: reader.zone ?? deps.defaultZone, language: reader.language };
  const from = parseDays(first, context);
  if (!from) throw new Refusal('not-a-day', { typed: first }, 'from');
  const until = last === '' ? from : parseDays(last, { ...context, now: new Date(`${from.from}T12:00:00Z`) });
  if (!until) throw new Refusal('not-a-day', { typed: last }, 'until');
  if (until.until < from.from) throw new Refusal('days-backwards', {}, 'until');
  return { from: from.from, until: until.until };
}

/** The text of a calendar file: read again, its events are the same ones. */
export const holidaysRead = handler({
  task: 'decide what holds for all',
  input: z.object({ text: Words }),
  form: async (by, input) => {
    const words = readerOf(by).words.holidays;
    const { text, textHint, textPlaceholder } = words;
    const asked = { kind: 'text', name: 'text', label: text, hint: textHint, placeholder: textPlaceholder } as const;
    const field = {
      ...asked,
      most: FILE_MOST,
      isLong: true,
      isOptional: false,
      ...(input['text'] && { value: input['text'] }),
    };
    return { title: words.readTitle, submit: words.submit, carry: {}, fields: [field] };
  },
  run: async (by, { text }, deps: Deps): Promise<Reply> => {
    const found = await deps.readHolidays(text, deps.clock());
    if (!found) throw new Refusal('not-a-calendar', {}, 'text');
    const reader = readerOf(by);
    const words = reader.words.holidays;
    const named = found.days.map((day) => ({ ...day, name: day.name === '' ? words.unnamed : day.name }));
    const changed = await deps.closures.add(by, named);
    const news = words.read(named.length, found.leftOut);
    return { kind: 'private', message: await holidaysChanged(changed, news, reader, deps) };
  },
});

export const holidayRemove = handler({
  task: 'decide what holds for all',
  input: z.object({ choice: z.string() }),
  run: async (by, { choice }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const changed = await deps.closures.remove(by, choice);
    return { kind: 'replace', message: await holidaysChanged(changed, reader.words.holidays.saved, reader, deps) };
  },
});
