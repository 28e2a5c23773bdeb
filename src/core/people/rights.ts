import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import type { Store } from '../store.ts';
import type { Actor, Person } from './person.ts';

/** What people may ask of whoever stores things about them. */
export interface Rights {
  /** Sends them a file with all that is stored about them: one an hour at most. */
  askForData(by: Actor): Promise<void>;
  /**
   * Nothing is known of them any more; what they were in stays for the others, without them, and what is to come is
   * called off. Whoever acts again afterwards is somebody new.
   */
  forget(by: { readonly person: Pick<Person, 'id' | 'organization'> }): Promise<void>;
}

const HOUR = 3_600_000;

export function createRights(store: Pick<Store, 'of'>, clock: Clock): Rights {
  return {
    askForData: ({ person: { id, organization } }) =>
      store.of(organization).transaction(async (tx) => {
        const now = clock();
        const about = { kind: 'person', id } as const;
        const dedupeKey = String(Math.floor(now.getTime() / HOUR));
        await tx.owe([{ kind: 'my-data', to: { person: id }, about, dedupeKey }], now);
      }),

    forget: ({ person: { id, organization } }) =>
      store.of(organization).transaction(async (tx) => {
        const former = newId();
        const shown = await tx.becomeFormer(id, former, clock());
        if (!shown) return;
        for (const about of shown) await tx.enqueue({ name: 'refresh', data: { about } });
        await tx.enqueue({ name: 'call-off', data: { person: former, organization } });
      }),
  };
}
