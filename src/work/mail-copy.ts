import type { Clock } from '../core/clock.ts';
import { MAILED_LEAD_MINUTES } from '../core/limits.ts';
import type { NoticeKind } from '../core/owing/kinds.ts';
import type { Matter } from '../core/owing/matter.ts';
import type { Delivery, Owed } from '../core/owing/port.ts';
import type { Store } from '../core/store.ts';

/**
 * Owes to somebody's address of mail what is about to be sent to them in the chat, where they want that. It is a message
 * of its own, with a fate of its own: neither waits for the other.
 */
export type CopyByMail = (delivery: Delivery, matter: Matter) => Promise<void>;

/** Confirmations, changes and cancellations, as calendars hear of them; and reminders. */
const BY_MAIL: readonly NoticeKind[] = ['calendar', 'calendars', 'reminder'];
const MINUTE = 60_000;

export function createMailCopy({
  store,
  clock,
  canMail,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly canMail: boolean;
}): CopyByMail {
  return async ({ id, kind, to, about, data, fate, owedAt }, { contacts, session }) => {
    if (!canMail || fate !== 'queued' || !BY_MAIL.includes(kind) || !('person' in to)) return;
    const person = contacts.get(to.person)?.person;
    if (person?.email === undefined || person.wantsMail === false) return;
    const leadMs = session ? session.startsAt.getTime() - owedAt.getTime() : 0;
    if (kind === 'reminder' && leadMs < (MAILED_LEAD_MINUTES - 1) * MINUTE) return;
    // By the delivery that it is a copy of: once, however often that is tried.
    const copy = { kind, to: { mail: person.email, of: to.person }, about, data, dedupeKey: `of ${id}` } as Owed;
    await store.transaction((tx) => tx.owe([copy], clock()));
  };
}
