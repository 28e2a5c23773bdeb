import { z } from 'zod';
import {
  type Attempt,
  type Channel,
  ChannelClosed,
  DmClosed,
  MessageGone,
  type Place,
} from '../../conversation/chat.ts';
import { wordsFor } from '../../conversation/languages/index.ts';
import type { Action, Enclosure, Message, Section } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import type { Account } from '../../core/people/person.ts';
import type { Standing } from '../standing.ts';
import { type Clients, refusalCode } from './client.ts';
import type { Files } from './files.ts';
import type { Pace } from './pace.ts';
import type { Pictures } from './pictures.ts';
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
  'channel_not_found', // also after it was opened anew
];
/** Those of them that say that nobody is there any more. */
const LEFT: readonly string[] = ['user_disabled', 'user_not_found', 'users_not_found', 'is_archived'];
/** https://docs.slack.dev/reference/methods/chat.update#errors */
const GONE: readonly string[] = [
  'message_not_found',
  'channel_not_found',
  'cant_update_message',
  'edit_window_closed',
  'is_inactive',
  'is_archived',
];
/** The channel was deleted or archived, or the bot was taken out of it: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const NO_CHANNEL: readonly string[] = ['channel_not_found', 'not_in_channel', 'is_archived', 'channel_is_archived'];
/** Nothing in a text of ours is to be turned into links, mentions or previews. */
const INERT = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

/** What is sent without being an answer. */
export interface Sending {
  sendDm(
    account: Pick<Account, 'userId' | 'dmChannel' | 'locale'>,
    message: Message,
    attempt: Pick<Attempt, 'locale'> & Partial<Attempt>,
  ): Promise<Place>;
  sendToChannel(to: Channel, message: Message, attempt: Attempt): Promise<Place>;
  /** A DM that may have been sent when its answer was lost. Other channels are not ours to read. */
  findSent(to: Account | Channel, nonce: string): Promise<Place | undefined>;
  edit(place: Place, message: Message, locale: string): Promise<void>;
  /** Answers in a conversation, or in a thread of it. */
  answer(channel: string, thread: string | undefined, message: Message, reader: Reader): Promise<Place>;
  /** Answers in a channel, for one of its people alone; where the bot cannot post, in a DM. */
  answerPrivately(
    to: { readonly channel: string; readonly thread: string | undefined; readonly user: string },
    message: Message,
    reader: Reader,
  ): Promise<void>;
}

function linkTo({ label, url }: NonNullable<Enclosure['link']>): Action {
  return { kind: 'link', label, url, style: 'plain' };
}

/** By which a message of ours is known again: https://docs.slack.dev/messaging/message-metadata */
const EVENT = 'tutorline_message';
const LOOK_BACK = 50;
/** https://docs.slack.dev/reference/methods/conversations.history */
const History = z.object({
  messages: z
    .array(
      z.object({ ts: z.string(), metadata: z.object({ event_payload: z.record(z.string(), z.unknown()) }).optional() }),
    )
    .default([]),
});
/** The bot is not in that channel, or cannot write there. */
const NOT_THERE = ['not_in_channel', 'channel_not_found', 'user_not_in_channel', 'is_archived', 'restricted_action'];

/**
 * Slack knows no nonce, so each message carries its own as metadata: before one is sent that was tried before, the DM is
 * looked through for it. Each call here posts at most once. In a channel a lost answer can cost one message seen twice.
 */
