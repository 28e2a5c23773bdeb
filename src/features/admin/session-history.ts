import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { sessionSubject } from '../../core/owing/subject.ts';
import { opening } from '../cards/actions.ts';
import { chronicleLines } from '../cards/chronicle.ts';
import { inShort } from '../cards/news.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Short } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { readerOf, viewOf } from '../shared/reader.ts';

/** Entries on one page, with as much as people wrote. */
const PAGE = 5;

/** All that ever happened to a session, for admins: who did what, when and why. */
export const sessionHistory = handler({
  task: 'read what happens',
  input: z.object({ session: SessionId, page: z.coerce.number().int().min(1).max(1000).catch(1), turn: Short }),
  run: async (by, { session: id, page, turn }, deps: Deps) => {
    const session = await mine(by, id, deps);
    const view = await viewOf(session, readerOf(by), deps);
    const entries = await deps.store.auditOf(sessionSubject(id));
    const shown = entries.slice((page - 1) * PAGE, page * PAGE);
    const people = await deps.store.people([...new Set(shown.map((entry) => entry.by))]);
    const { chronicle: words, buttons } = view.reader.words;
    const to = (label: string, page: number): Action => ({
      kind: 'button',
      label,
      style: 'plain',
      target: { handler: 'session-history', input: { session: id, page: String(page), turn: 'page' } },
    });
    const message = {
      title: [...say`${words.title} · `, ...inShort(view)],
      text: shown.length === 0 ? words.none : chronicleLines(shown, people, view),
      actions: [
        ...(page > 1 ? [to(buttons.back, page - 1)] : []),
        ...(entries.length > page * PAGE ? [to(buttons.more, page + 1)] : []),
        opening(view),
      ],
    };
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});
