import type { SystemTransaction } from '../core/store.ts';
import type { Connection } from './connection.ts';

export function choreWrites({ prisma: tx }: Connection) {
  return {
    takeOn: async (name, night) => {
      const { count: added } = await tx.chore.createMany({ data: { name, night }, skipDuplicates: true });
      if (added === 1) return false;
      const { count } = await tx.chore.updateMany({ where: { name, night: { lt: night } }, data: { night } });
      return count === 1;
    },
  } satisfies Partial<SystemTransaction>;
}
