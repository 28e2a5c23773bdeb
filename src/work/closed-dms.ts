import type { Clock } from '../core/clock.ts';
import { tellAdmins } from '../core/community/moderation.ts';
import { REMOVED } from '../core/community/removals.ts';
import type { NoticeKind } from '../core/owing/kinds.ts';
import type { Delivery } from '../core/owing/port.ts';
import { LEFT } from '../core/people/departures.ts';
import type { Contact } from '../core/people/person.ts';
import type { Store } from '../core/store.ts';

/** Messages for people who take no DMs. */
export interface ClosedDms {
  /** The message waits: a state of the person, of which the admins hear once. */
  wait(delivery: Delivery, contact: Contact | undefined): Promise<void>;
  /** Somebody has come back: what waited for them is tried again, and of many of a kind about one thing the newest. */
  retry(person: string): Promise<void>;
}

export function createClosedDms(store: Store, clock: Clock): ClosedDms {
  return {
    wait: (delivery, contact) =>
      store.transaction(async (tx) => {
        await tx.changeDelivery(delivery.id, { fate: 'closed' });
        const account = contact?.accounts.find((one) => one.dmClosed);
        // The admins have read that somebody left, and whoever took the bot away knows.
        if (!contact || !account?.dmClosed || [LEFT, REMOVED].includes(account.dmClosed.why)) return;
        const about = { kind: 'person', id: contact.person.id } as const;
        const dedupeKey = `${account.id}-${account.dmClosed.since.getTime()}`;
        const data = { name: contact.person.name, chat: account.chat, why: account.dmClosed.why };
        await tellAdmins(tx, contact.person.organization, { kind: 'undelivered', about, dedupeKey, data }, clock());
      }),

    retry: async (person) => {
      const waiting = await store.closedDeliveries(person);
      const newest = new Map(waiting.map((delivery) => [sameAs(delivery), delivery.id]));
      const kept = new Set(newest.values());
      await store.transaction(async (tx) => {
        for (const delivery of waiting) {
          if (!kept.has(delivery.id)) {
            await tx.changeDelivery(delivery.id, { fate: 'dropped' });
            continue;
          }
          await tx.changeDelivery(delivery.id, { fate: 'queued' });
          await tx.enqueue({ name: 'deliver', data: { delivery: delivery.id, to: person } });
        }
      });
    },
  };
}

/** Of these the newest says all that is still true, whatever else they remember. */
const LATEST: readonly NoticeKind[] = ['moved', 'link', 'calendar', 'times-proposed', 'event-changed'];

/** Of three reminders of one session one is enough; of three that each tell something of their own none is left out. */
function sameAs({ kind, about, data }: Delivery): string {
  return JSON.stringify([kind, about, LATEST.includes(kind) ? {} : data]);
}
