import type { Clock } from '../clock.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import type { Communities } from './communities.ts';
import type { Community } from './community.ts';

/** What admins choose for their own community. */
export interface SettingUp {
  /** The community in which somebody acts. @throws Refusal for whoever is no admin */
  ofAdmin(by: Actor): Promise<Community>;
  /** The channel of its cards, and what its channels are written in. What waits for an admin comes to a new channel. */
  choose(by: Actor, chosen: Chosen): Promise<Community>;
}

export interface Chosen {
  readonly channel?: string | undefined;
  /** ISO 639. */
  readonly language?: string | undefined;
}

/** What has waited longer than this is left alone. */
const WAITED_DAYS = 30;
const DAY = 86_400_000;

export function createSettingUp(
  store: Pick<Store, 'transaction'>,
  communities: Pick<Communities, 'at' | 'forget'>,
  clock: Clock,
): SettingUp {
  async function ofAdmin(by: Actor): Promise<Community> {
    if (!by.isAdmin) throw new Refusal('only-admins', {});
    const community = await communities.at(by.account.chat, by.account.space);
    if (community?.organization !== by.person.organization) throw new Refusal('only-admins', {});
    return community;
  }

  return {
    ofAdmin,
    choose: async (by, { channel, language }) => {
      const community = await ofAdmin(by);
      const now = clock();
      await store.transaction(async (tx) => {
        await tx.setUpCommunity(community.id, { channel, language });
        if (channel === undefined) return;
        const since = new Date(now.getTime() - WAITED_DAYS * DAY);
        const waiting = await tx.waitingForAdmins(community.id, since);
        await tx.owe(
          waiting.flatMap(({ card, place }) => (place ? [] : [{ ...card, to: { community: community.id } }])),
          now,
        );
      });
      communities.forget();
      return ofAdmin(by);
    },
  };
}
