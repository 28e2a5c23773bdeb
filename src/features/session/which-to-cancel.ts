import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { say } from '../../conversation/say.ts';
import { spellingKey } from '../../core/spelling.ts';
import { isPossibleForMe, leaving, offer } from '../cards/actions.ts';
import { fullCard } from '../cards/full-card.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { From, pageOf } from '../shared/pages.ts';
import { otherOf, readerOf, type SessionView, viewOf, viewsOf } from '../shared/reader.ts';
import { sessionSection, UPCOMING } from './session-section.ts';

/** Sessions on one page. */
const PAGE = 4;
/** Sessions ahead that are looked through: nobody has more. */
const MOST = 100;

/** Somebody wants to call something off and did not say what: the card where it can only be one, else the question which. */
export const whichToCancel = handler({
  input: z.object({ text: Words, from: From, turn: Short }),
  run: async (by, { text, from, turn }, deps: Deps) => {
    const reader = readerOf(by);
    const { buttons, sessions: words } = reader.words;
    const found = await deps.store.sessions({
      person: by.person.id,
      states: UPCOMING,
      order: 'soonest',
      seriesOnce: true,
      limit: MOST,
    });
    const views = (await viewsOf(found, reader, deps)).filter(
      (view) => isPossibleForMe(view, 'cancel') || isPossibleForMe(view, 'leave'),
    );
    const named = views.filter((view) => isNamedIn(text, view));
    const meant = named.length > 0 ? named : views;
    const [only, ...others] = meant;
    if (!only) {
      const book = {
        kind: 'button',
        label: buttons.book,
        style: 'primary',
        target: { handler: 'book', input: {} },
      } as const;
      return { kind: 'private', message: { text: words.noneUpcoming, actions: [book] } };
    }
    if (others.length === 0) {
      return { kind: 'private', message: await fullCard(await viewOf(only.session, reader, deps), deps) };
    }
    const title = say`${words.whichToCancel}`;
    const { shown, turns } = pageOf(
      meant.slice(from, from + PAGE).map((view) => ({
        ...sessionSection(view, deps),
        actions: [...leaving(view), ...offer(view, 'cancel', buttons.cancel, 'danger')],
      })),
      reader,
      {
        from,
        size: PAGE,
        hasMore: meant.length > from + PAGE,
        beside: { title },
        turn: (label, begin) => ({
          ...{ kind: 'button', label, style: 'plain' },
          target: { handler: 'which-to-cancel', input: { text, from: String(begin), turn: 'page' } },
        }),
      },
    );
    const kind = turn === undefined ? 'private' : 'replace';
    return { kind, message: { title, sections: shown, actions: turns } };
  },
});

/** Whether the text says the subject, or a name of the other side. */
function isNamedIn(text: string, view: SessionView): boolean {
  const said = ` ${spellingKey(text).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  const names = [view.session.subject, ...otherOf(view).split(/\s+/)].map(spellingKey);
  return names.some((name) => name.length > 2 && said.includes(` ${name} `));
}
