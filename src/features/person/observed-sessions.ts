import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Action, Message } from '../../conversation/message.ts';
import type { Actor, Person } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { SessionState } from '../../core/session/session.ts';
import { observerSection } from '../cards/observer-card.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { readerOf, viewsOf } from '../shared/reader.ts';

/** Sessions on one page. */
const PAGE = 6;

const STATES: Readonly<Record<'upcoming' | 'past', readonly SessionState[]>> = {
  upcoming: ['requested', 'confirmed', 'started'],
  past: ['ended', 'declined', 'expired', 'cancelled'],
};

/** The sessions of a learner whom one observes, ahead and past. */
export const observedSessions = handler({
  input: z.object({
    learner: z.string().min(1).max(40),
    which: z.enum(['upcoming', 'past']).catch('upcoming'),
    page: z.coerce.number().int().min(1).max(1000).catch(1),
    turn: Short,
  }),
  run: async (by, { learner: id, which, page, turn }, deps: Deps): Promise<Reply> => {
    const observed = await deps.store.observersOf(by.person.id);
    const isTheirs = observed.some(({ learner, agreedAt }) => learner === id && learner !== by.person.id && agreedAt);
    const learner = isTheirs ? await deps.store.person(id) : undefined;
    if (!learner) throw new Refusal('unknown-person', { typed: '' });
    return { kind: turn === undefined ? 'private' : 'replace', message: await listed(by, learner, which, page, deps) };
  },
});

async function listed(
  by: Actor,
  learner: Person,
  which: 'upcoming' | 'past',
  page: number,
  deps: Deps,
): Promise<Message> {
  const reader = { ...readerOf(by), isAdmin: false };
  const { observers: words, buttons, sessions } = reader.words;
  const found = await deps.store.sessions({
    ...{ person: learner.id, states: STATES[which], order: which === 'past' ? 'latest' : 'soonest' },
    ...{ limit: PAGE + 1, offset: (page - 1) * PAGE },
  });
  const views = await viewsOf(found.slice(0, PAGE), reader, deps);
  const turning = (label: string, to: 'upcoming' | 'past', at: number): Action => ({
    ...{ kind: 'button', label, style: 'plain' },
    target: { handler: 'observed-sessions', input: { learner: learner.id, which: to, page: String(at), turn: 'page' } },
  });
  return {
    title: words.sessionsOf(learner.name),
    ...(views.length === 0 && { text: which === 'past' ? sessions.nonePast : words.noneAhead }),
    sections: views.map(observerSection),
    actions: [
      ...(page > 1 ? [turning(buttons.back, which, page - 1)] : []),
      ...(found.length > PAGE ? [turning(buttons.more, which, page + 1)] : []),
      which === 'past' ? turning(buttons.upcoming, 'upcoming', 1) : turning(buttons.past, 'past', 1),
    ],
  };
}
