import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler } from '../../conversation/handler.ts';
import type { Action } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import { REASON_MOST } from '../../core/limits.ts';
import { CARES, type CareKind } from '../../core/people/care.ts';
import type { Person } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { type Reader, readerOf, type View } from '../shared/reader.ts';

const NUMBER_LONGEST = 3;

/** What an admin decides of a tutor, or of anybody: why is asked, and the one whom it concerns reads it. */
export const care = handler({
  task: 'look after people',
  input: z.object({ person: z.string(), what: z.enum(CARES), reason: Words, most: Short }),
  form: async (by, input, deps: Deps) => {
    const { care: words } = readerOf(by).words;
    const what = CARES.find((one) => one === input['what']);
    const person = await deps.store.person(input['person'] ?? '');
    if (!person || !what) throw new Refusal('unknown-person', { typed: '' });
    const text = (name: string, label: string, isLong: boolean, most: number): FormField => ({
      kind: 'text',
      name,
      label,
      isLong,
      isOptional: name === 'most',
      most,
      ...(input[name] === undefined ? {} : { value: input[name] }),
    });
    return {
      title: words.titles[what],
      submit: words.submit,
      carry: { person: person.id, what },
      fields: [
        ...(what === 'limit' ? [text('most', words.most, false, NUMBER_LONGEST)] : []),
        text('reason', words.reason, true, REASON_MOST),
      ],
    };
  },
  run: async (by, { person: id, what, reason, most }, deps: Deps) => {
    await deps.care.decide(by, id, what, reason, most === undefined ? undefined : Number(most));
    const reader = readerOf(by);
    const name = (await deps.store.person(id))?.name ?? reader.words.somebody;
    return { kind: 'private', message: { text: reader.words.care.done(name) } };
  },
});

/** The button that asks for it. */
export function caring(what: CareKind, { id }: Pick<Person, 'id'>, { words }: Reader): Action {
  const isHard = what === 'remove' || what === 'silence';
  const target = { handler: 'care', input: { person: id, what } };
  return { kind: 'button', label: words.care.buttons[what], style: isHard ? 'danger' : 'plain', target };
}

/** To the one whom it concerns: what was decided, by whom, and why. */
export const caredFor = notice({
  kind: 'cared-for',
  data: z.object({
    what: z.enum(CARES),
    by: z.string(),
    admin: z.string(),
    most: z.number().optional(),
    reason: z.string().optional(),
  }),
  render: ({ reader: { words } }: View, { data: { what, admin, most, reason = '' } }) => {
    const who = words.asAdmin(admin || words.formerMember);
    const { told } = words.care;
    const line = what === 'limit' ? told.limit(who, most) : told[what](who);
    return { text: reason === '' ? line : say`${line}\n${words.fields.reason}: ${reason}` };
  },
});
