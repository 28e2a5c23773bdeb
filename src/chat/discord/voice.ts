import { ChannelType, type Client, Events, type VoiceBasedChannel } from 'discord.js';
import type { Log } from '../../core/log.ts';

/** Who wants to know what happens in the voice channels that the bot has made. */
export interface VoiceListener {
  /** Who is in it now. */
  seen(now: {
    readonly channel: string;
    readonly people: readonly { readonly userId: string; readonly name: string }[];
  }): Promise<void>;
  deleted(channel: string): Promise<void>;
}

/** Tells who is in such a channel whenever that changes, and after every start: what happened meanwhile is not told by Discord. */
export function followVoice({
  client,
  voice,
  track,
  log,
}: {
  readonly client: Client;
  readonly voice: VoiceListener;
  readonly track: <T>(work: Promise<T>) => Promise<T>;
  readonly log: Log;
}): void {
  // One after the other: what is told later was so later.
  let last: Promise<void> = Promise.resolve();
  const noting = (tell: () => Promise<void>) => {
    last = track(last.then(tell)).catch((error: unknown) =>
      log.error({ chat: 'discord', error }, 'who is in a voice channel was not kept'),
    );
  };

  /** The bot is named in the permissions of those that it made: of no other one anything is kept. */
  const isOurs = (channel: VoiceBasedChannel) =>
    channel.type === ChannelType.GuildVoice && channel.permissionOverwrites.cache.has(client.user?.id ?? '');

  const look = (channel: VoiceBasedChannel) => {
    const there = channel.guild.voiceStates.cache.filter(({ channelId }) => channelId === channel.id);
    const people = [...there.values()].map(({ id, member }) => ({ userId: id, name: member?.displayName ?? '' }));
    noting(() => voice.seen({ channel: channel.id, people }));
  };
  const lookAround = () => {
    for (const channel of client.channels.cache.values()) if (channel.isVoiceBased() && isOurs(channel)) look(channel);
  };

  client.on(Events.VoiceStateUpdate, (before, after) => {
    for (const channel of new Set([before.channel, after.channel])) if (channel && isOurs(channel)) look(channel);
  });
  client.on(Events.ChannelDelete, (channel) => {
    if (!channel.isVoiceBased() || !isOurs(channel)) return;
    noting(() => voice.seen({ channel: channel.id, people: [] }));
    noting(() => voice.deleted(channel.id));
  });
  client.on(Events.ClientReady, lookAround);
  client.on(Events.GuildAvailable, lookAround);
}
