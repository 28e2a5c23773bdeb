import type { Chat } from '../conversation/chat.ts';
import { tellAdmins } from '../core/community/moderation.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

/** Gives a tutor the role that each of their communities has for tutors; where the bot may not, its admins hear of it once. */
export function createGrantRole(
  { store, clock }: Pick<SystemDeps, 'store' | 'clock'>,
  chats: ReadonlyMap<string, Chat>,
): (person: string) => Promise<void> {
  return async (id) => {
    const contact = (await store.contacts([id])).get(id);
    if (!contact) return;
    const { organization } = contact.person;
    const communities = await store.communities(organization);
    for (const account of contact.accounts) {
      const { chat, space } = account;
      const community = communities.find((one) => one.chat === chat && one.space === space);
      const role = community?.tutorRole;
      if (!community || role === undefined || community.removedAt) continue;
      if (await chats.get(chat)?.grantRole?.(account, role)) continue;
      const about = { kind: 'community', id: community.id } as const;
      const card = { kind: 'role-not-given', about, dedupeKey: role, data: { role, chat } } as const;
      await store.transaction((tx) => tellAdmins(tx, organization, card, clock()));
    }
  };
}
