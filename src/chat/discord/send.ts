import { createHash } from 'node:crypto';
import { type Client, MessageFlags, type RawFile, Routes } from 'discord.js';
import { z } from 'zod';
import {
  type Attempt,
  type Channel,
  ChannelClosed,
  DmClosed,
  MessageGone,
  type Place,
} from '../../conversation/chat.ts';
import { createGate } from '../../conversation/gate.ts';
import type { Message } from '../../conversation/message.ts';
import type { Clock } from '../../core/clock.ts';
import type { Log } from '../../core/log.ts';
import type { Account } from '../../core/people/person.ts';
import type { Standing } from '../standing.ts';
import {
  apiCode,
  asRateLimited,
  CANNOT_WRITE,
  DM_CLOSED,
  GONE,
  HAS_LEFT,
  hasCode,
  isTokenRefused,
  NO_CHANNEL,
  OPENING_DMS_TOO_FAST,
  UNKNOWN_CHANNEL,
} from './errors.ts';
import { longTargets } from './keep.ts';
import { createLimit } from './limit.ts';
import { NONCE } from './limits.ts';
import { type Rendered, render } from './render.ts';

/** What the bot writes by itself, outside interactions. */
export interface Sending {
  sendDm(account: Account, message: Message, attempt: Attempt): Promise<Place>;
  sendToChannel(to: Pick<Channel, 'channel' | 'isModeration'>, message: Message, attempt: Attempt): Promise<Place>;
  /** Answers a message where it stands, without ringing for anybody; nothing where the bot cannot write. */
  reply(to: Place, message: Message, attempt: Attempt): Promise<void>;
  /** A message that may have been sent when its answer was lost. */
  findSent(to: Account | Channel, nonce: string): Promise<Place | undefined>;
  /** `marker`: by which the message was known so far. */
  edit(place: Place, message: Message, locale: string, marker?: number): Promise<void>;
}

const AT_ONCE = 8;
/** Discord remembers nonces for "the past few minutes". https://docs.discord.com/developers/resources/message#create-message */
const NONCE_REMEMBERED_MS = 3 * 60_000;
const LOOK_BACK = 50;
const NEW_DMS = 'discord new DMs';
const SECONDS_AFTER_TOO_MANY_DMS = 60;

const Opened = z.object({ id: z.string() });
const Sent = z.object({ id: z.string(), channel_id: z.string() });
const Written = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.array(z.object({ id: z.number().optional() })).default([]),
  }),
);

