import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Action, Section } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { peopleIn } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Short } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { From, pageOf } from '../shared/pages.ts';
import { readerOf } from '../shared/reader.ts';

const PersonId = z.string().min(1).max(40);

/** People on one page: each takes a row of buttons. */
const PAGE = 8;

/** What one can do about somebody: of a session everybody else in it, or one who teaches. */
export const complaint = handler({
  input: z.object({ session: SessionId.optional(), person: PersonId.optional(), from: From, turn: Short }),
  run: async (by, { session: id, person, from, turn }, deps: Deps): Promise<Reply> => {
    const me = readerOf(by);
    const { complaint: words } = me.words;
    const session = id === undefined ? undefined : await mine(by, id, deps, 'complaint');
    const tutor = person === undefined ? undefined : await deps.store.tutor(person);
    const ids = session ? session.participants.map((one) => one.person) : tutor ? [tutor.person.id] : [];
    const people = [...(await deps.store.people(ids.filter((one) => one !== by.person.id))).values()];
    if (people.length === 0) throw new Refusal('unknown-person', { typed: '' });
    const about = id === undefined ? {} : { session: id };
    const sections = people.slice(from, from + PAGE).map((one) => ({
      title: say`${one.name}`,
      actions: [
        button(me.words.buttons.reportThem, 'complain-about', { ...about, person: one.id }),
        button(me.words.buttons.blockThem, 'block', { ...about, person: one.id }),
      ],
    }));
    const { shown, turns } = pageOf(sections, me, {
      from,
      size: PAGE,
      hasMore: people.length > from + PAGE,
      beside: { text: words.what },
      turn: (label, begin) => button(label, 'complaint', { ...about, from: String(begin), turn: 'page' }),
    });
    const message = { text: words.what, sections: shown, actions: turns };
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});

/** Neither finds nor books the other from now on: said first, then done. */
export const block = handler({
  input: z.object({ person: PersonId, session: SessionId.optional(), sure: z.literal('yes').optional() }),
  run: async (by, { person, session, sure }, deps: Deps): Promise<Reply> => {
    const me = readerOf(by);
    const { block: words, buttons } = me.words;
    const name = await nameKnown(by, person, session, deps);
    if (!sure)
      return {
        kind: 'private',
        message: {
          text: words.sure(name),
          actions: [
            {
              ...button(buttons.blockSure, 'block', { person, ...(session !== undefined && { session }), sure: 'yes' }),
              style: 'danger',
            },
          ],
        },
      };
    await deps.blocks.block(by, person);
    return { kind: 'replace', message: { text: words.done(name) } };
  },
});

/** Takes it back: from the list in one's settings. */
export const unblock = handler({
  input: z.object({ person: PersonId }),
  run: async (by, { person }, deps: Deps): Promise<Reply> => {
    await deps.blocks.unblock(by, person);
    return { kind: 'replace', message: (await blockedList(by, 1, deps)).message };
  },
});

/** Another page of the list. */
export const blocked = handler({
  input: z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) }),
  run: async (by, { page }, deps: Deps): Promise<Reply> => ({
    kind: 'replace',
    message: (await blockedList(by, page, deps)).message,
  }),
});

/** Whom somebody has blocked. */
export async function blockedList(by: Actor, page: number, deps: Deps): Promise<Reply> {
  const me = readerOf(by);
  const { block: words, buttons } = me.words;
  const ids = await deps.store.blockedBy(by.person.id);
  const shown = ids.slice((page - 1) * PAGE, page * PAGE);
  const people = await deps.store.people(shown);
  const sections = shown.map(
    (id): Section => ({
      title: say`${people.get(id)?.name ?? me.words.formerMember}`,
      actions: [button(buttons.unblock, 'unblock', { person: id })],
    }),
  );
  const to = (label: string, page: number) => button(label, 'blocked', { page: String(page) });
  const paging = [
    ...(page > 1 ? [to(buttons.back, page - 1)] : []),
    ...(ids.length > page * PAGE ? [to(buttons.more, page + 1)] : []),
  ];
  return {
    kind: 'private',
    message: {
      title: say`${words.title}`,
      text: ids.length === 0 ? words.nobody : words.list,
      sections: paging.length > 0 ? [...sections, { actions: paging }] : sections,
    },
  };
}

/** The name of somebody of whom one can know: who is in that session too, or teaches. */
async function nameKnown(by: Actor, person: string, session: string | undefined, deps: Deps): Promise<string> {
  const isThere = session !== undefined && peopleIn(await mine(by, session, deps)).includes(person);
  const known = isThere ? await deps.store.person(person) : (await deps.store.tutor(person))?.person;
  if (!known) throw new Refusal('unknown-person', { typed: '' });
  return known.name;
}

function button(label: string, to: string, input: Readonly<Record<string, string>>) {
  return { kind: 'button', label, style: 'plain', target: { handler: to, input } } as const satisfies Action;
}
