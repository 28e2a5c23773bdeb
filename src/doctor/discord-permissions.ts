import { OverwriteType, PermissionFlagsBits } from 'discord.js';
import { z } from 'zod';

const Bits = z.string().transform(BigInt);

// https://docs.discord.com/developers/topics/permissions#role-object
export const Role = z.object({ id: z.string(), name: z.string(), permissions: Bits });
export type Role = z.output<typeof Role>;

// https://docs.discord.com/developers/resources/channel#overwrite-object
export const Overwrite = z.object({ id: z.string(), type: z.enum(OverwriteType), allow: Bits, deny: Bits });
export type Overwrite = z.output<typeof Overwrite>;

/** What the bot needs where it posts. */
const NEEDED = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Embed Links': PermissionFlagsBits.EmbedLinks,
  'Attach Files': PermissionFlagsBits.AttachFiles,
} as const;

/** What a server is asked for when the bot is invited, as bits; for voice rooms it is more. */
export function invitedWith(makesRooms: boolean): bigint {
  const forRooms = makesRooms ? [PermissionFlagsBits.ManageChannels, PermissionFlagsBits.Connect] : [];
  return [...Object.values(NEEDED), ...forRooms].reduce((all, bit) => all | bit, 0n);
}

interface Where {
  readonly server: { readonly id: string; readonly roles: readonly Role[] };
  readonly member: { readonly id: string; readonly roles: readonly string[] };
  readonly overwrites: readonly Overwrite[];
}

/** Which of the needed permissions a member lacks in a channel, as Discord computes it: https://docs.discord.com/developers/topics/permissions#permission-overwrites */
export function lacking({ server, member, overwrites }: Where): readonly string[] {
  const held = server.roles.filter(({ id }) => id === server.id || member.roles.includes(id));
  const base = held.reduce((all, { permissions }) => all | permissions, 0n);
  if (base & PermissionFlagsBits.Administrator) return [];
  const everyone = overwrites.filter(({ id }) => id === server.id);
  const ofRoles = overwrites.filter(({ id }) => id !== server.id && member.roles.includes(id));
  const own = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === member.id);
  const inChannel = [everyone, ofRoles, own].reduce((permissions, layer) => {
    const denied = layer.reduce((all, { deny }) => all | deny, 0n);
    const allowed = layer.reduce((all, { allow }) => all | allow, 0n);
    return (permissions & ~denied) | allowed;
  }, base);
  return Object.entries(NEEDED).flatMap(([name, bit]) => (inChannel & bit ? [] : [name]));
}
