import { type Chat, MessageGone } from '../conversation/chat.ts';
import type { Log } from '../core/log.ts';
import type { Matter } from '../core/owing/matter.ts';
import type { Delivery, Owed } from '../core/owing/port.ts';
import { isOpen } from '../core/session/session.ts';
import type { RenderDeps, SystemDeps } from '../features/shared/deps.ts';
import type { Reach } from './reach.ts';
import type { Render } from './render.ts';
import { fingerprint } from './shown.ts';

/** Writes a message that is shown anew, if it says something else now. */
export interface KeepTrue {
  /** @returns what it shows now, to be remembered; undefined: the same as before. */
  rewrite(delivery: Delivery, matter: Matter, deps?: RenderDeps): Promise<string | undefined>;
  /** The same, and remembers. */
  keepTrue(delivery: Delivery, matter: Matter): Promise<void>;
  /** Owes somebody their card of an open session once more, where it could not be sent. */
  sendAgain(delivery: Delivery, matter: Matter): Promise<void>;
}

export function createKeepTrue(
  { store, clock }: Pick<SystemDeps, 'store' | 'clock'>,
  chats: ReadonlyMap<string, Chat>,
  reach: Reach,
  render: Render,
  log: Log,
): KeepTrue {
  const rewrite: KeepTrue['rewrite'] = async (delivery, matter, deps) => {
    const { chat: chatId, channel, messageId } = delivery;
    const chat = chatId === undefined ? undefined : chats.get(chatId);
    if (!chat || channel === undefined || messageId === undefined) return undefined;
    const reached = reach(delivery, matter);
    if (!reached || reached === 'closed') return undefined;
    const message = await render.message(delivery, matter, reached.reader, deps);
    if (!message || fingerprint(message) === delivery.shown) return undefined;
    try {
      await chat.edit({ channel, messageId }, message, reached.reader.locale);
    } catch (error) {
      if (!(error instanceof MessageGone)) throw error;
      log.info({ delivery: delivery.id }, 'a message is gone, so it is not kept up to date any more');
      if (render.isCard(delivery) && matter.session && isOpen(matter.session)) return anew(delivery);
    }
    return fingerprint(message);
  };
  return {
    rewrite,
    keepTrue: async (delivery, matter) => {
      const shown = await rewrite(delivery, matter);
      if (shown !== undefined) await store.changeDelivery(delivery.id, { shown });
    },
    sendAgain: async (delivery, { session }) => {
      const isNeeded = render.isCard(delivery) && 'person' in delivery.to && session && isOpen(session);
      if (delivery.fate === 'failed' && isNeeded) await anew(delivery);
    },
  };

  /** Somebody's card is gone, or never came, while they need it: another one takes its place. */
  async function anew({ id, kind, to, about, data }: Delivery): Promise<undefined> {
    await store.transaction(async (tx) => {
      await tx.changeDelivery(id, { fate: 'dropped', messageId: undefined });
      await tx.owe([{ kind, to, about, data, dedupeKey: `after ${id}` } as Owed], clock());
    });
  }
}
