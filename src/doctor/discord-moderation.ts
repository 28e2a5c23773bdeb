import { ChannelType } from 'discord.js';
import { z } from 'zod';
import type { DiscordConfig } from '../config/result.ts';
import { type DiscordApi, MISSING_ACCESS, UNKNOWN_CHANNEL } from './discord-api.ts';
import { lacking, Overwrite } from './discord-permissions.ts';
import type { Server } from './discord-servers.ts';
import { advice, bad, type Finding, good } from './finding.ts';

// https://docs.discord.com/developers/resources/channel#channel-object
const Channel = z.object({
  name: z.string().nullish(),
  type: z.number(),
  guild_id: z.string().optional(),
  permission_overwrites: z.array(Overwrite).default([]),
});
// https://docs.discord.com/developers/resources/guild#guild-member-object
const Member = z.object({ roles: z.array(z.string()) });

const WRITABLE: readonly number[] = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
];

/** Whether the moderation channel is there, in one of the servers, and the bot may see it and write in it. */
export async function checkDiscordModeration(
  ask: DiscordApi,
  { moderationChannel: id }: DiscordConfig,
  servers: readonly Server[],
  botId: string,
): Promise<readonly Finding[]> {
  if (!id) {
    return [
      advice(
        'Discord has no moderation channel.',
        'Put a channel’s id into DISCORD_MODERATION_CHANNEL, and let the bot see it; or choose one with /tutoring setup, if that is not done.',
      ),
    ];
  }
  const letIn =
    'In the channel’s settings under Permissions, add the bot with View Channel, Send Messages, Embed Links and Attach Files.';
  const channel = await ask(`/channels/${id}`, Channel);
  if (!channel.ok) {
    switch (channel.code) {
      case UNKNOWN_CHANNEL:
        return [
          bad(
            `DISCORD_MODERATION_CHANNEL names ${id}, which does not exist.`,
            'Copy the id again (right-click, Copy Channel ID).',
          ),
        ];
      case MISSING_ACCESS:
        return [bad('The bot cannot see Discord’s moderation channel.', letIn)];
      default:
        return [bad(`Discord could not be asked about the moderation channel: ${channel.why}.`, 'Try again.')];
    }
  }
  const server = servers.find((one) => one.id === channel.value.guild_id);
  if (!server) {
    return [
      bad(
        'Discord’s moderation channel is in none of the servers of DISCORD_SERVERS.',
        'Choose a channel of one of them.',
      ),
    ];
  }
  if (!WRITABLE.includes(channel.value.type)) {
    return [bad('Discord’s moderation channel is not a text channel.', 'Choose a text channel.')];
  }
  const member = await ask(`/guilds/${server.id}/members/${botId}`, Member);
  if (!member.ok) return [bad(`Discord does not tell the bot’s roles: ${member.why}.`, 'Try again.')];
  const missing = lacking({
    server,
    member: { id: botId, roles: member.value.roles },
    overwrites: channel.value.permission_overwrites,
  });
  return [
    missing.length === 0
      ? good(`Discord: the bot may write in #${channel.value.name ?? id}.`)
      : bad(`In Discord’s moderation channel the bot lacks ${missing.join(', ')}.`, letIn),
  ];
}
