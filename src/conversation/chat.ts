import type { ChatTrouble } from '../core/community/chat-trouble.ts';
import type { NamedSpace } from '../core/community/community.ts';
import type { Pace } from '../core/owing/job.ts';
import type { Account } from '../core/people/person.ts';
import type { Message } from './message.ts';

/** Where a message of ours is. */
export interface Place {
  readonly channel: string;
  readonly messageId: string;
}

/** A channel of a community: where many read. */
export interface Channel {
  /** The Slack team, or the Discord server. */
  readonly space: string;
  readonly channel: string;
  /** True for the one in which its admins read what needs them: what cannot be sent there waits. */
  readonly isModeration?: boolean;
}

/** The chat does not take DMs for this account: a state of the person, not an error. `why` is the vendor's code. */
export class DmClosed extends Error {
  override readonly name = 'DmClosed';
  readonly why: string;
  /** True when it says that they are not there any more. */
  readonly hasLeft: boolean;
  constructor(why: string, hasLeft = false) {
    super(`DMs are closed: ${why}`);
    this.why = why;
    this.hasLeft = hasLeft;
  }
}

/** The bot may not write in that channel: it is not in it, or the channel is not there any more. `why` is the vendor's code. */
export class ChannelClosed extends Error {
  override readonly name = 'ChannelClosed';
  constructor(why: string) {
    super(`the channel is closed: ${why}`);
  }
}

/** The message that was to be changed is not there any more. */
export class MessageGone extends Error {
  override readonly name = 'MessageGone';
}

/**
 * The chat wants to be left alone for a while: nothing was sent, try again later. `bucket`: what it is that everybody has
 * to leave alone; without one it is only the channel.
 */
export class RateLimited extends Error {
  override readonly name = 'RateLimited';
  readonly retryAfterSeconds: number;
  readonly bucket: string | undefined;
  constructor(retryAfterSeconds: number, bucket?: string) {
    super(`try again in ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
    this.bucket = bucket;
  }
}

/**
 * What the jobs need of a chat. One for each chat that is configured. What people do there it brings to `Reception`.
 * @example The order in which one lives.
 * const chat = createSlackChat({ config, reception, communities, log, now });
 * await communities.settle([chat.id], await chat.namedSpaces());
 * await chat.start(); // from here on it hands presses and commands to the reception
 * const place = await chat.sendDm(account, message, { nonce: delivery.id, locale, triedAt: undefined });
 * await chat.edit(place, message, locale); // when what the message says has changed
 * chat.refuse(); // SIGTERM: no new presses, but what jobs send still goes out
 * await chat.stop();
 */
export interface Chat {
  readonly id: string;
  /** How many messages somebody, or a channel, may be sent; left out where the chat's own client knows by itself. */
  readonly pace?: Pace;
  /** Gives somebody a role, where the chat has roles. @returns false where the bot may not, or there is no such role */
  grantRole?(account: Account, role: string): Promise<boolean>;
  /**
   * The spaces that the settings name, asked for before `start`: what the settings do not say themselves, the vendor is
   * asked. Nothing is taken in before they are communities.
   */
  namedSpaces(): Promise<readonly NamedSpace[]>;
  /**
   * Sends a DM. `attempt` says whether this message may have been sent before: then the chat looks for it first,
   * where it can, and sends it again only if it is not there.
   * @throws DmClosed, RateLimited, or what the vendor's client throws; both mean that nothing was sent, but for lost answers.
   */
  sendDm(account: Account, message: Message, attempt: Attempt): Promise<Place>;
  /** Sends to where many read. @throws as `sendDm`, but ChannelClosed in the place of DmClosed */
  sendToChannel(to: Channel, message: Message, attempt: Attempt): Promise<Place>;
  /** Where a message is that was tried before and may have arrived. Left out where the chat cannot tell. */
  findSent?(to: Account | Channel, nonce: string): Promise<Place | undefined>;
  /** Opens a message of ours in the chat's app, in that space or in a direct message; undefined while the chat does not know. */
  linkTo(place: Place, space?: string): string | undefined;
  /** @throws MessageGone */
  edit(place: Place, message: Message, locale: string): Promise<void>;
  /** Brings a person's dashboard up to date, where the chat has one and the person has opened it. */
  refreshHome?(account: Account): Promise<void>;
  start(): Promise<void>;
  /** From now on nothing new is taken in; what the bot itself has to say still goes out. */
  refuse(): void;
  /** Takes no new work, finishes what runs, closes. */
  stop(): Promise<void>;
  /** How much is under way: what a clean stop waits for. */
  underWay(): number;
  /** True while the chat's connection stands. */
  isConnected(): boolean;
  /** What somebody has to mend. */
  troubles(): readonly ChatTrouble[];
}

export interface Attempt {
  /** Makes sending the same message twice show it once, where the chat can do that. At most 25 characters. */
  readonly nonce: string;
  readonly locale: string;
  /** When it was tried before without an answer; undefined for the first time. */
  readonly triedAt: Date | undefined;
}
