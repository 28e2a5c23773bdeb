import type { Clock } from '../clock.ts';
import { permit } from '../may/tasks.ts';
import type { Actor } from '../people/person.ts';
import type { Store } from '../store.ts';

/** What admins take away. */
export interface Exports {
  /** Owes them the sessions that begin then, as a file. @throws Refusal `only-admins` */
  sessions(by: Actor, from: Date, before: Date): Promise<void>;
}

export function createExports(store: Pick<Store, 'of'>, clock: Clock): Exports {
  return {
    sessions: async (by, from, before) => {
      permit(by, 'read what happens');
      const { id, organization } = by.person;
      return store.of(organization).transaction(async (tx) => {
        const now = clock();
        const about = { kind: 'person', id } as const;
        const data = { from: from.getTime(), before: before.getTime() };
        // One press, one file.
        const dedupeKey = `${String(data.from)}-${String(data.before)}-${String(now.getTime())}`;
        await tx.owe([{ kind: 'sessions-file', to: { person: id }, about, data, dedupeKey }], now);
        await tx.audit({ about, by: id, event: 'export', at: now });
      });
    },
  };
}
