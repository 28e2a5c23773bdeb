import { z } from 'zod';
import type { Form } from '../../conversation/form.ts';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import type { Message, Section } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import { twoOf } from '../../core/learning/learning.ts';
import { AIM_KINDS, type Aim } from '../../core/learning/port.ts';
import { AIM_MOST } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session/session.ts';
import { ticking } from '../cards/aims.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { SessionId, Short, Words } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { From, pageOf } from '../shared/pages.ts';
import { nameOf, otherOf, readerOf, type View, viewOf } from '../shared/reader.ts';

/** Those on one page. */
const PAGE = 10;

/** What two people aim at together and are to do next: to read, to add to, to tick off. */
export const aims = handler({
  input: z.object({ session: SessionId, from: From, turn: Short }),
  run: async (by, { session: id, from, turn }, deps: Deps): Promise<Reply> => {
    const session = await mine(by, id, deps, 'aims');
    return { kind: turn === undefined ? 'private' : 'replace', message: await list(by, session, from, deps) };
  },
});

async function list(by: Actor, session: Session, from: number, deps: Deps): Promise<Message> {
  const reader = readerOf(by);
  const two = twoOf(session);
  if (!two) throw new Refusal('not-for-two', { hasTutor: false });
  const found = (await deps.store.aims(two, from + PAGE + 1)).slice(from);
  const view = await viewOf(session, reader, deps);
  const { learning: words, buttons } = reader.words;
  const sections: Section[] = found.slice(0, PAGE).map((one) => ({
    text: say`${(one.doneAt ? words.lineDone : words.line)(words.kinds[one.kind], nameOf(view, one.by))} ${one.text}`,
    actions: [ticking(one, reader)],
  }));
  const target = { handler: 'aim-add', input: { session: session.id } };
  const adding = { kind: 'button', label: buttons.addAim, style: 'primary', target } as const;
  const title = words.title(otherOf(view));
  const { shown, turns } = pageOf(sections, reader, {
    from,
    size: PAGE,
    hasMore: found.length > PAGE,
    beside: { title, actions: [adding] },
    turn: (label, begin) => ({
      kind: 'button',
      label,
      style: 'plain',
      target: { handler: 'aims', input: { session: session.id, from: String(begin), turn: 'page' } },
    }),
  });
  return {
    title,
    ...(found.length === 0 && from === 0 && { text: words.none }),
    sections: shown,
    actions: [adding, ...turns],
  };
}

export const aimAdd = handler({
  input: z.object({ session: SessionId, kind: z.enum(AIM_KINDS).catch('step'), text: Words }),
  form: async (by, input, deps: Deps): Promise<Form> => {
    const session = await mine(by, input['session'] ?? '', deps, 'aims');
    const { learning: words } = readerOf(by).words;
    return {
      title: words.addTitle,
      submit: words.add,
      carry: { session: session.id },
      fields: [
        {
          kind: 'radio',
          name: 'kind',
          label: words.kind,
          isOptional: false,
          value: input['kind'] ?? (session.state === 'ended' ? 'step' : 'goal'),
          options: AIM_KINDS.map((value) => ({ value, label: words.kindsOffered[value] })),
        },
        text(words.text, input, { hint: words.textHint, isLong: false, most: AIM_MOST, isOptional: false }),
      ],
    };
  },
  run: async (by, { session: id, kind, text: typed }, deps: Deps): Promise<Reply> => {
    await deps.learning.add(by, id, kind, typed);
    return { kind: 'private', message: await list(by, await mine(by, id, deps, 'aims'), 0, deps) };
  },
});

export const aimTick = handler({
  input: z.object({ aim: SessionId }),
  run: async (by, { aim: id }, deps: Deps): Promise<Reply> => {
    const aim = await deps.learning.tick(by, id);
    const { learning: words } = readerOf(by).words;
    return { kind: 'private', message: { text: aim.doneAt ? words.ticked(aim.text) : words.unticked(aim.text) } };
  },
});

function text(
  label: string,
  input: RawInput,
  more: { hint: string; isLong: boolean; most: number; isOptional: boolean },
) {
  return {
    kind: 'text' as const,
    name: 'text',
    label,
    ...more,
    ...(input['text'] === undefined ? {} : { value: input['text'] }),
  };
}

/** To the learner, once: what they wanted to have done. */
export const steps = notice({
  kind: 'steps',
  data: z.object({ aims: z.array(z.string()), tutor: z.string() }),
  render: async ({ reader }: View, { data, isShown }, deps: RenderDeps): Promise<Message | undefined> => {
    const found = await Promise.all(data.aims.map((id) => deps.store.aim(id)));
    const theirs = found.filter((one): one is Aim => one?.learner === reader.person.id);
    if (!isShown && theirs.every(({ doneAt }) => doneAt)) return undefined;
    const { learning: words, somebody } = reader.words;
    const tutor = (await deps.store.person(data.tutor))?.name ?? somebody;
    return {
      title: words.remindTitle(tutor),
      sections: theirs.map((one) => ({
        text: say`${one.doneAt ? '☑' : '☐'} ${one.text}`,
        actions: [ticking(one, reader)],
      })),
    };
  },
});
