import {
  type Client,
  type Guild,
  GuildMember,
  type Interaction,
  PermissionFlagsBits,
  PermissionsBitField,
} from 'discord.js';
import type { Clock } from '../../core/clock.ts';
import { apiCode, MISSING_ACCESS, UNKNOWN_GUILD, UNKNOWN_MEMBER, UNKNOWN_USER } from './errors.ts';

/** What somebody is in the organization's servers. */
interface Standing {
  /** The server through which they act; for DMs one of those in which they are. */
  readonly server: string;
  readonly name: string;
  readonly isAdmin: boolean;
}

/** Finds out who belongs to the organization. Undefined: not in a server of it. */
export interface Members {
  /** True for a server of the organization. */
  isListed(server: string): boolean;
  /** Somebody who acts in a listed server: it is in the payload. */
  acting(interaction: Interaction<'raw' | 'cached'>): Standing;
  /** Somebody in a DM, which says nothing about servers: asked from Discord, and known for a minute. */
  inDm(userId: string): Promise<Standing | undefined>;
}

const KNOWN_FOR_MS = 60_000;
const KNOWN_MOST = 1000;
const ADMIN_PERMISSIONS = [PermissionFlagsBits.ManageGuild, PermissionFlagsBits.Administrator];

/** Admins hold `adminRole`, or may manage a listed server. */
export function createMembers(deps: {
  readonly client: Client;
  readonly servers: readonly string[];
  readonly adminRole: string | undefined;
  readonly now: Clock;
}): Members {
  const { client, servers, adminRole, now } = deps;
  const known = new Map<string, { readonly until: number; readonly standing: Promise<Standing | undefined> }>();

  const isAdmin = (roles: readonly string[], permissions: Readonly<PermissionsBitField>) =>
    (adminRole !== undefined && roles.includes(adminRole)) || permissions.any(ADMIN_PERMISSIONS);

  const standingOf = (member: GuildMember): Standing => ({
    server: member.guild.id,
    name: member.displayName,
    // Discord.js works out the permissions from the server's owner and roles, which the gateway keeps up to date.
    isAdmin: isAdmin([...member.roles.cache.keys()], member.permissions),
  });

  const ask = async (userId: string): Promise<Standing | undefined> => {
    const found = await Promise.all(servers.map((server) => findMember(client.guilds.cache.get(server), userId)));
    const standings = found.filter((member) => member !== undefined).map(standingOf);
    return standings.find((standing) => standing.isAdmin) ?? standings[0];
  };

  return {
    isListed: (server) => servers.includes(server),
    acting: ({ guildId, member, user, memberPermissions }) => ({
      server: guildId,
      name: member instanceof GuildMember ? member.displayName : (member.nick ?? user.displayName),
      isAdmin: isAdmin(
        member instanceof GuildMember ? [...member.roles.cache.keys()] : member.roles,
        memberPermissions ?? new PermissionsBitField(),
      ),
    }),
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
