import { APPLICATION_ID, BOT_ROLE_ID, type Channel, type DiscordPerson, type Server } from './place.ts';
import type { RoomChannel } from './state.ts';
import type { World } from './world.ts';

/** https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
export const PERMISSION = {
  manageChannels: 1n << 4n,
  administrator: 1n << 3n,
  manageServer: 1n << 5n,
  manageRoles: 1n << 28n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  connect: 1n << 20n,
  speak: 1n << 21n,
  useCommands: 1n << 31n,
} as const;

/** What everybody in a server may do. */
export const EVERYBODY_MAY =
  PERMISSION.viewChannel |
  PERMISSION.sendMessages |
  PERMISSION.embedLinks |
  PERMISSION.attachFiles |
  PERMISSION.readHistory |
  PERMISSION.connect |
  PERMISSION.speak |
  PERMISSION.useCommands;

/** What Discord lets two people do in a direct message, whoever they are. */
const DIRECT_MESSAGE_MAY = EVERYBODY_MAY | PERMISSION.mentionEveryone;

/** What a person may do in a channel; without a server, in a direct message. */
export function personMay(person: DiscordPerson, server?: Server, channel?: Channel): bigint {
  if (!server) return DIRECT_MESSAGE_MAY;
  if (server.ownerId === person.id && person.manageServer)
    return EVERYBODY_MAY | PERMISSION.manageServer | PERMISSION.manageMessages;
  const own = EVERYBODY_MAY | (person.manageServer ? PERMISSION.manageServer : 0n);
  const hidden = channel?.onlyRole !== undefined && !person.roles.includes(channel.onlyRole);
  return hidden ? own & ~PERMISSION.viewChannel & ~PERMISSION.sendMessages : own;
}

/** What the bot may do in a channel: what a bot invited with the least permissions may. */
export function botMay(channel?: Channel): bigint {
  if (!channel) return DIRECT_MESSAGE_MAY;
  if (channel.botMay === 'nothing') return EVERYBODY_MAY & ~PERMISSION.viewChannel & ~PERMISSION.sendMessages;
  if (channel.botMay === 'read') return EVERYBODY_MAY & ~PERMISSION.sendMessages;
  return EVERYBODY_MAY;
}

/** The overwrites that the API shows for a channel: https://docs.discord.com/developers/resources/channel#overwrite-object */
export function overwritesOf(channel: Channel, server: Server, botId: string): unknown[] {
  const ROLE = 0;
  const MEMBER = 1;
  const write = PERMISSION.viewChannel | PERMISSION.sendMessages;
  const overwrites: unknown[] = [];
  if (channel.onlyRole) {
    overwrites.push({ id: server.id, type: ROLE, allow: '0', deny: String(PERMISSION.viewChannel) });
    overwrites.push({ id: channel.onlyRole, type: ROLE, allow: String(write), deny: '0' });
  }
  const botDenied = EVERYBODY_MAY & ~botMay(channel);
  if (channel.onlyRole || botDenied > 0n)
    overwrites.push({ id: botId, type: MEMBER, allow: String(write & ~botDenied), deny: String(botDenied) });
  return overwrites;
}

/** What the bot may do in a server: what everybody may, and what its own role was given when it was invited. */
export function botMayInServer({ state }: Pick<World, 'state'>): bigint {
  return EVERYBODY_MAY | BigInt(state.botRole);
}

/** What the bot may do in a channel that it made, as Discord computes it. */
export function botMayIn(world: Pick<World, 'state'>, channel: RoomChannel): bigint {
  return overwritten(botMayInServer(world), channel, APPLICATION_ID, [BOT_ROLE_ID]);
}

/** What a person may do in a channel that the app made. The owner may do everything. */
export function personMayIn(person: DiscordPerson, server: Server, channel: RoomChannel): bigint {
  if (server.ownerId === person.id) return ~0n;
  return overwritten(personMay(person, server), channel, person.id, person.roles);
}

/** https://docs.discord.com/developers/topics/permissions#permission-overwrites */
function overwritten(base: bigint, channel: RoomChannel, memberId: string, roles: readonly string[]): bigint {
  const { overwrites, serverId } = channel;
  const layers = [
    overwrites.filter(({ id }) => id === serverId),
    overwrites.filter(({ id, type }) => type === 0 && id !== serverId && roles.includes(id)),
    overwrites.filter(({ id, type }) => type === 1 && id === memberId),
  ];
  return layers.reduce((permissions, layer) => {
    const denied = layer.reduce((all, { deny }) => all | BigInt(deny), 0n);
    const allowed = layer.reduce((all, { allow }) => all | BigInt(allow), 0n);
    return (permissions & ~denied) | allowed;
  }, base);
}
