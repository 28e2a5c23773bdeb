import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action, Message, Section, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import type { SessionState } from '../../core/session/session.ts';
import { isOpen } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import { actionsFor, isPossible, isPossibleForMe } from '../cards/actions.ts';
import { fullCard } from '../cards/full-card.ts';
import { meetingFields, whenField } from '../cards/session-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Short } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { placeName } from '../shared/platform-name.ts';
import { otherOf, type Reader, readerOf, type SessionView, viewOf, viewsOf } from '../shared/reader.ts';
import { choiceTyped } from '../shared/typed-choice.ts';

/** Sessions on one page: with their buttons they fit into a message of every chat. */
export const PAGE = 4;

export const UPCOMING: readonly SessionState[] = ['requested', 'confirmed', 'started'];
const PAST: readonly SessionState[] = ['ended', 'declined', 'expired', 'cancelled'];

/** One's sessions, upcoming or past, with what can be done now. */
export const sessions = handler({
  input: z.object({
    which: z.enum(['upcoming', 'past']).catch('upcoming'),
    page: z.coerce.number().int().min(1).max(1000).catch(1),
    turn: Short,
  }),
  read: async (by, { text }) => ({
    which: choiceTyped(text, readerOf(by).words.commands.sessions.options['which']) ?? 'upcoming',
  }),
  run: async (by, { which, page, turn }, deps: Deps) => {
    const message = await sessionList(readerOf(by), which, page, deps);
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});

/** One session, as large as it gets. */
export const open = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps) => {
    const view = await viewOf(await mine(by, id, deps), readerOf(by), deps);
    return { kind: 'private', message: await fullCard(view, deps) };
  },
});

export async function sessionList(
  reader: Reader,
  which: 'upcoming' | 'past',
  page: number,
  deps: Deps,
): Promise<Message> {
  const words = reader.words.sessions;
  const found = await deps.store.sessions({
    person: reader.person.id,
    states: which === 'upcoming' ? UPCOMING : PAST,
    order: which === 'upcoming' ? 'soonest' : 'latest',
    limit: PAGE + 1,
    offset: (page - 1) * PAGE,
  });
  const views = await viewsOf(found.slice(0, PAGE), reader, deps);
  const none = which === 'upcoming' ? words.noneUpcoming : words.nonePast;
  return {
    title: say`${which === 'upcoming' ? words.titleUpcoming : words.titlePast}`,
    ...(views.length === 0 ? { text: none } : {}),
    sections: [
      ...views.map((view) => sessionSection(view, deps)),
      { actions: paging(reader, which, page, found.length > PAGE) },
    ],
  };
}

/** A session as one entry of a list, with the buttons that are possible now. */
export function sessionSection(view: SessionView, deps: Deps): Section {
  const { session, reader } = view;
  const words = reader.words.sessions;
  const waitsForMe = isPossibleForMe(view, 'decline');
  const state = waitsForMe ? words.waitsForYou : words.state[standing(session, reader.person.id)];
  const link = isPossible(view, 'join') ? meetingFields(view, deps) : [];
  return {
    title: words.line(session.subject, say`${otherOf(view)}`),
    text: [...whenField(view).value, ...say` · ${state}`, ...(link.length > 0 ? [] : placeIn(view, deps))],
    ...(link.length > 0 ? { fields: link } : {}),
    actions: possibleNow(view, deps),
  };
}

/** Where they meet, as long as it is too early for the link. */
function placeIn({ session, reader }: SessionView, deps: Deps): Text {
  const { meeting } = session;
  return meeting && isOpen(session) ? say` · ${placeName(meeting, reader.words, deps)}` : [];
}

function possibleNow(view: SessionView, deps: Deps): readonly Action[] {
  const { session, reader } = view;
  const openIt: Action = {
    kind: 'button',
    label: reader.words.buttons.open,
    style: 'plain',
    target: { handler: 'open', input: { session: session.id } },
  };
  const others = actionsFor(view, deps).filter(
    // The choice of platform is on the card itself; and Join only where it works.
    (action) =>
      action.kind === 'button' &&
      (action.target.handler !== 'join' || isPossible(view, 'join')) &&
      !ELSEWHERE.includes(action.target.handler),
  );
  return [...others, openIt];
}

const ELSEWHERE: readonly string[] = ['tutors', 'book', 'new-link', 'move', 'record', 'start-as-host'];

function paging(reader: Reader, which: 'upcoming' | 'past', page: number, hasMore: boolean): readonly Action[] {
  const { buttons } = reader.words;
  const to = (label: string, which: string, page: number): Action => ({
    kind: 'button',
    label,
    style: 'plain',
    target: { handler: 'sessions', input: { which, page: String(page) } },
  });
  return [
    { kind: 'button', label: buttons.book, style: 'primary', target: { handler: 'book', input: {} } },
    ...(page > 1 ? [to(buttons.back, which, page - 1)] : []),
    ...(hasMore ? [to(buttons.more, which, page + 1)] : []),
    which === 'upcoming' ? to(buttons.past, 'past', 1) : to(buttons.upcoming, 'upcoming', 1),
  ];
}
