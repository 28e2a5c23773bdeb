import type { Clock } from '../clock.ts';
import type { Rights } from '../people/rights.ts';
import type { Store } from '../store.ts';
import type { Communities } from './communities.ts';
import type { Community } from './community.ts';
import type { RemovedFrom } from './port.ts';

/** Stands as the reason why no DM arrives: the bot is not there any more. */
export const REMOVED = 'removed';

/** For so long everything stays as it was, in case the bot comes back. */
const KEPT_AFTER_REMOVAL_DAYS = 30;

const DAY = 86_400_000;
/** People that are forgotten before it is looked again whether the bot is back. */
const BATCH = 50;

/** Workspaces and servers that the bot was taken out of. An outage is none: whoever calls this knows. */
export interface Removals {
  /** Nobody there gets anything any more. Safe to repeat. */
  removed(from: RemovedFrom): Promise<void>;
  /** It is there, perhaps again: then all goes on. Safe to repeat. */
  there(where: RemovedFrom): Promise<void>;
}

/** Whether the bot was taken out of it so long ago that nothing of it is kept any more. */
export function isToBeForgotten({ removedAt }: Pick<Community, 'removedAt'>, now: Date): boolean {
  return removedAt !== undefined && now.getTime() - removedAt.getTime() >= KEPT_AFTER_REMOVAL_DAYS * DAY;
}

export function createRemovals(
  store: Store,
  communities: Pick<Communities, 'forget'>,
  clock: Clock,
  /** Called for whoever gets messages again. */
  isBack: (person: string) => Promise<void>,
): Removals {
  async function mark(where: RemovedFrom, at: Date | undefined): Promise<readonly string[]> {
    const back = await store.transaction((tx) => tx.markRemoved(where, at));
    if (back) communities.forget();
    return back ?? [];
  }

  return {
    removed: async (from) => void (await mark(from, clock())),
    there: async (where) => {
      for (const person of await mark(where, undefined)) await isBack(person);
    },
  };
}

/** Forgets everybody who was only in a community, unless the bot has come back to it. */
export function createPurge(
  store: Store,
  rights: Pick<Rights, 'forget'>,
  clock: Clock,
): (community: string) => Promise<void> {
  return async (id) => {
    for (;;) {
      const community = await store.community(id);
      if (!community || !isToBeForgotten(community, clock())) return;
      const people = await store.peopleOnlyIn(id, BATCH);
      for (const person of people) await rights.forget({ person });
      if (people.length === 0) break;
    }
    await store.transaction((tx) => tx.forgetCommunity(id));
  };
}
