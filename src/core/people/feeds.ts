import { newSecret } from '../id.ts';
import type { Store } from '../store.ts';
import type { Actor } from './person.ts';

/** The calendar that somebody subscribes to: whoever has its address reads it, so it is a secret that can be changed. */
export interface Feeds {
  /** @returns the secret of the one that they have; a new one where they have none, or with `isNew`. */
  open(by: Actor, isNew?: boolean): Promise<string>;
  /** The address is good no longer. */
  close(by: Actor): Promise<void>;
  /** Whether entries come as files. */
  wantFiles(by: Actor, wantsFiles: boolean): Promise<void>;
}

export function createFeeds(store: Pick<Store, 'of'>): Feeds {
  const ours = ({ person }: Actor) => store.of(person.organization);
  return {
    open: (by, isNew = false) =>
      ours(by).transaction(async (tx) => {
        await tx.lockPerson(by.person.id);
        const known = (await tx.postbox(by.person.id))?.feedSecret;
        if (known !== undefined && !isNew) return known;
        const feedSecret = newSecret();
        await tx.changePerson(by.person.id, { feedSecret });
        return feedSecret;
      }),
    close: (by) => ours(by).transaction((tx) => tx.changePerson(by.person.id, { feedSecret: undefined })),
    wantFiles: (by, wantsFiles) => ours(by).transaction((tx) => tx.changePerson(by.person.id, { wantsFiles })),
  };
}