export function createSending({
  clients,
  pace,
  files,
  pictures,
  now,
  standing,
}: {
  readonly clients: Clients;
  readonly pace: Pace;
  readonly files: Files;
  readonly pictures: Pictures;
  readonly now: () => Date;
  readonly standing: Standing;
}): Sending {
  const reader = (locale: string): Reader => ({ locale, zone: undefined, now: now() });

  const find = async (channel: string, nonce: string): Promise<Place | undefined> => {
    const call = () => clients.steady.conversations.history({ channel, limit: LOOK_BACK, include_all_metadata: true });
    const { messages } = History.parse(await pace('conversations.history', call));
    const found = messages.find(({ metadata }) => metadata?.event_payload['id'] === nonce);
    return found && { channel, messageId: found.ts };
  };
  const post = async (
    channel: string,
    thread: string | undefined,
    message: Message,
    by: Reader,
    nonce?: string,
  ): Promise<Place> => {
    const call = (by: Reader) =>
      clients.posting.chat.postMessage({
        channel,
        ...render(message, by),
        ...INERT,
        ...(thread && { thread_ts: thread }),
        ...(nonce !== undefined && { metadata: { event_type: EVENT, event_payload: { id: nonce } } }),
      });
    const posted = await pictures.show(message, by, (by) => pace('chat.postMessage', () => call(by), channel));
    if (!posted.ts) throw new Error('chat.postMessage gave no ts');
    return { channel: posted.channel ?? channel, messageId: posted.ts };
  };
  /**
   * The files first, as long as nothing is said: then it can still be waited. They are shown below the message; where
   * Slack takes none, links to them stand in it, or that they are missing. `sent`: it is there already, and perhaps they are not.
   */
  const postWithFiles = async (channel: string, message: Message, by: Reader, nonce?: string, sent?: Place) => {
    const { enclosures = [] } = message;
    const uploaded = enclosures.length > 0 ? await files.upload(enclosures) : [];
    const left = uploaded ? [] : enclosures;
    const actions = [...(message.actions ?? []), ...left.flatMap(({ link }) => (link ? [linkTo(link)] : []))];
    const lost = left.filter(({ link }) => !link).map(({ name }) => wordsFor(by.locale).chat.fileLost(name));
    const sections = [...(message.sections ?? []), ...lost.map((one): Section => ({ text: say`${one}` }))];
    const place = sent ?? (await post(channel, undefined, { ...message, actions, sections }, by, nonce));
    if (uploaded) await files.share(uploaded, place.channel, place.messageId);
    return place;
  };
  const openDm = async (userId: string): Promise<string> => {
    const call = () => clients.steady.conversations.open({ users: userId });
    const { channel } = await pace('conversations.open', call);
    if (!channel?.id) throw new Error('conversations.open gave no channel');
    return channel.id;
  };

  return {
    async sendDm(account, message, { locale, nonce, triedAt }) {
      try {
        const channel = account.dmChannel ?? (await openDm(account.userId));
        try {
          const sent = triedAt && nonce !== undefined ? await find(channel, nonce) : undefined;
          return await postWithFiles(channel, message, reader(locale), nonce, sent);
        } catch (error) {
          if (refusalCode(error) !== 'channel_not_found' || account.dmChannel === undefined) throw error;
          return await postWithFiles(await openDm(account.userId), message, reader(locale), nonce);
        }
      } catch (error) {
        const code = refusalCode(error);
        throw code && CLOSED.includes(code) ? new DmClosed(code, LEFT.includes(code)) : error;
      }
    },
    async sendToChannel({ channel, isModeration = false }, message, { locale }) {
      try {
        const place = await post(channel, undefined, message, reader(locale));
        if (isModeration) standing.clear('moderation-channel');
        return place;
      } catch (error) {
        // What admins are to read waits until there is a channel for it again.
        const code = refusalCode(error) ?? '';
        if (!NO_CHANNEL.includes(code)) throw error;
        throw isModeration ? standing.refused('moderation-channel') : new ChannelClosed(code);
      }
    },
    async findSent(to, nonce) {
      if ('channel' in to) return undefined;
      return find(to.dmChannel ?? (await openDm(to.userId)), nonce);
    },
    async edit({ channel, messageId }, message, locale) {
      try {
        const place = { channel, ts: messageId, parse: 'none', link_names: false } as const;
        await pictures.show(message, reader(locale), (by) =>
          pace('chat.update', () => clients.steady.chat.update({ ...place, ...render(message, by) })),
        );
      } catch (error) {
        const code = refusalCode(error);
        throw code && GONE.includes(code) ? new MessageGone(code) : error;
      }
    },
    answer: post,
    async answerPrivately({ channel, thread, user }, message, by) {
      const place = { channel, user, ...(thread && { thread_ts: thread }), parse: 'none', link_names: false } as const;
      const call = (by: Reader) => clients.posting.chat.postEphemeral({ ...place, ...render(message, by) });
      try {
        await pictures.show(message, by, (by) => pace('chat.postEphemeral', () => call(by)));
      } catch (error) {
        if (!NOT_THERE.includes(refusalCode(error) ?? '')) throw error;
        await post(await openDm(user), undefined, message, by);
      }
    },
  };
}
