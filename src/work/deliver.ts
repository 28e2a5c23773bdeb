import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Channel, type Chat, DmClosed, MessageGone, type Place, RateLimited } from '../conversation/chat.ts';
import type { Message } from '../conversation/message.ts';
import { tellAdmins } from '../core/community/moderation.ts';
import type { Log } from '../core/log.ts';
import type { Delivery } from '../core/owing/port.ts';
import type { Subject } from '../core/owing/subject.ts';
import type { Account } from '../core/people/person.ts';
import { renderDelivery } from '../features/cards/index.ts';
import type { SystemDeps } from '../features/shared/deps.ts';
import { type Known, knownSession, type Reader, reader } from '../features/shared/reader.ts';

export interface Deliveries {
  /** Sends what is owed, once, to wherever the person is; what is no longer true is dropped. */
  deliver(id: string): Promise<void>;
  /** Brings every card about a subject up to date. */
  refresh(about: Subject): Promise<void>;
  /** Remembers what a card shows after a press has changed it. */
  shown(chat: string, place: Place, message: Message): Promise<void>;
  /** Somebody whose DMs were closed has come back: what waited for them is tried again. */
  retryClosed(person: string): Promise<void>;
}

type Found = { readonly chat: Chat; readonly to: Account | Channel; readonly reader: Reader };

