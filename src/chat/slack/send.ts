import { type Attempt, type Channel, DmClosed, MessageGone, type Place } from '../../conversation/chat.ts';
import type { Message } from '../../conversation/message.ts';
import type { Account } from '../../core/people/person.ts';
import { type Clients, refusalCode } from './client.ts';
import type { Pace } from './pace.ts';
import { render } from './render.ts';
import type { Reader } from './rich-text.ts';

/** Why Slack does not take a DM for somebody: https://docs.slack.dev/reference/methods/conversations.open#errors */
const CLOSED: readonly string[] = [
  'user_disabled',
  'user_not_found',
  'users_not_found',
  'user_not_visible',
  'cannot_dm_bot',
  'messages_tab_disabled',
  'is_archived', // the DM of somebody who was deactivated
];
/** https://docs.slack.dev/reference/methods/chat.update#errors */
const GONE: readonly string[] = [
  'message_not_found',
  'channel_not_found',
  'cant_update_message',
  'edit_window_closed',
  'is_inactive',
  'is_archived',
];
/** Nothing in a text of ours is to be turned into links, mentions or previews. */
const INERT = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

/** What is sent without being an answer. */
export interface Sending {
  sendDm(
    account: Pick<Account, 'userId' | 'dmChannel' | 'locale'>,
    message: Message,
    attempt: Pick<Attempt, 'locale'>,
  ): Promise<Place>;
  sendToChannel(to: Channel, message: Message, attempt: Attempt): Promise<Place>;
  edit(place: Place, message: Message, locale: string): Promise<void>;
  /** Answers in a conversation, or in a thread of it. */
  answer(channel: string, thread: string | undefined, message: Message, reader: Reader): Promise<Place>;
}

/**
 * Slack knows no nonce and we do not read conversations, so a message that was tried before is simply sent: each call
 * here posts at most once, and a lost answer can cost one message seen twice.
 */
export function createSending(clients: Clients, pace: Pace, now: () => Date): Sending {
  const reader = (locale: string): Reader => ({ locale, zone: undefined, now: now() });

  const post = async (channel: string, thread: string | undefined, message: Message, by: Reader): Promise<Place> => {
    const call = () =>
      clients.posting.chat.postMessage({
        channel,
        ...render(message, by),
        ...INERT,
        ...(thread && { thread_ts: thread }),
      });
    const posted = await pace('chat.postMessage', call, channel);
    if (!posted.ts) throw new Error('chat.postMessage gave no ts');
    return { channel: posted.channel ?? channel, messageId: posted.ts };
  };
  const openDm = async (userId: string): Promise<string> => {
    const call = () => clients.steady.conversations.open({ users: userId });
    const { channel } = await pace('conversations.open', call);
    if (!channel?.id) throw new Error('conversations.open gave no channel');
    return channel.id;
  };

  return {
    async sendDm(account, message, { locale }) {
      try {
        const channel = account.dmChannel ?? (await openDm(account.userId));
        try {
          return await post(channel, undefined, message, reader(locale));
        } catch (error) {
          if (refusalCode(error) !== 'channel_not_found' || account.dmChannel === undefined) throw error;
          return await post(await openDm(account.userId), undefined, message, reader(locale));
        }
      } catch (error) {
        const code = refusalCode(error);
        throw code && CLOSED.includes(code) ? new DmClosed(code) : error;
      }
    },
    async sendToChannel({ channel }, message, { locale }) {
      return post(channel, undefined, message, reader(locale));
    },
    async edit({ channel, messageId }, message, locale) {
      try {
        const { text, blocks } = render(message, reader(locale));
        const args = { channel, ts: messageId, text, blocks, parse: 'none', link_names: false } as const;
        await pace('chat.update', () => clients.steady.chat.update(args));
      } catch (error) {
        const code = refusalCode(error);
        throw code && GONE.includes(code) ? new MessageGone(code) : error;
      }
    },
    answer: post,
  };
}
