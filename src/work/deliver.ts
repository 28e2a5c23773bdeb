import { ChannelClosed, DmClosed, type Place, RateLimited } from '../conversation/chat.ts';
import type { Message } from '../conversation/message.ts';
import type { Clock } from '../core/clock.ts';
import type { Pace } from '../core/owing/job.ts';
import type { Matter } from '../core/owing/matter.ts';
import type { Delivery } from '../core/owing/port.ts';
import { waitsUntil } from '../core/owing/quiet.ts';
import type { Account } from '../core/people/person.ts';
import type { Store } from '../core/store.ts';
import type { ClosedChannel } from './closed-channels.ts';
import type { ClosedDms } from './closed-dms.ts';
import type { Gathered } from './gathered.ts';
import type { KeepTrue } from './keep-true.ts';
import type { CopyByMail } from './mail-copy.ts';
import { isStill } from './matter.ts';
import type { Reach, Reached } from './reach.ts';
import type { Render } from './render.ts';
import { fingerprint } from './shown.ts';

interface DeliverOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly reach: Reach;
  readonly render: Render;
  readonly keepTrue: KeepTrue['keepTrue'];
  readonly closedDms: ClosedDms;
  readonly closedChannel: ClosedChannel;
  /** Nobody is there any more. */
  readonly left: (account: Account) => Promise<void>;
  readonly gathered: Gathered;
  readonly copyByMail: CopyByMail;
}

/**
 * Sends what is owed, once, to wherever the person is; what is no longer true is dropped. `spend` is told at which pace
 * the reader may be sent more, when something was sent.
 */
export type Deliver = (id: string, spend?: (pace: Pace) => void) => Promise<void>;

export function createDeliver({
  store,
  clock,
  reach,
  render,
  keepTrue,
  closedDms,
  closedChannel,
  gathered,
  left,
  copyByMail,
}: DeliverOptions): Deliver {
  async function deliver(id: string, spend?: (pace: Pace) => void): Promise<void> {
    const owed = await store.owed(id);
    if (!owed) return;
    const { delivery, matter, waitingRequests } = owed;
    // It went out, but whoever sent it had no time to look whether its subject had changed meanwhile.
    if (delivery.fate === 'sent') return makeTrue(delivery, matter);
    if (delivery.fate !== 'queued' && delivery.fate !== 'sending') return;
    await copyByMail(delivery, matter);
    const reached = reach(delivery, matter);
    if (reached === 'closed') return closedDms.wait(delivery, contactOf(delivery, matter));
    if (!reached) return store.changeDelivery(id, { fate: 'dropped' });
    const waitUntil = waitsUntil(delivery, matter.session, reached.reader, clock());
    if (waitUntil) return store.changeDelivery(id, { waitUntil });
    if (await gathered(delivery, waitingRequests)) return;
    const message = await render.message(delivery, matter, reached.reader);
    if (!message) return nothingToSay(delivery, matter, reached);
    await store.changeDelivery(id, { fate: 'sending', chat: reached.chat.id, triedAt: clock() });
    // What is found there may be what was true at the first try.
    const wasTried = delivery.fate === 'sending';
    try {
      const place = await send(delivery, reached, message);
      if (reached.chat.pace) spend?.(reached.chat.pace);
      await sent(id, reached, place, wasTried ? '' : fingerprint(message));
    } catch (error) {
      const { to: account } = reached;
      if (error instanceof ChannelClosed) return closedChannel(delivery, reached.chat.id);
      // Nothing was sent: then the next try is the first.
      if (error instanceof RateLimited)
        await store.changeDelivery(id, { fate: delivery.fate, triedAt: delivery.triedAt });
      if (!(error instanceof DmClosed) || 'channel' in account) throw error;
      if (error.hasLeft) await left(account);
      else
        await store.transaction((tx) => tx.changeAccount(account.id, { dmClosed: { since: clock(), why: error.why } }));
      // Perhaps they can be reached in another chat.
      return deliver(id, spend);
    }
    // It may have changed while the message was under way: what it is about, or what it counts.
    const isTrue = !wasTried && matter.session && (await isStill(store, matter));
    if (!isTrue || leadsThere(delivery, matter)) await makeTrue(delivery, matter);
  }

  function send(delivery: Delivery, { chat, to, reader }: Reached, message: Message): Promise<Place> {
    const attempt = {
      nonce: delivery.id,
      locale: reader.locale,
      triedAt: delivery.fate === 'sending' ? delivery.triedAt : undefined,
    };
    return 'channel' in to ? chat.sendToChannel(to, message, attempt) : chat.sendDm(to, message, attempt);
  }

  function sent(id: string, { to }: Reached, place: Place, shown: string): Promise<void> {
    const account = 'channel' in to ? undefined : to.id;
    return store.arrived(id, { ...place, shown, sentAt: clock(), account });
  }

  /** A card that comes late is one to which what was sent before it does not lead yet. */
  function leadsThere({ kind }: Delivery, { session }: Matter): boolean {
    return session !== undefined && session.state !== 'requested' && render.isCard({ kind });
  }

  /** What is shown of a session is written by its refresh alone: of two who write at once, the older word could come last. */
  async function makeTrue({ id, about }: Delivery, { session }: Matter): Promise<void> {
    if (session) return store.enqueue({ name: 'refresh', data: { about } });
    const shown = await store.owed(id);
    if (shown) await keepTrue(shown.delivery, shown.matter);
  }

  /** It is not sent any more. If it was under way when its sender died, it may be there, and must not go on saying what is over. */
  async function nothingToSay(delivery: Delivery, matter: Matter, { chat, to }: Reached): Promise<void> {
    const { id, fate } = delivery;
    const wasTried = fate === 'sending' && delivery.chat === chat.id;
    const place = wasTried ? await chat.findSent?.(to, id) : undefined;
    if (!place) return store.changeDelivery(id, { fate: 'dropped' });
    await store.changeDelivery(id, { fate: 'sent', chat: chat.id, ...place, sentAt: clock() });
    await makeTrue(delivery, matter);
  }

  return deliver;
}

function contactOf({ to }: Delivery, { contacts }: Matter) {
  return 'person' in to ? contacts.get(to.person) : undefined;
}
