import type { Form, FormField } from '../../conversation/form.ts';
import type { RawInput } from '../../conversation/handler.ts';
import { REASON_MOST } from '../../core/limits.ts';
import type { Way } from '../../core/session/clear-day.ts';
import type { Deps } from '../shared/deps.ts';
import { tutorOptions } from '../shared/people.ts';
import type { Reader } from '../shared/reader.ts';

export const WAYS = ['move', 'hand-over', 'cancel'] as const satisfies readonly Way[];

const DAYS_LONGEST = 100;

/** Which day, and what happens to its sessions; admins say whose day it is. */
export async function clearDayForm(reader: Reader, input: RawInput, deps: Deps): Promise<Form> {
  const words = reader.words.clear;
  const isForAnother = input['as'] === 'admin';
  const text = (
    name: string,
    label: string,
    isOptional: boolean,
    more: { placeholder?: string; hint?: string },
  ): FormField => ({
    kind: 'text',
    name,
    label,
    isOptional,
    isLong: name === 'reason',
    most: name === 'reason' ? REASON_MOST : DAYS_LONGEST,
    ...more,
    ...(input[name] === undefined ? {} : { value: input[name] }),
  });
  const whose = async (): Promise<FormField> => {
    const options = await tutorOptions(reader, deps, '', undefined);
    return { kind: 'search', name: 'tutor', label: words.tutor, isOptional: false, options };
  };
  const labelOf = (way: Way) => (way === 'move' && isForAnother ? words.adminMoves : words.ways[way]);
  return {
    title: words.title,
    submit: words.submit,
    carry: isForAnother ? { as: 'admin' } : {},
    fields: [
      ...(isForAnother ? [await whose()] : []),
      text('day', words.day, false, { placeholder: words.dayPlaceholder }),
      text('until', words.until, true, { hint: words.untilHint }),
      {
        kind: 'radio',
        name: 'way',
        label: words.way,
        isOptional: false,
        value: input['way'] ?? 'move',
        options: WAYS.map((value) => ({ value, label: labelOf(value) })),
      },
      text('reason', words.why, true, { hint: words.whyHint }),
    ],
  };
}
