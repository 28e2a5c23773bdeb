import { failureCode } from '../core/meeting/failure.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';

export function troubleReads({ prisma: db }: Connection) {
  return {
    troubles: async () => {
      const rows = await db.platformTrouble.findMany({ orderBy: { platform: 'asc' } });
      return rows.map(({ why, detail, ...row }) => ({ ...row, why: failureCode(why), detail: detail ?? undefined }));
    },
  } satisfies Partial<Reads>;
}

export function troubleWrites({ prisma: tx }: Connection) {
  return {
    setTrouble: async (platform, trouble) => {
      if (!trouble) return (await tx.platformTrouble.deleteMany({ where: { platform } })).count > 0;
      const data = { platform, ...trouble, detail: trouble.detail ?? null };
      const { count } = await tx.platformTrouble.createMany({ data, skipDuplicates: true });
      return count === 1;
    },
  } satisfies Partial<Transaction>;
}