export function createDeliveries(deps: SystemDeps, chats: ReadonlyMap<string, Chat>, log: Log): Deliveries {
  const { store, clock } = deps;

  async function deliver(id: string): Promise<void> {
    const delivery = await store.delivery(id);
    // It went out, but whoever sent it had no time to look whether the session had changed meanwhile.
    if (delivery?.fate === 'sent') return bringUpToDate(delivery, await knownSession(delivery.about, deps));
    if (!delivery || (delivery.fate !== 'queued' && delivery.fate !== 'sending')) return;
    const about = await knownSession(delivery.about, deps);
    const found = await recipientOf(delivery, about);
    if (found === 'closed') return closed(delivery);
    if (!found) return settle(id, 'dropped');
    const message = await renderDelivery(delivery, about, found.reader, deps);
    if (!message) return nothingToSay(delivery, about, found);
    // Then what is found there may be what was true at the first try.
    const wasTried = delivery.fate === 'sending';
    await store.changeDelivery(id, { fate: 'sending', chat: found.chat.id, triedAt: clock() });
    try {
      const { to } = found;
      const place = await send(delivery, found, message);
      const shown = wasTried ? '' : fingerprint(message);
      const sent = { fate: 'sent', ...place, shown, sentAt: clock() } as const;
      if ('channel' in to || to.dmChannel === place.channel) await store.changeDelivery(id, sent);
      else
        await store.transaction(async (tx) => {
          await tx.changeDelivery(id, sent);
          await tx.changeAccount(to.id, { dmChannel: place.channel });
        });
    } catch (error) {
      const { to: account } = found;
      // Nothing was sent: then the next try is the first.
      if (error instanceof RateLimited)
        await store.changeDelivery(id, { fate: delivery.fate, triedAt: delivery.triedAt });
      if (!(error instanceof DmClosed) || 'channel' in account) throw error;
      await store.transaction((tx) => tx.changeAccount(account.id, { dmClosed: { since: clock(), why: error.why } }));
      // Perhaps they can be reached in another chat.
      return deliver(id);
    }
    // The session may have changed while the message was under way.
    const session = about && (await store.session(about.session.id));
    if (!wasTried && isDeepStrictEqual(session, about?.session)) return;
    const [sent, now] = [await store.delivery(id), await knownSession(delivery.about, deps)];
    if (sent) await bringUpToDate(sent, now);
  }

  /** It is not sent any more. If it was under way when its sender died, it may be there, and must not go on saying what is over. */
  async function nothingToSay(delivery: Delivery, about: Known | undefined, { chat, to }: Found): Promise<void> {
    const { id, fate } = delivery;
    const wasTried = fate === 'sending' && delivery.chat === chat.id;
    const place = wasTried ? await chat.findSent?.(to, id) : undefined;
    if (!place) return settle(id, 'dropped');
    const sent = { fate: 'sent', chat: chat.id, ...place } as const;
    await store.changeDelivery(id, { ...sent, sentAt: clock() });
    await bringUpToDate({ ...delivery, ...sent }, about);
  }

  function send(delivery: Delivery, { chat, to, reader }: Found, message: Message): Promise<Place> {
    const attempt = {
      nonce: delivery.id,
      locale: reader.locale,
      triedAt: delivery.fate === 'sending' ? delivery.triedAt : undefined,
    };
    return 'channel' in to ? chat.sendToChannel(to, message, attempt) : chat.sendDm(to, message, attempt);
  }

  /** Where a delivery goes now: for a card that is shown, where it is; else the chat in which the person was seen last. */
  async function recipientOf(
    delivery: Delivery,
    about: Known | undefined,
    accountsOf = store.accounts,
  ): Promise<Found | 'closed' | undefined> {
    if ('community' in delivery.to) {
      const community = await store.community(delivery.to.community);
      const chat = community && chats.get(community.chat);
      if (!chat || community.moderationChannel === undefined) return undefined;
      const { organization, space, moderationChannel, language } = community;
      const everybody = { id: '', organization, name: '', zone: deps.defaultZone };
      const nobody = { ...everybody, email: undefined, reminderLeads: undefined };
      return { chat, to: { space, channel: moderationChannel }, reader: reader(nobody, language, true) };
    }
    const { person: id } = delivery.to;
    const [person, accounts] = await Promise.all([about?.people.get(id) ?? store.person(id), accountsOf(id)]);
    if (!person) return undefined;
    const here = accounts.filter(
      (account) => chats.has(account.chat) && (delivery.messageId === undefined || account.chat === delivery.chat),
    );
    // A card that is shown can be changed even while new DMs are refused.
    const account = here.find((one) => !one.dmClosed) ?? (delivery.messageId === undefined ? undefined : here[0]);
    const chat = account && chats.get(account.chat);
    if (!account || !chat) return here.length > 0 ? 'closed' : undefined;
    return { chat, to: account, reader: reader(person, account.locale) };
  }

  async function settle(id: string, fate: 'dropped' | 'failed'): Promise<void> {
    await store.changeDelivery(id, { fate });
  }

  /** The person takes no DMs: a state of theirs, of which the moderation channel hears once. */
  async function closed(delivery: Delivery): Promise<void> {
    const { to } = delivery;
    if (!('person' in to)) return settle(delivery.id, 'failed');
    const [person, accounts] = await Promise.all([store.person(to.person), store.accounts(to.person)]);
    const account = accounts.find((one) => one.dmClosed);
    const now = clock();
    await store.transaction(async (tx) => {
      await tx.changeDelivery(delivery.id, { fate: 'closed' });
      if (!person || !account?.dmClosed) return;
      const dedupeKey = `${account.id}-${account.dmClosed.since.getTime()}`;
      const data = { name: person.name, chat: account.chat, why: account.dmClosed.why };
      const card = { kind: 'undelivered', about: { kind: 'person', id: person.id }, dedupeKey, data } as const;
      await tellAdmins(tx, person.organization, card, now);
    });
  }

  async function bringUpToDate(
    delivery: Delivery,
    about: Known | undefined,
    accountsOf = store.accounts,
  ): Promise<void> {
    const { chat: chatId, channel, messageId } = delivery;
    const chat = chatId === undefined ? undefined : chats.get(chatId);
    if (!chat || channel === undefined || messageId === undefined) return;
    const found = await recipientOf(delivery, about, accountsOf);
    if (!found || found === 'closed') return;
    const message = await renderDelivery(delivery, about, found.reader, deps);
    if (!message || fingerprint(message) === delivery.shown) return;
    try {
      await chat.edit({ channel, messageId }, message, found.reader.locale);
    } catch (error) {
      if (!(error instanceof MessageGone)) throw error;
      log.info({ delivery: delivery.id }, 'a card is gone, so it is not kept up to date any more');
    }
    await store.changeDelivery(delivery.id, { shown: fingerprint(message) });
  }

  return {
    deliver,

    refresh: async (subject) => {
      const about = await knownSession(subject, deps);
      const accountsOf = once(store.accounts);
      for (const delivery of await store.shownDeliveries(subject)) await bringUpToDate(delivery, about, accountsOf);
      for (const person of about?.people.keys() ?? []) await refreshHomes(await accountsOf(person));
      const after = about && (await store.session(about.session.id));
      // It changed while its cards were being written: the last word must be true.
      if (after && after.version !== about.session.version)
        await store.transaction((tx) => tx.enqueue({ name: 'refresh', data: { about: subject } }));
    },

    shown: async (chat, place, message) => {
      const delivery = await store.deliveryShownAt(chat, place.channel, place.messageId);
      if (delivery) await store.changeDelivery(delivery.id, { shown: fingerprint(message) });
    },

    retryClosed: async (person) => {
      const waiting = await store.closedDeliveries(person);
      await store.transaction(async (tx) => {
        for (const delivery of waiting) {
          await tx.changeDelivery(delivery.id, { fate: 'queued' });
          await tx.enqueue({ name: 'deliver', data: { delivery: delivery.id, to: person } });
        }
      });
    },
  };

  async function refreshHomes(accounts: readonly Account[]): Promise<void> {
    for (const account of accounts) await chats.get(account.chat)?.refreshHome?.(account);
  }
}

/** Asks once for each key, however often it is called. */
function once<Answer>(ask: (key: string) => Promise<Answer>): (key: string) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (key) => {
    const answer = answers.get(key) ?? ask(key);
    answers.set(key, answer);
    return answer;
  };
}

/** Tells whether two messages look the same. */
function fingerprint(message: Message): string {
  return createHash('sha256').update(JSON.stringify(message)).digest('base64url').slice(0, 22);
}
