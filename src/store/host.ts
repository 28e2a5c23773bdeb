import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { ofSessionIn, type Scope } from './scope.ts';

export function hostReads({ prisma: db }: Connection, scope: Scope) {
  return {
    hostHeldBy: async (sessionId) =>
      (await db.hostHold.findUnique({ where: { sessionId, ...ofSessionIn(scope) } }))?.host,
  } satisfies Partial<Reads>;
}

export function hostWrites({ prisma: tx }: Connection) {
  return {
    holdHost: async (host, sessionId, startsAt, endsAt) => {
      // One host at a time: taking another gives the first one back, whether the other is free or not.
      await tx.hostHold.deleteMany({ where: { sessionId } });
      const { count } = await tx.hostHold.createMany({
        data: { host, sessionId, startsAt, endsAt },
        skipDuplicates: true,
      });
      return count === 1;
    },
  } satisfies Partial<Transaction>;
}
