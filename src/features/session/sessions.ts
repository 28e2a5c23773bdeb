import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { fullCard } from '../cards/full-card.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Short } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { From } from '../shared/pages.ts';
import { readerOf, viewOf } from '../shared/reader.ts';
import { choiceTyped } from '../shared/typed-choice.ts';
import { sessionList, WHICH } from './session-list.ts';
import { PAST, UPCOMING } from './session-section.ts';

export const State = z
  .enum([...UPCOMING, ...PAST])
  .optional()
  .catch(undefined);

/** One's sessions, upcoming or past, with what can be done now. */
export const sessions = handler({
  input: z.object({
    which: z.enum(WHICH).catch('upcoming'),
    state: State,
    person: Short,
    from: From,
    turn: Short,
  }),
  read: async (by, { text }) => ({
    which: choiceTyped(text, readerOf(by).words.commands.sessions.options['which']) ?? 'upcoming',
  }),
  run: async (by, { from, turn, ...filter }, deps: Deps) => {
    const message = await sessionList(readerOf(by), filter, from, deps);
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
