import {
  type Client,
  type Guild,
  GuildMember,
  type Interaction,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js';
import type { Clock } from '../../core/clock.ts';
import type { Communities } from '../../core/community/communities.ts';
import type { Community } from '../../core/community/community.ts';
import { apiCode, MISSING_ACCESS, UNKNOWN_GUILD, UNKNOWN_MEMBER, UNKNOWN_USER } from './errors.ts';

/** What somebody is in the servers in which the bot is at home. */
interface Standing {
  /** The server through which they act; for DMs one of those in which they are. */
  readonly server: string;
  readonly name: string;
  readonly isAdmin: boolean;
  /** Ids. */
  readonly roles: readonly string[];
}

/** Finds out who belongs to the bot's own servers. Undefined: not in any of them. */
export interface Members {
  /** True for a server in which the bot is at home. */
  isHome(server: string): Promise<boolean>;
  /** Somebody who acts in such a server: it is in the payload. */
  acting(interaction: Interaction<'raw' | 'cached'>): Promise<Standing | undefined>;
  /** Somebody in a DM, which says nothing about servers: asked from Discord, and known for a minute, in each process for itself: who loses the role has it for so long at most. */
  inDm(userId: string): Promise<Standing | undefined>;
}

const KNOWN_FOR_MS = 60_000;
const KNOWN_MOST = 1000;
const ADMIN_PERMISSIONS = [PermissionFlagsBits.ManageGuild, PermissionFlagsBits.Administrator];

/** Admins hold the admin role of the community, or may manage its server. */
export function createMembers(deps: {
  readonly client: Client;
  readonly communities: Pick<Communities, 'at' | 'inChat'>;
  readonly now: Clock;
}): Members {
  const { client, communities, now } = deps;
  const known = new Map<string, { readonly until: number; readonly standing: Promise<Standing | undefined> }>();

  const isAdmin = (
    { adminRole }: Community,
    roles: readonly string[],
    permissions: Readonly<PermissionsBitField>,
  ): boolean => (adminRole !== undefined && roles.includes(adminRole)) || permissions.any(ADMIN_PERMISSIONS);

  const standingIn = async (community: Community, userId: string): Promise<Standing | undefined> => {
    const member = await findMember(client.guilds.cache.get(community.space), userId);
    return (
      member && {
        server: community.space,
        name: member.displayName,
        // Discord.js works out the permissions from the server's owner and roles, which the gateway keeps up to date.
        isAdmin: isAdmin(community, [...member.roles.cache.keys()], member.permissions),
        roles: [...member.roles.cache.keys()],
      }
    );
  };

  const ask = async (userId: string): Promise<Standing | undefined> => {
    const servers = await communities.inChat('discord');
    const found = await Promise.all(servers.map((community) => standingIn(community, userId)));
    return found.find((standing) => standing?.isAdmin) ?? found.find((standing) => standing !== undefined);
  };

  return {
    isHome: async (server) => (await communities.at('discord', server)) !== undefined,
    acting: async ({ guildId, member, user, memberPermissions }) => {
      const community = await communities.at('discord', guildId);
      const roles = member instanceof GuildMember ? [...member.roles.cache.keys()] : member.roles;
      return (
        community && {
          server: guildId,
          name: member instanceof GuildMember ? member.displayName : (member.nick ?? user.displayName),
          isAdmin: isAdmin(community, roles, memberPermissions ?? new PermissionsBitField()),
          roles,
        }
      );
    },
    inDm: (userId) => {
      const at = now().getTime();
      const entry = known.get(userId);
      if (entry && entry.until > at && entry.until <= at + KNOWN_FOR_MS) return entry.standing;
      const standing = ask(userId);
      known.delete(userId);
      known.set(userId, { until: at + KNOWN_FOR_MS, standing });
      standing.catch(() => known.delete(userId));
      if (known.size > KNOWN_MOST) known.delete(known.keys().next().value ?? userId);
      return standing;
    },
  };
}

/** https://docs.discord.com/developers/resources/guild#get-guild-member, which needs no privileged intent */
async function findMember(server: Guild | undefined, userId: string): Promise<GuildMember | undefined> {
  if (!server) return undefined;
  try {
    return await server.members.fetch({ user: userId, cache: false, force: true });
  } catch (error) {
    const code = apiCode(error);
    if (code !== undefined && NOT_THERE.has(code)) return undefined;
    throw error;
  }
}

const NOT_THERE: ReadonlySet<number> = new Set([UNKNOWN_MEMBER, UNKNOWN_USER, UNKNOWN_GUILD, MISSING_ACCESS]);
