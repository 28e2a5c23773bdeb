import { z } from 'zod';
import { handler, type RawInput, type Reply, type Typed } from '../../conversation/handler.ts';
import type { Action, Message, Section } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import type { Observer } from '../../core/people/observer.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { peopleOptions, personMeant, UNKNOWN } from '../shared/person-meant.ts';
import { readerOf } from '../shared/reader.ts';

/** Observers, or observed, on one page. */
const PAGE = 5;

/** Whom one asks to see one's sessions, who does, and whose one sees. */
export const observer = handler({
  input: z.object({ person: Short, page: z.coerce.number().int().min(1).max(1000).catch(1), turn: Short }),
  suggest: { person: (by, typed, _, deps: Deps) => peopleOptions(by, typed, deps) },
  read: async (_by, { text, mentions }: Typed): Promise<RawInput> => {
    const person = mentions.length > 0 ? (mentions[0] ?? UNKNOWN) : text.trim();
    return person === '' ? {} : { person };
  },
  run: async (by, { person, page, turn }, deps: Deps): Promise<Reply> => {
    if (person === undefined)
      return { kind: turn === undefined ? 'private' : 'replace', message: await observersCard(by, page, deps) };
    return ask(by, person, deps);
  },
});

/** The same by a dialog. */
export const askObserver = handler({
  input: z.object({ person: Words }),
  suggest: { person: (by, typed, _, deps: Deps) => peopleOptions(by, typed, deps) },
  form: async (by, input, deps: Deps) => {
    const { observers: words } = readerOf(by).words;
    return {
      title: words.askTitle,
      submit: words.askSubmit,
      carry: {},
      fields: [
        {
          ...{ kind: 'search', name: 'person', label: words.observerLabel, hint: words.askHint, isOptional: false },
          options: await peopleOptions(by, '', deps),
          ...(input['person'] && { value: input['person'] }),
        },
      ],
    };
  },
  run: (by, { person }, deps: Deps) => ask(by, person, deps),
});

async function ask(by: Actor, person: string, deps: Deps): Promise<Reply> {
  const { observers: words } = readerOf(by).words;
  const { id, name } = await personMeant(by, person, deps);
  const asked = await deps.observers.ask(by, by.person.id, id);
  return { kind: 'private', message: { text: asked.confirmedAt ? words.set(name) : words.asked(name) } };
}

async function observersCard(by: Actor, page: number, deps: Deps): Promise<Message> {
  const reader = readerOf(by);
  const { observers: words, buttons } = reader.words;
  const all = await deps.store.observersOf(by.person.id);
  const shown = all.slice((page - 1) * PAGE, page * PAGE);
  const people = await deps.store.people(shown.flatMap(({ learner, observer }) => [learner, observer]));
  const nameOf = (id: string) => people.get(id)?.name ?? reader.words.formerMember;
  const sections: Section[] = [];
  for (const one of shown) {
    const isMine = one.learner === by.person.id;
    const name = nameOf(isMine ? one.observer : one.learner);
    sections.push({
      text: isMine ? words.mine[stateOf(one)](name) : words.theirs[stateOf(one)](name),
      actions: [
        ...(isMine ? [] : [...agreeing(one, buttons.agreeToObserve), ...theirSessions(one, buttons.theirSessions)]),
        ending(one, buttons.endObserver),
      ],
    });
  }
  const turn = (label: string, to: number) => button(label, 'observer', { page: String(to), turn: 'page' });
  const turning = [
    ...(page > 1 ? [turn(buttons.back, page - 1)] : []),
    ...(all.length > page * PAGE ? [turn(buttons.more, page + 1)] : []),
  ];
  return {
    title: say`${words.title}`,
    text: all.length === 0 ? words.none : words.intro,
    sections: [...sections, ...(turning.length > 0 ? [{ actions: turning }] : [])],
    actions: [button(buttons.askObserver, 'ask-observer', {}, 'primary')],
  };
}

export function stateOf({ confirmedAt, agreedAt }: Observer): 'asked' | 'confirmed' | 'active' {
  if (!confirmedAt) return 'asked';
  return agreedAt ? 'active' : 'confirmed';
}

export function agreeing(one: Observer, label: string): readonly Action[] {
  return stateOf(one) === 'confirmed' ? [button(label, 'agree-to-observe', { observer: one.id }, 'primary')] : [];
}

function theirSessions(one: Observer, label: string): readonly Action[] {
  return stateOf(one) === 'active' ? [button(label, 'observed-sessions', { learner: one.learner })] : [];
}

export function ending({ id }: Observer, label: string): Action {
  return button(label, 'end-observer', { observer: id }, 'danger');
}

function button(
  label: string,
  handler: string,
  input: Readonly<Record<string, string>>,
  style: 'plain' | 'primary' | 'danger' = 'plain',
): Action {
  return { kind: 'button', label, style, target: { handler, input } };
}

const Which = z.object({ observer: z.string().min(1).max(40) });

export const agreeToObserve = handler({
  input: Which,
  run: async (by, { observer: id }, deps: Deps): Promise<Reply> => {
    await deps.observers.agree(by, id);
    return { kind: 'private', message: await observersCard(by, 1, deps) };
  },
});

/** By either side, or an admin. */
export const endObserver = handler({
  input: Which,
  run: async (by, { observer: id }, deps: Deps): Promise<Reply> => {
    await deps.observers.end(by, id);
    return { kind: 'private', message: { text: readerOf(by).words.observers.ended } };
  },
});
