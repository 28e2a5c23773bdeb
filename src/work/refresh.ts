import type { Chat } from '../conversation/chat.ts';
import { UnreadableNotice } from '../conversation/notice.ts';
import type { Log } from '../core/log.ts';
import type { Subject } from '../core/owing/subject.ts';
import type { Store } from '../core/store.ts';
import type { SystemDeps } from '../features/shared/deps.ts';
import type { KeepTrue } from './keep-true.ts';
import { isStill } from './matter.ts';

/** Brings every card about a subject up to date, and the dashboards of those whom it concerns. */
export type Refresh = (about: Subject) => Promise<void>;

export function createRefresh(
  deps: SystemDeps,
  chats: ReadonlyMap<string, Chat>,
  { rewrite, sendAgain }: Pick<KeepTrue, 'rewrite' | 'sendAgain'>,
  log: Log,
): Refresh {
  const { store } = deps;
  return async (about) => {
    const { cards, matter: read } = await store.shown(about);
    const matter = { ...read, shown: cards };
    const sameForAll = { ...deps, store: askedOnce(store) };
    const rewritten = new Map<string, string>();
    try {
      for (const card of cards) {
        const shown = await rewrite(card, matter, sameForAll).catch((error: unknown) => {
          if (!(error instanceof UnreadableNotice)) throw error;
          log.error({ error, delivery: card.id }, 'a card cannot be brought up to date');
          return undefined;
        });
        if (shown !== undefined) rewritten.set(card.id, shown);
        await sendAgain(card, matter);
      }
    } finally {
      await Promise.all([...rewritten].map(([id, shown]) => store.changeDelivery(id, { shown })));
    }
    const lists = new Set(cards.flatMap(({ fate, to }) => (fate === 'gathered' && 'person' in to ? [to.person] : [])));
    if (lists.size > 0)
      await store.transaction(async (tx) => {
        for (const id of lists) await tx.enqueue({ name: 'refresh', data: { about: { kind: 'person', id } } });
      });
    const homes = matter.concerned.flatMap((id) => matter.contacts.get(id)?.accounts ?? []);
    for (const account of homes) await chats.get(account.chat)?.refreshHome?.(account);
    // Where nothing was written, nothing can have been written too late.
    if (rewritten.size === 0 && !homes.some(({ homeOpenedAt }) => homeOpenedAt)) return;
    // It changed while its cards were being written: the last word must be true.
    if (!(await isStill(store, matter))) await store.enqueue({ name: 'refresh', data: { about } });
  };
}

/** What the cards of many readers ask beyond their subject is read once. */
function askedOnce(store: Store): Store {
  return { ...store, sessions: once(store.sessions), tutor: once(store.tutor), creditPlace: once(store.creditPlace) };
}

function once<Asked extends readonly unknown[], Answer>(
  ask: (...asked: Asked) => Promise<Answer>,
): (...asked: Asked) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (...asked) => {
    const key = JSON.stringify(asked);
    const answer = answers.get(key) ?? ask(...asked);
    answers.set(key, answer);
    return answer;
  };
}
