import { DmClosed, type Place, RateLimited } from '../conversation/chat.ts';
import type { Message } from '../conversation/message.ts';
import type { Clock } from '../core/clock.ts';
import type { Delivery } from '../core/owing/port.ts';
import type { Store } from '../core/store.ts';
import type { ClosedDms } from './closed-dms.ts';
import type { KeepTrue } from './keep-true.ts';
import { isStill, type Matter, readMatter } from './matter.ts';
import type { Reach, Reached } from './reach.ts';
import type { Render } from './render.ts';
import { fingerprint } from './shown.ts';

interface DeliverOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly reach: Reach;
  readonly render: Render;
  readonly keepTrue: KeepTrue;
  readonly closedDms: ClosedDms;
}

/** Sends what is owed, once, to wherever the person is; what is no longer true is dropped. */
export type Deliver = (id: string) => Promise<void>;

export function createDeliver({ store, clock, reach, render, keepTrue, closedDms }: DeliverOptions): Deliver {
  const matterOf = ({ about, to }: Delivery) => readMatter(store, about, [to]);

  async function deliver(id: string): Promise<void> {
    const delivery = await store.delivery(id);
    // It went out, but whoever sent it had no time to look whether its subject had changed meanwhile.
    if (delivery?.fate === 'sent') return keepTrue(delivery, await matterOf(delivery));
    if (!delivery || (delivery.fate !== 'queued' && delivery.fate !== 'sending')) return;
    const matter = await matterOf(delivery);
    const reached = reach(delivery, matter);
    if (reached === 'closed') return closedDms.wait(delivery, contactOf(delivery, matter));
    if (!reached) return store.changeDelivery(id, { fate: 'dropped' });
    const message = await render(delivery, matter, reached.reader);
    if (!message) return nothingToSay(delivery, matter, reached);
    await store.changeDelivery(id, { fate: 'sending', chat: reached.chat.id, triedAt: clock() });
    // What is found there may be what was true at the first try.
    const wasTried = delivery.fate === 'sending';
    try {
      await sent(id, reached, await send(delivery, reached, message), wasTried ? '' : fingerprint(message));
    } catch (error) {
      const { to: account } = reached;
      // Nothing was sent: then the next try is the first.
      if (error instanceof RateLimited)
        await store.changeDelivery(id, { fate: delivery.fate, triedAt: delivery.triedAt });
      if (!(error instanceof DmClosed) || 'channel' in account) throw error;
      await store.transaction((tx) => tx.changeAccount(account.id, { dmClosed: { since: clock(), why: error.why } }));
      // Perhaps they can be reached in another chat.
      return deliver(id);
    }
    // It may have changed while the message was under way.
    if (!wasTried && (await isStill(store, matter))) return;
    const shown = await store.delivery(id);
    if (shown) await keepTrue(shown, await matterOf(shown));
  }

  function send(delivery: Delivery, { chat, to, reader }: Reached, message: Message): Promise<Place> {
    const attempt = {
      nonce: delivery.id,
      locale: reader.locale,
      triedAt: delivery.fate === 'sending' ? delivery.triedAt : undefined,
    };
    return 'channel' in to ? chat.sendToChannel(to, message, attempt) : chat.sendDm(to, message, attempt);
  }

  async function sent(id: string, { to }: Reached, place: Place, shown: string): Promise<void> {
    const news = { fate: 'sent', ...place, shown, sentAt: clock() } as const;
    if ('channel' in to || to.dmChannel === place.channel) return store.changeDelivery(id, news);
    await store.transaction(async (tx) => {
      await tx.changeDelivery(id, news);
      await tx.changeAccount(to.id, { dmChannel: place.channel });
    });
  }

  /** It is not sent any more. If it was under way when its sender died, it may be there, and must not go on saying what is over. */
  async function nothingToSay(delivery: Delivery, matter: Matter, { chat, to }: Reached): Promise<void> {
    const { id, fate } = delivery;
    const wasTried = fate === 'sending' && delivery.chat === chat.id;
    const place = wasTried ? await chat.findSent?.(to, id) : undefined;
    if (!place) return store.changeDelivery(id, { fate: 'dropped' });
    const found = { fate: 'sent', chat: chat.id, ...place } as const;
    await store.changeDelivery(id, { ...found, sentAt: clock() });
    await keepTrue({ ...delivery, ...found }, matter);
  }

  return deliver;
}

function contactOf({ to }: Delivery, { contacts }: Matter) {
  return 'person' in to ? contacts.get(to.person) : undefined;
}
