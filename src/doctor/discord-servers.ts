import { z } from 'zod';
import { type DiscordApi, MISSING_ACCESS, UNKNOWN_GUILD } from './discord-api.ts';
import { invitedWith, Role } from './discord-permissions.ts';
import { advice, bad, type Finding, good } from './finding.ts';

// https://docs.discord.com/developers/resources/guild#guild-object
const Server = z.object({ id: z.string(), name: z.string(), roles: z.array(Role) });
export type Server = z.output<typeof Server>;

const Joined = z.array(z.object({ id: z.string(), name: z.string() }));

/** The bot, and whether it makes voice rooms. */
interface Invited {
  readonly applicationId: string;
  readonly makesRooms: boolean;
}

/** The address at which somebody with Manage Server invites the bot, with exactly what it needs. */
function inviteUrl({ applicationId, makesRooms }: Invited, server: string): string {
  const url = new URL('https://discord.com/oauth2/authorize');
  url.searchParams.set('client_id', applicationId);
  url.searchParams.set('scope', 'bot applications.commands');
  url.searchParams.set('permissions', String(invitedWith(makesRooms)));
  url.searchParams.set('guild_id', server);
  url.searchParams.set('disable_guild_select', 'true');
  return url.href;
}

/** Whether the bot is in every server that is configured, and in no other. */
export async function checkServers(
  ask: DiscordApi,
  configured: readonly string[],
  bot: Invited,
): Promise<{ findings: readonly Finding[]; joined: readonly Server[] }> {
  const findings: Finding[] = [];
  const joined: Server[] = [];
  for (const id of configured) {
    const server = await ask(`/guilds/${id}`, Server);
    if (server.ok) {
      joined.push(server.value);
      findings.push(good(`Discord: the bot is in ${server.value.name}.`));
    } else if (server.code === UNKNOWN_GUILD || server.code === MISSING_ACCESS) {
      findings.push(
        bad(
          `The bot is not in the server ${id}, or there is no such server.`,
          `Compare DISCORD_SERVERS with Copy Server ID, and invite the bot: ${inviteUrl(bot, id)}`,
        ),
      );
    } else {
      findings.push(bad(`Discord could not be asked about the server ${id}: ${server.why}.`, 'Try again.'));
    }
  }
  const all = await ask('/users/@me/guilds', Joined);
  const others = all.ok ? all.value.filter(({ id }) => !configured.includes(id)) : [];
  if (others.length > 0) {
    findings.push(
      advice(
        `The bot is also in ${others.map(({ name, id }) => `${name} (${id})`).join(', ')}, which DISCORD_SERVERS does not name.`,
        'There it says one sentence and keeps nothing. Add the id, or let the bot leave.',
      ),
    );
  }
  return { findings, joined };
}

/** Whether the role of the admins is in one of the servers. */
export function checkAdminRole(role: string | undefined, servers: readonly Server[]): readonly Finding[] {
  if (!role || servers.length === 0) return [];
  const server = servers.find(({ roles }) => roles.some(({ id }) => id === role));
  if (server) return [good(`Discord: the admins’ role is in ${server.name}.`)];
  return [
    bad(
      `DISCORD_ADMIN_ROLE names ${role}, which is a role of none of the servers.`,
      'Copy the id again (Server Settings, Roles, ⋯, Copy Role ID). Until then only people with Manage Server are admins.',
    ),
  ];
}
