import { isDeepStrictEqual } from 'node:util';
import { twoOf } from '../core/learning/learning.ts';
import type { Matter } from '../core/owing/matter.ts';
import type { Reads, Store } from '../core/store.ts';

/** False when it has changed since it was read. Only sessions are shown as they stand. */
export async function isStill(store: Pick<Store, 'session'>, { about, session }: Matter): Promise<boolean> {
  return about.kind !== 'session' || isDeepStrictEqual(await store.session(about.id), session);
}

/** The store, asked only for what the matter does not tell. */
export function knowing<Asked extends Pick<Reads, 'tutor' | 'openAims'>>(store: Asked, matter: Matter): Asked {
  const { session, tutor, openAims } = matter;
  const two = session && twoOf(session);
  return {
    ...store,
    tutor: async (id) => (id === tutor?.person.id ? tutor : store.tutor(id)),
    openAims: async (asked) => (two && isDeepStrictEqual(asked, two) ? openAims : store.openAims(asked)),
  };
}
