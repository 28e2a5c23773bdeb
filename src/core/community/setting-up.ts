import type { Clock } from '../clock.ts';
import { permit } from '../may/tasks.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import type { Communities } from './communities.ts';
import type { Community } from './community.ts';
import type { Roles, WaitingCard } from './port.ts';

/** What admins choose for their own community. */
export interface SettingUp {
  /** The community in which somebody acts. @throws Refusal for whoever is no admin */
  ofAdmin(by: Actor): Promise<Community>;
  /** What waits for an admin there, the oldest first. */
  waiting(by: Actor): Promise<readonly WaitingCard[]>;
  /** The channel of its cards, and what its channels are written in. What waits for an admin comes to a new channel. */
  choose(by: Actor, chosen: Chosen): Promise<Community>;
  /** Who may ask for sessions from there, and what tutors are given. */
  decideRoles(by: Actor, roles: Roles): Promise<void>;
}

export interface Chosen {
  readonly channel?: string | undefined;
  /** ISO 639. */
  readonly language?: string | undefined;
}

/** What has waited longer than this is left alone. */
const WAITED_DAYS = 30;
const DAY = 86_400_000;

/** What began to wait before is told no more. */
export function waitingSince(now: Date): Date {
  return new Date(now.getTime() - WAITED_DAYS * DAY);
}

export function createSettingUp(
  store: Pick<Store, 'transaction' | 'waitingForAdmins'>,
  communities: Pick<Communities, 'at' | 'forget'>,
  clock: Clock,
): SettingUp {
  async function ofAdmin(by: Actor): Promise<Community> {
    permit(by, 'decide what holds for all');
    const community = await communities.at(by.account.chat, by.account.space);
    if (community?.organization !== by.person.organization) throw new Refusal('only-admins', {});
    return community;
  }

  return {
    ofAdmin,
    waiting: async (by) => store.waitingForAdmins((await ofAdmin(by)).id, waitingSince(clock())),
    decideRoles: async (by, roles) => {
      const me = by.person.id;
      const { id } = await ofAdmin(by);
      await store.transaction(async (tx) => {
        await tx.decideRoles(id, roles);
        await tx.audit({ about: { kind: 'person', id: me }, by: me, event: 'decide-roles', at: clock() });
      });
      communities.forget();
    },
    choose: async (by, { channel, language }) => {
      const community = await ofAdmin(by);
      const now = clock();
      await store.transaction(async (tx) => {
        await tx.setUpCommunity(community.id, { channel, language });
        const me = by.person.id;
        await tx.audit({ about: { kind: 'person', id: me }, by: me, event: 'set-up', at: now });
        if (channel === undefined) return;
        const waiting = await tx.waitingForAdmins(community.id, waitingSince(now));
        // What is on its way already goes there by itself.
        const missing = waiting.filter(({ isOwed, place }) => (place ? place.channel !== channel : !isOwed));
        await tx.owe(
          missing.map(({ card }) => ({ ...card, dedupeKey: channel, to: { community: community.id } })),
          now,
        );
      });
      communities.forget();
      return ofAdmin(by);
    },
  };
}
