import type { Chat } from '../conversation/chat.ts';
import type { Message } from '../conversation/message.ts';
import { type Notice, UnreadableNotice } from '../conversation/notice.ts';
import { maySee } from '../core/may/may.ts';
import type { Matter } from '../core/owing/matter.ts';
import type { Delivery } from '../core/owing/port.ts';
import type { Store } from '../core/store.ts';
import { passedOverCard } from '../features/cards/passed-over-card.ts';
import type { RenderDeps } from '../features/shared/deps.ts';
import type { Notices } from '../features/shared/notices.ts';
import { chatsTogether, ownRoomOf, type Reader } from '../features/shared/reader.ts';
import { knowing } from './matter.ts';

/** What deliveries say, by their notices. */
export interface Render {
  /**
   * What a delivery says now to its reader; undefined: nothing.
   * @throws UnreadableNotice
   */
  message(delivery: Delivery, matter: Matter, reader: Reader, deps?: RenderDeps): Promise<Message | undefined>;
  /** Whether it is its reader's card of what it is about. */
  isCard(delivery: Pick<Delivery, 'kind'>): boolean;
}

export function createRender(
  notices: Notices,
  usual: RenderDeps & { readonly store: Pick<Store, 'shown'> },
  chats: ReadonlyMap<string, Pick<Chat, 'linkTo'>>,
): Render {
  // What is kept may be of another version of the program.
  const noticeOf = (kind: string) =>
    (notices as Readonly<Record<string, Notice<Delivery['kind'], never, RenderDeps>>>)[kind];
  const isCard = ({ kind }: Pick<Delivery, 'kind'>) => noticeOf(kind)?.isCard === true;

  /** The newest card of the same subject for the same reader. */
  async function cardFor({ about, to }: Delivery, { shown }: Matter): Promise<string | undefined> {
    if (!('person' in to)) return undefined;
    const card = (shown ?? (await usual.store.shown(about)).cards).findLast(
      (one) => isCard(one) && one.messageId !== undefined && 'person' in one.to && one.to.person === to.person,
    );
    const { chat, channel, messageId } = card ?? {};
    if (chat === undefined || channel === undefined || messageId === undefined) return undefined;
    return chats.get(chat)?.linkTo({ channel, messageId });
  }

  return {
    isCard,
    message: async (delivery, matter, reader, deps = usual) => {
      const { id, kind, about, data, messageId } = delivery;
      const notice = noticeOf(kind);
      if (!notice) throw new UnreadableNotice(`delivery ${id}: there is no notice ${kind}`);
      const read = notice.data.safeParse(data);
      if (!read.success) throw new UnreadableNotice(`delivery ${id}: ${kind} remembers ${read.error.message}`);
      if (about.kind === 'session' && !matter.session) return undefined;
      const { session, people, contacts, tutor } = matter;
      const ownRoom = session && ownRoomOf(session, tutor);
      const together = session ? chatsTogether(session, reader, contacts) : [];
      const view = { about, session, people, ownRoom, together, reader, now: deps.clock() };
      const isShown = messageId !== undefined;
      const told = { data: read.data, isShown, isMail: 'mail' in delivery.to, card: () => cardFor(delivery, matter) };
      const known = { ...deps, store: knowing(deps.store, matter) };
      // Whoever may not see the session any more keeps a card that says nothing of it, and gets no other.
      if (session && !maySee(reader, session)) {
        if (notice.over) return notice.over(view as never, told, known);
        return isShown ? passedOverCard({ ...view, session }, isCard(delivery), deps) : undefined;
      }
      // The table says that a notice's subject is of the kind that it takes.
      return notice.render(view as never, told, known);
    },
  };
}
