import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { inScope, type Scope } from './scope.ts';

export function closureReads({ prisma: db }: Connection, scope: Scope) {
  return {
    closures: async () => {
      const rows = await db.closure.findMany({ where: inScope(scope), orderBy: [{ fromDay: 'asc' }, { id: 'asc' }] });
      return rows.map(({ id, kind, name, fromDay, untilDay }) => ({
        id,
        kind: kind === 'term' ? 'term' : 'holiday',
        name,
        from: fromDay,
        until: untilDay,
      }));
    },
  } satisfies Partial<Reads>;
}

export function closureWrites({ prisma: tx }: Connection) {
  return {
    putClosures: async (organizationId, closures) => {
      for (const { id, key = null, kind, name, from, until } of closures) {
        const data = { kind, name, fromDay: from, untilDay: until };
        const create = { ...data, id, organizationId, sourceKey: key };
        if (key === null) await tx.closure.create({ data: create });
        else {
          const where = { organizationId_sourceKey: { organizationId, sourceKey: key } };
          await tx.closure.upsert({ where, create, update: data });
        }
      }
    },
    removeClosure: async (organizationId, id) => {
      await tx.closure.deleteMany({ where: { id, organizationId } });
    },
  } satisfies Partial<Transaction>;
}
