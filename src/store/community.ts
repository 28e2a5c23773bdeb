import type { Community } from '../core/community/community.ts';
import type { Reads, SystemReads, SystemTransaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import { inScope, type Scope } from './scope.ts';

export type CommunityRow = Row;

type Row = Prisma.CommunityGetPayload<Record<never, never>>;

export function communityReads({ prisma: db }: Connection, scope: Scope) {
  return {
    community: async (id) => {
      const row = await db.community.findUnique({ where: { id, ...inScope(scope) } });
      return row ? toCommunity(row) : undefined;
    },
    communities: async (organization) => {
      const rows = await db.community.findMany({
        where: { AND: [inScope(scope), inScope(organization)] },
        orderBy: [{ chat: 'asc' }, { space: 'asc' }],
      });
      return rows.map(toCommunity);
    },
  } satisfies Partial<Reads>;
}

export function communityLookups({ prisma: db }: Connection) {
  return {
    organizations: async () => {
      const rows = await db.organization.findMany({ orderBy: { id: 'asc' } });
      return rows.map(({ id }) => id);
    },
  } satisfies Partial<SystemReads>;
}

export function communityWrites({ prisma: tx }: Connection) {
  return {
    lockCommunities: async () => {
      await tx.$executeRaw`LOCK TABLE "community" IN SHARE ROW EXCLUSIVE MODE`;
    },
    addOrganization: async (id) => {
      await tx.organization.createMany({ data: { id }, skipDuplicates: true });
    },
    putCommunity: async ({ id, organization: organizationId, ...community }) => {
      const data = { ...nulls(community), organizationId };
      await tx.community.upsert({ where: { id }, create: { ...data, id }, update: data });
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
