import type { Chat } from '../conversation/chat.ts';
import { usual } from '../conversation/languages/index.ts';
import type { ChatTrouble } from '../core/community/chat-trouble.ts';
import { tellAdmins } from '../core/community/moderation.ts';
import type { Log } from '../core/log.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

/** What has to be mended in the chats: said once in the log, and to the admins in the other chat. */
export interface ChatTroubles {
  /** Looks how each chat is, and tells what is new. */
  check(): Promise<void>;
}

export function createChatTroubles(
  { store, clock }: Pick<SystemDeps, 'store' | 'clock'>,
  chats: ReadonlyMap<string, Chat>,
  log: Log,
): ChatTroubles {
  const told = new Map<string, ReadonlySet<ChatTrouble>>();

  async function tell(chat: string, why: ChatTrouble | undefined): Promise<void> {
    const now = clock();
    // Several processes learn of it: the admins hear once.
    const dedupeKey = `${why ?? 'recovered'}-${now.toISOString().slice(0, 13)}`;
    const about = { kind: 'chat', id: chat } as const;
    const card = why
      ? ({ kind: 'chat-trouble', about, dedupeKey, data: { why } } as const)
      : ({ kind: 'chat-recovered', about, dedupeKey } as const);
    await store.transaction((tx) => tellAdmins(tx, undefined, card, now, (community) => community.chat === chat));
  }

  return {
    check: async () => {
      for (const [id, chat] of chats) {
        const before = told.get(id) ?? new Set();
        const now = new Set(chat.troubles());
        for (const why of now) {
          if (before.has(why)) continue;
          log.error({ chat: id, why }, inWords(id, why));
          await tell(id, why);
        }
        if (before.size > 0 && now.size === 0) {
          log.info({ chat: id }, 'what was wrong with a chat is mended');
          await tell(id, undefined);
        }
        told.set(id, now);
      }
    },
  };
}

/** What to do about it, for those who run the bot. */
export function inWords(chat: string, why: ChatTrouble): string {
  const said = usual.words.chatTroubles;
  return chat === 'discord' ? said.discord[why] : said.slack[why];
}

/** How a chat is, for those who ask the bot how it is: why not, and what to do. */
export function stateOf(chat: Chat): { readonly isUp: boolean; readonly why?: string } {
  const [trouble] = chat.troubles();
  const isConnected = chat.isConnected();
  if (trouble) return { isUp: isConnected && trouble === 'moderation-channel', why: inWords(chat.id, trouble) };
  return isConnected ? { isUp: true } : { isUp: false, why: usual.words.chatTroubles.unreachable };
}
