import { z } from 'zod';
import type { FormField } from '../../conversation/form.ts';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Action, Message } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import type { Actor } from '../../core/people/person.ts';
import { ending, stateOf } from '../person/observers.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { peopleOptions, personMeant } from '../shared/person-meant.ts';
import { readerOf } from '../shared/reader.ts';

/** Observers on one page. */
const PAGE = 6;

/** Who sees whose sessions, for admins. */
export const tutoringObservers = handler({
  task: 'look after people',
  input: z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1), turn: Short }),
  read: async () => ({}),
  run: async (by, { page, turn }, deps: Deps): Promise<Reply> => ({
    kind: turn === undefined ? 'private' : 'replace',
    message: await everybody(by, page, deps),
  }),
});

async function everybody(by: Actor, page: number, deps: Deps): Promise<Message> {
  const { observers: words, buttons, formerMember } = readerOf(by).words;
  const found = await deps.store.observers(PAGE + 1, (page - 1) * PAGE);
  const shown = found.slice(0, PAGE);
  const people = await deps.store.people(shown.flatMap(({ learner, observer }) => [learner, observer]));
  const nameOf = (id: string) => people.get(id)?.name ?? formerMember;
  const turn = (label: string, to: number) => button(label, 'tutoring-observers', { page: String(to), turn: 'page' });
  return {
    title: say`${words.adminTitle}`,
    text: found.length === 0 ? words.nobody : words.adminIntro,
    sections: shown.map((one) => ({
      text: words.line[stateOf(one)](nameOf(one.learner), nameOf(one.observer)),
      actions: [
        ...(stateOf(one) === 'asked'
          ? [button(buttons.confirmObserver, 'confirm-observer', { observer: one.id }, 'primary')]
          : []),
        ending(one, buttons.endObserver),
      ],
    })),
    actions: [
      button(buttons.setObserver, 'set-observer', {}, 'primary'),
      ...(page > 1 ? [turn(buttons.back, page - 1)] : []),
      ...(found.length > PAGE ? [turn(buttons.more, page + 1)] : []),
    ],
  };
}

function button(
  label: string,
  handler: string,
  input: Readonly<Record<string, string>>,
  style: 'plain' | 'primary' = 'plain',
): Action {
  return { kind: 'button', label, style, target: { handler, input } };
}

export const confirmObserver = handler({
  task: 'look after people',
  input: z.object({ observer: z.string().min(1).max(40) }),
  run: async (by, { observer: id }, deps: Deps): Promise<Reply> => {
    await deps.observers.confirm(by, id);
    return { kind: 'private', message: { text: readerOf(by).words.observers.confirmed } };
  },
});

const suggestPeople = (by: Actor, typed: string, _: unknown, deps: Deps) => peopleOptions(by, typed, deps);

/** An admin sets one for a learner: it begins when the observer agrees. */
export const setObserver = handler({
  task: 'look after people',
  input: z.object({ learner: Words, person: Words }),
  suggest: { learner: suggestPeople, person: suggestPeople },
  form: async (by, input, deps: Deps) => {
    const { observers: words } = readerOf(by).words;
    const options = await peopleOptions(by, '', deps);
    const who = (name: string, label: string): FormField => ({
      ...{ kind: 'search', name, label, isOptional: false, options },
      ...(input[name] && { value: input[name] }),
    });
    return {
      title: words.setTitle,
      submit: words.setSubmit,
      carry: {},
      fields: [who('learner', words.learnerLabel), who('person', words.observerLabel)],
    };
  },
  run: async (by, { learner: learns, person: sees }, deps: Deps): Promise<Reply> => {
    const [learner, person] = [await personMeant(by, learns, deps), await personMeant(by, sees, deps)];
    await deps.observers.ask(by, learner.id, person.id);
    return { kind: 'private', message: { text: readerOf(by).words.observers.set(person.name) } };
  },
});
