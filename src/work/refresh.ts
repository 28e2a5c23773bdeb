import type { Chat } from '../conversation/chat.ts';
import { UnreadableNotice } from '../conversation/notice.ts';
import type { Log } from '../core/log.ts';
import type { Subject } from '../core/owing/subject.ts';
import type { Store } from '../core/store.ts';
import type { SystemDeps } from '../features/shared/deps.ts';
import type { KeepTrue } from './keep-true.ts';
import { isStill, readMatter } from './matter.ts';

/** Brings every card about a subject up to date, and the dashboards of those whom it concerns. */
export type Refresh = (about: Subject) => Promise<void>;

export function createRefresh(
  deps: SystemDeps,
  chats: ReadonlyMap<string, Chat>,
  keepTrue: KeepTrue,
  log: Log,
): Refresh {
  const { store } = deps;
  return async (about) => {
    const cards = await store.shownDeliveries(about);
    const matter = await readMatter(
      store,
      about,
      cards.map(({ to }) => to),
    );
    const sameForAll = { ...deps, store: askedOnce(store) };
    for (const card of cards) {
      try {
        await keepTrue(card, matter, sameForAll);
      } catch (error) {
        if (!(error instanceof UnreadableNotice)) throw error;
        log.error({ error, delivery: card.id }, 'a card cannot be brought up to date');
      }
    }
    for (const account of matter.concerned.flatMap((id) => matter.contacts.get(id)?.accounts ?? []))
      await chats.get(account.chat)?.refreshHome?.(account);
    // It changed while its cards were being written: the last word must be true.
    if (!(await isStill(store, matter)))
      await store.transaction((tx) => tx.enqueue({ name: 'refresh', data: { about } }));
  };
}

/** What the cards of many readers ask beyond their subject is read once. */
function askedOnce(store: Store): Store {
  return { ...store, sessions: once(store.sessions), tutor: once(store.tutor) };
}

function once<Question, Answer>(ask: (question: Question) => Promise<Answer>): (question: Question) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (question) => {
    const key = JSON.stringify(question);
    const answer = answers.get(key) ?? ask(question);
    answers.set(key, answer);
    return answer;
  };
}
