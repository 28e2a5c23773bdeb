import { createDiscordRooms, type DiscordRoomsOptions } from '../../src/meetings/discord/discord.ts';
import type { Details, Platform } from '../../src/meetings/platform.ts';
import { discordStage } from '../sandbox/discord-stage.ts';
import { createMemoryRooms } from './memory-rooms.ts';

type Options = Parameters<typeof discordStage>[0];

/** Tutorline's side and Discord's, with a clock that both follow and HTTP between them. */
export async function roomsStage(options: Options = {}, changed: Partial<DiscordRoomsOptions> = {}) {
  const stage = await discordStage(options);
  const { discord, origin, clock, person } = stage;
  const { token, serverId, adminRoleId, apiPath, webPath } = discord.credentials;
  const times = new Map<string, Date>();
  const settings: DiscordRoomsOptions = {
    token,
    servers: [serverId],
    adminRole: adminRoleId,
    meetingCategory: undefined,
    apiUrl: `${origin}${apiPath}`,
    webUrl: `${origin}${webPath}`,
    book: createMemoryRooms(times),
    now: () => clock.now,
    timeoutMs: 2_500,
    pausesMs: [20, 60],
    ...changed,
  };
  const accounts = (...names: string[]) =>
    names.map((name) => [{ chat: 'discord', space: serverId, userId: person(name) }]);
  const rooms = createDiscordRooms(settings);
  /** Everything is told of Noor and Jonas, unless it is told of others. */
  const told = (details: Details): Details => {
    times.set(details.session, details.startsAt);
    return { accounts: accounts('noor', 'jonas'), ...details };
  };
  const platform: Platform = {
    ...rooms,
    create: (details) => rooms.create(told(details)),
    update: (meeting, details) => rooms.update(meeting, told(details)),
  };
  return { ...stage, settings, platform, accounts };
}
