import { z } from 'zod';
import { PlatformFailed } from '../platform.ts';
import type { DiscordApi } from './api.ts';

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
export const PERMISSION = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  manageServer: 1n << 5n,
  viewChannel: 1n << 10n,
  connect: 1n << 20n,
} as const;

/** What the bot needs in a server to make rooms there, as Discord's own pages call it. Manage Roles is only for changing who is let in later. */
const NEEDED = {
  'View Channels': PERMISSION.viewChannel,
  'Manage Channels': PERMISSION.manageChannels,
  Connect: PERMISSION.connect,
} as const;

const Bits = z.string().transform(BigInt);

// https://docs.discord.com/developers/topics/permissions#role-object
export const Roles = z.array(z.object({ id: z.string(), permissions: Bits }));
// https://docs.discord.com/developers/resources/guild#guild-object
const Guild = z.object({ id: z.string(), name: z.string(), roles: Roles });
// https://docs.discord.com/developers/resources/guild#guild-member-object
export const Member = z.object({ user: z.object({ id: z.string() }).optional(), roles: z.array(z.string()) });
// https://docs.discord.com/developers/resources/user#user-object
export const User = z.object({ id: z.string() });

/**
 * The name of a server in which the bot may make rooms.
 * @throws PlatformFailed `missing-permission`, which says what is missing and where.
 */
export async function checkServer(api: DiscordApi, server: string, botId: string): Promise<string> {
  const [guild, member] = await Promise.all([
    api.get(`/guilds/${server}`, Guild),
    api.get(`/guilds/${server}/members/${botId}`, Member),
  ]);
  const held = guild.roles
    .filter(({ id }) => id === guild.id || member.roles.includes(id))
    .reduce((all, { permissions }) => all | permissions, 0n);
  const missing = Object.entries(NEEDED).flatMap(([name, bit]) => (held & bit ? [] : [name]));
  if (missing.length > 0 && !(held & PERMISSION.administrator))
    throw new PlatformFailed('missing-permission', false, { detail: `${missing.join(', ')} in ${guild.name}` });
  return guild.name;
}
