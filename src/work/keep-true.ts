import { type Chat, MessageGone } from '../conversation/chat.ts';
import type { Log } from '../core/log.ts';
import type { Delivery } from '../core/owing/port.ts';
import type { Store } from '../core/store.ts';
import type { RenderDeps } from '../features/shared/deps.ts';
import type { Matter } from './matter.ts';
import type { Reach } from './reach.ts';
import type { Render } from './render.ts';
import { fingerprint } from './shown.ts';

/** Writes a card that is shown anew, if it says something else now. */
export type KeepTrue = (delivery: Delivery, matter: Matter, deps?: RenderDeps) => Promise<void>;

export function createKeepTrue(
  store: Store,
  chats: ReadonlyMap<string, Chat>,
  reach: Reach,
  render: Render,
  log: Log,
): KeepTrue {
  return async (delivery, matter, deps) => {
    const { chat: chatId, channel, messageId } = delivery;
    const chat = chatId === undefined ? undefined : chats.get(chatId);
    if (!chat || channel === undefined || messageId === undefined) return;
    const reached = reach(delivery, matter);
    if (!reached || reached === 'closed') return;
    const message = await render(delivery, matter, reached.reader, deps);
    if (!message || fingerprint(message) === delivery.shown) return;
    try {
      await chat.edit({ channel, messageId }, message, reached.reader.locale);
    } catch (error) {
      if (!(error instanceof MessageGone)) throw error;
      log.info({ delivery: delivery.id }, 'a card is gone, so it is not kept up to date any more');
    }
    await store.changeDelivery(delivery.id, { shown: fingerprint(message) });
  };
}
