import type { Reads, SystemReads } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { toPerson, WITH_ZONE } from './person.ts';
import type { Scope } from './scope.ts';

/** What people say about their mail and their calendar, and who is behind the secrets in addresses. */
export function postboxReads({ prisma: db }: Connection, scope: Scope) {
  return {
    postbox: async (id) => {
      const row = await db.person.findFirst({
        where: { id, ...(scope !== undefined && { organizationId: scope }) },
        include: { emailCode: { omit: { personId: true } } },
      });
      if (!row) return undefined;
      return {
        address: row.email ?? undefined,
        isConfirmed: row.emailConfirmedAt !== null,
        pending: row.emailCode ?? undefined,
        wantsMail: row.wantsMail,
        wantsFiles: row.wantsFiles,
        mailSecret: row.mailSecret ?? undefined,
        feedSecret: row.feedSecret ?? undefined,
      };
    },
  } satisfies Partial<Reads>;
}

export function postboxLookups({ prisma: db }: Connection) {
  const only = async (where: { readonly feedSecret: string } | { readonly mailSecret: string }) => {
    const known = await db.person.findUnique({ where, include: WITH_ZONE });
    const row = known?.linkedTo
      ? await db.person.findUnique({ where: { id: known.linkedTo }, include: WITH_ZONE })
      : known;
    return row ? toPerson(row) : undefined;
  };
  return {
    personByFeed: (feedSecret) => only({ feedSecret }),
    personByMailSecret: (mailSecret) => only({ mailSecret }),
  } satisfies Partial<SystemReads>;
}
