import type { Words } from '../conversation/words/en.ts';
import type { Deps } from './deps.ts';

/** What people call a platform; its id where it is not set up any more. */
export function platformName(id: string, words: Words, deps: Pick<Deps, 'platforms'>): string {
  if (id === OWN_LINK) return words.ownLink.name;
  return deps.platforms.find((one) => one.id === id)?.name ?? id;
}

/** Stands for a link that the tutor gave because no platform worked. */
export const OWN_LINK = 'own';
