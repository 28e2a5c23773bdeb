import type { Clock } from '../core/clock.ts';
import { newId } from '../core/id.ts';
import { REQUEST_CARDS_AT_ONCE } from '../core/limits.ts';
import type { Delivery } from '../core/owing/port.ts';
import type { Store } from '../core/store.ts';

/** Puts a request that is about to be sent into a list, when many others wait behind it. @returns true when it is told there. */
export type Gathered = (delivery: Delivery, waitingRequests: number) => Promise<boolean>;

/**
 * A chat takes about a message a second: who is asked by many at once would get cards for minutes. When more than a handful
 * wait for one person, one list takes their place. While that is not answered in full, of those that come later the first
 * rings with a card of its own, and the others go into the same list.
 */
export function createGathered(store: Store, clock: Clock): Gathered {
  return async ({ id, kind, to, fate }, waitingRequests) => {
    if (kind !== 'request' || fate !== 'queued' || !('person' in to)) return false;
    if (waitingRequests <= REQUEST_CARDS_AT_ONCE) return false;
    const { person } = to;
    const about = { kind: 'person', id: person } as const;
    return store.transaction(async (tx) => {
      const open = await tx.openList(person);
      if (open !== undefined) {
        await tx.gatherRequests(person, open, id);
        await tx.enqueue({ name: 'refresh', data: { about } });
        return false;
      }
      const list = newId();
      await tx.gatherRequests(person, list);
      await tx.owe([{ kind: 'requests', to, about, dedupeKey: list, data: { list } }], clock());
      return true;
    });
  };
}
