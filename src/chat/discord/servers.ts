import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { NamedSpace } from '../../core/community/community.ts';
import type { Log } from '../../core/log.ts';

/** What the settings say of servers. */
interface Named {
  readonly servers: readonly string[];
  readonly adminRole?: string | undefined;
  readonly moderationChannel?: string | undefined;
}

/** https://docs.discord.com/developers/resources/channel#get-channel */
const Channel = z.object({ guild_id: z.string() });

/** The servers of the settings. They name one moderation channel: it belongs to the server that has it. */
export async function namedServers(
  rest: REST,
  { servers, adminRole, moderationChannel }: Named,
  log: Log,
): Promise<readonly NamedSpace[]> {
  const moderated = moderationChannel && servers.length > 1 ? await serverOf(rest, moderationChannel, log) : undefined;
  const home = moderated !== undefined && servers.includes(moderated) ? moderated : servers[0];
  return servers.map((space) => ({
    chat: 'discord',
    space,
    adminRole,
    moderationChannel: space === home ? moderationChannel : undefined,
  }));
}

async function serverOf(rest: REST, channel: string, log: Log): Promise<string | undefined> {
  try {
    return Channel.parse(await rest.get(Routes.channel(channel))).guild_id;
  } catch (error) {
    log.warn({ error }, 'Discord does not say in which server the moderation channel is');
    return undefined;
  }
}
