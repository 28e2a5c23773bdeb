import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import { UNSAID_LOCALE } from '../locale.ts';
import type { Store, SystemTransaction } from '../store.ts';
import type { Community, NamedSpace } from './community.ts';

/** How long what is known of communities is taken for true: every press asks, and they hardly ever change. */
const KNOWN_FOR_MS = 60_000;

/** Where the bot is at home: nothing that happens anywhere else is kept. */
export interface Communities {
  /** The community of a space; undefined for a space in which the bot helps nobody. */
  at(chat: string, space: string): Promise<Community | undefined>;
  inChat(chat: string): Promise<readonly Community[]>;
  /** They have changed: what was known of them is asked anew. */
  forget(): void;
  /**
   * Makes the communities of these chats those that the settings name. They belong to the organization that the
   * database has; a new database gets one.
   */
  settle(chats: readonly string[], named: readonly NamedSpace[]): Promise<void>;
}

export function createCommunities(store: Store, clock: Clock): Communities {
  let known: { readonly all: Promise<readonly Community[]>; readonly since: number } | undefined;

  /** Each process remembers them by itself: one that learns of a change a minute late does no harm. */
  async function all(): Promise<readonly Community[]> {
    const now = clock().getTime();
    if (known && Math.abs(now - known.since) < KNOWN_FOR_MS) return known.all;
    const asked = { all: store.communities(), since: now };
    known = asked;
    asked.all.catch(() => {
      if (known === asked) known = undefined;
    });
    return asked.all;
  }

  return {
    at: async (chat, space) => (await all()).find((one) => one.chat === chat && one.space === space),
    inChat: async (chat) => (await all()).filter((one) => one.chat === chat),
    forget: () => {
      known = undefined;
    },
    settle: async (chats, named) => {
      await store.transaction((tx) => settle(tx, chats, named));
      known = undefined;
    },
  };
}

async function settle(tx: SystemTransaction, chats: readonly string[], named: readonly NamedSpace[]): Promise<void> {
  await tx.lockCommunities();
  const before = await tx.communities();
  const organization = before[0]?.organization ?? (await tx.organizations())[0] ?? (await newOrganization(tx));
  const kept = new Set<string>();
  for (const space of named) {
    const known = before.find((one) => isSame(one, space)) ?? before.find((one) => isUnnamed(one, space, kept));
    const { id, language } = known ?? { id: newId(), language: UNSAID_LOCALE };
    kept.add(id);
    await tx.putCommunity({ ...space, id, language, organization: known?.organization ?? organization });
  }
  for (const { id, chat } of before) if (chats.includes(chat) && !kept.has(id)) await tx.removeCommunity(id);
}

async function newOrganization(tx: SystemTransaction): Promise<string> {
  const id = newId();
  await tx.addOrganization(id);
  return id;
}

const isSame = (one: Community, { chat, space }: NamedSpace) => one.chat === chat && one.space === space;

/** An installation from before there were communities has moderation cards of a chat whose space nobody had to know. */
const isUnnamed = (one: Community, { chat, moderationChannel }: NamedSpace, kept: ReadonlySet<string>) =>
  one.chat === chat && one.space === '' && moderationChannel !== undefined && !kept.has(one.id);
