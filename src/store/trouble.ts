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

export function troubleWrites({ sql, prisma: tx }: Connection) {
  return {
    noteTrouble: async (platform, { why, detail }, at) => {
      const data = { platform, why, detail: detail ?? null, since: at, failedAt: at };
      const { count } = await tx.platformTrouble.createMany({ data, skipDuplicates: true });
      if (count === 0) await sql('UPDATE platform_trouble SET failed_at = $2 WHERE platform = $1', platform, at);
      return count === 1;
    },
    endTrouble: async (platform) => (await tx.platformTrouble.deleteMany({ where: { platform } })).count > 0,
  } satisfies Partial<Transaction>;
}
