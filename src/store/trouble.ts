import { failureCode } from '../core/meeting/failure.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { columns } from './table.ts';

type Row = Prisma.PlatformTroubleGetPayload<Record<never, never>>;

const TROUBLES = `SELECT ${columns('t', Prisma.PlatformTroubleScalarFieldEnum)} FROM platform_trouble t ORDER BY t.platform`;

export function troubleReads({ sql }: Connection) {
  return {
    troubles: async () => {
      const rows = await sql<Row>(TROUBLES);
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