export function createSending(deps: {
  readonly client: Client;
  readonly log: Log;
  readonly now: Clock;
  readonly token: string;
  readonly standing: Standing;
}): Sending {
  const { client, log, now, token, standing } = deps;
  const limited = createLimit(AT_ONCE);

  /** What the job that sends is told: to wait, where only somebody can mend it, or where Discord says for how long. */
  const asWait = (error: unknown): unknown => {
    if (!isTokenRefused(error)) return asRateLimited(error);
    client.rest.setToken(token); // else its client would not ask again
    return standing.refused('token');
  };

  const gate = createGate();
  const openDm = async (userId: string): Promise<string> => {
    gate.pass(NEW_DMS);
    try {
      return Opened.parse(await client.rest.post(Routes.userChannels(), { body: { recipient_id: userId } })).id;
    } catch (error) {
      throw apiCode(error) === OPENING_DMS_TOO_FAST ? gate.close(NEW_DMS, SECONDS_AFTER_TOO_MANY_DMS) : error;
    }
  };

  const find = async (channel: string, marker: number): Promise<Place | undefined> => {
    const query = new URLSearchParams({ limit: String(LOOK_BACK) });
    const written = Written.parse(await client.rest.get(Routes.channelMessages(channel), { query }));
    const found = written.find(
      ({ author, components }) => author.id === client.user?.id && components[0]?.id === marker,
    );
    return found && { channel, messageId: found.id };
  };

  const post = async (channel: string, message: Message, attempt: Attempt, replyTo?: string): Promise<Place> => {
    const marker = markerOf(attempt.nonce);
    const triedMsAgo = attempt.triedAt ? now().getTime() - attempt.triedAt.getTime() : 0;
    const sent = triedMsAgo > NONCE_REMEMBERED_MS ? await find(channel, marker) : undefined;
    if (sent) return sent;
    for (const { handler } of longTargets(message))
      log.error({ handler }, 'the input of this button is too long for Discord');
    const rendered = render(message, { locale: attempt.locale, marker });
    const body = {
      ...bodyOf(rendered),
      // The end: two ids that were made one after the other begin alike.
      nonce: attempt.nonce.slice(-NONCE),
      enforce_nonce: true,
      ...(replyTo !== undefined && { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
    };
    const { id } = Sent.parse(
      await client.rest.post(Routes.channelMessages(channel), { body, files: filesOf(rendered) }),
    );
    standing.clear('token');
    return { channel, messageId: id };
  };

  /** A channel that is not there any more is opened anew; anything else that Discord refuses is not tried twice. */
  const postDm = async (account: Account, message: Message, attempt: Attempt): Promise<Place> => {
    if (account.dmChannel !== undefined) {
      try {
        return await post(account.dmChannel, message, attempt);
      } catch (error) {
        if (apiCode(error) !== UNKNOWN_CHANNEL) throw error;
      }
    }
    return post(await openDm(account.userId), message, attempt);
  };

  return {
    sendDm: (account, message, attempt) =>
      limited(async () => {
        try {
          return await postDm(account, message, attempt);
        } catch (error) {
          const isClosed = hasCode(error, DM_CLOSED) || apiCode(error) === UNKNOWN_CHANNEL; // also the one opened anew
          throw isClosed ? new DmClosed(String(apiCode(error)), hasCode(error, HAS_LEFT)) : asWait(error);
        }
      }),
    sendToChannel: ({ channel, isModeration = false }, message, attempt) =>
      limited(async () => {
        try {
          const place = await post(channel, message, attempt);
          if (isModeration) standing.clear('moderation-channel');
          return place;
        } catch (error) {
          if (!hasCode(error, NO_CHANNEL)) throw asWait(error);
          throw isModeration ? standing.refused('moderation-channel') : new ChannelClosed(String(apiCode(error)));
        }
      }),
    reply: ({ channel, messageId }, message, attempt) =>
      limited(async () => {
        try {
          await post(channel, message, attempt, messageId);
        } catch (error) {
          if (!hasCode(error, CANNOT_WRITE)) throw error;
        }
      }),
    findSent: (to, nonce) =>
      limited(async () => {
        const channel = 'channel' in to ? to.channel : (to.dmChannel ?? (await openDm(to.userId)));
        return find(channel, markerOf(nonce));
      }),
    edit: ({ channel, messageId }, message, locale, marker) =>
      limited(async () => {
        const rendered = render(message, { locale, ...(marker === undefined ? {} : { marker }) });
        try {
          await client.rest.patch(Routes.channelMessage(channel, messageId), {
            body: bodyOf(rendered),
            files: filesOf(rendered),
          });
        } catch (error) {
          throw hasCode(error, GONE) ? new MessageGone() : asWait(error);
        }
      }),
  };
}

/**
 * Discord does not give a nonce back, but keeps the `id` of a component: a number by which a message is known again.
 * 31 bits, and far from the small ones that Discord gives to components without.
 */
export function markerOf(nonce: string): number {
  return (createHash('sha256').update(nonce).digest().readUInt32BE() >>> 2) | 0x4000_0000;
}

function bodyOf({ components, files }: Rendered) {
  return {
    components,
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [] },
    attachments: files.map(({ name, alt }, index) => ({
      id: String(index),
      filename: name,
      ...(alt ? { description: alt } : {}),
    })),
  };
}

function filesOf({ files }: Rendered): RawFile[] {
  return files.map(({ name, type, data }) => ({ name, data: Buffer.from(data), contentType: type }));
}
