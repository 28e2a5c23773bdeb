import type { Community } from '../core/community/community.ts';
import type { Reads, SystemReads, SystemTransaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Prisma } from './generated/client.ts';
import { inScope, type Scope } from './scope.ts';

export type CommunityRow = Row;

type Row = Prisma.CommunityGetPayload<Record<never, never>>;

/** By hand, as all that a start and a minute's work ask: Prisma is loaded when something else is asked first. */
const ROWS = `SELECT id, organization_id AS "organizationId", chat, space, moderation_channel AS "moderationChannel",
  chosen_channel AS "chosenChannel", admin_role AS "adminRole", language, booker_group AS "bookerGroup",
  tutor_role AS "tutorRole", removed_at AS "removedAt" FROM community`;

export function communityReads({ sql, prisma: db }: Connection, scope: Scope) {
  return {
    community: async (id) => {
      const row = await db.community.findUnique({ where: { id, ...inScope(scope) } });
      return row ? toCommunity(row) : undefined;
    },
    communities: async (organization) => {
      const rows = await sql<Row>(
        `${ROWS} WHERE organization_id = coalesce($1, organization_id) AND organization_id = coalesce($2, organization_id)
         ORDER BY chat, space`,
        scope ?? null,
        organization ?? null,
      );
      return rows.map(toCommunity);
    },
  } satisfies Partial<Reads>;
}

export function communityLookups({ sql }: Connection) {
  return {
    organizations: async () => {
      const rows = await sql<{ id: string }>('SELECT id FROM organization ORDER BY id');
      return rows.map(({ id }) => id);
    },
  } satisfies Partial<SystemReads>;
}

export function communityWrites({ sql, prisma: tx }: Connection) {
  return {
    lockCommunities: async () => {
      await sql('LOCK TABLE community IN SHARE ROW EXCLUSIVE MODE');
    },
    addOrganization: async (id) => {
      await tx.organization.createMany({ data: { id }, skipDuplicates: true });
    },
    putCommunity: async ({ id, organization, chat, space, language, moderationChannel = null, adminRole = null }) => {
      await sql(
        `INSERT INTO community (id, organization_id, chat, space, language, moderation_channel, admin_role)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (id) DO UPDATE SET organization_id = excluded.organization_id, chat = excluded.chat, space = excluded.space,
           language = excluded.language, moderation_channel = excluded.moderation_channel, admin_role = excluded.admin_role`,
        id,
        organization,
        chat,
        space,
        language,
        moderationChannel,
        adminRole,
      );
    },
    setUpCommunity: async (id, { channel, language }) => {
      const data = {
        ...(channel !== undefined && { chosenChannel: channel }),
        ...(language !== undefined && { language }),
      };
      await tx.community.update({ where: { id }, data });
    },
    decideRoles: async (id, { bookers, tutors }) => {
      await tx.community.update({ where: { id }, data: { bookerGroup: bookers ?? null, tutorRole: tutors ?? null } });
    },
    removeCommunity: async (id) => {
      await tx.community.delete({ where: { id } });
    },
  } satisfies Partial<SystemTransaction>;
}

export function toCommunity(row: Row): Community {
  return {
    id: row.id,
    chat: row.chat,
    space: row.space,
    organization: row.organizationId,
    moderationChannel: row.chosenChannel ?? row.moderationChannel ?? undefined,
    adminRole: row.adminRole ?? undefined,
    language: row.language,
    ...(row.tutorRole !== null && { tutorRole: row.tutorRole }),
    ...(row.bookerGroup !== null && { bookerGroup: row.bookerGroup }),
    ...(row.removedAt !== null && { removedAt: new Date(row.removedAt) }),
  };
}
