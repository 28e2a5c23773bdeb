import type { Store } from '../store.ts';
import type { Actor, Person } from './person.ts';

/** What people say of themselves for their own sake. */
export interface Settings {
  /** Keeps what is given; what is left out stays as it is. @returns who they are now */
  change(
    by: Actor,
    patch: Partial<Pick<Person, 'zone' | 'reminderLeads' | 'wantsMail' | 'language' | 'reachIn' | 'quiet'>>,
  ): Promise<Person>;
}

export function createSettings(store: Pick<Store, 'of'>): Settings {
  return {
    change: async ({ person }, { zone, ...rest }) => {
      // Sessions that are confirmed do not move with somebody's zone.
      const isElsewhere = zone !== undefined && zone !== person.zone;
      const news = { ...rest, ...(isElsewhere && { zone }) };
      if (Object.keys(news).length > 0)
        await store.of(person.organization).transaction((tx) => tx.changePerson(person.id, news));
      return { ...person, ...news };
    },
  };
}
