import { newId } from '../core/id.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Client } from './client.ts';
import { ofPersonIn, type Scope } from './scope.ts';

export function holdReads(db: Client, scope: Scope) {
  return {
    busy: async (people, from, to) => {
      const rows = await db.hold.findMany({
        where: { personId: { in: [...people] }, startsAt: { lt: to }, endsAt: { gt: from }, ...ofPersonIn(scope) },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(({ personId, startsAt, endsAt }) => ({ person: personId, startsAt, endsAt }));
    },
  } satisfies Partial<Reads>;
}

export function holdWrites(tx: Client) {
  return {
    hold: async (personId, { why, id }, startsAt, endsAt) => {
      const isOfSession = why === 'session' || why === 'proposal';
      const whose = isOfSession ? { sessionId: id } : { sourceId: id };
      // ON CONFLICT DO NOTHING: the exclusion constraint decides, and the transaction lives on.
      const { count } = await tx.hold.createMany({
        data: { ...whose, id: newId(), personId, startsAt, endsAt, why },
        skipDuplicates: true,
      });
      return count === 1;
    },
    release: async ({ id, why, person }) => {
      await tx.hold.deleteMany({
        where: {
          OR: [{ sessionId: id }, { sourceId: id }],
          ...(why === undefined ? {} : { why }),
          ...(person === undefined ? {} : { personId: person }),
        },
      });
    },
  } satisfies Partial<Transaction>;
}
