import type { PGlite, Transaction } from '@electric-sql/pglite';
import type {
  Transaction as PrismaTransaction,
  SqlDriverAdapter,
  SqlDriverAdapterFactory,
  SqlQueryable,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { type InTransaction, joinedBy, transactionToJoin } from './connection.ts';
import type { PrismaClient } from './generated/client.ts';
import { sqlInPglite } from './pglite-sql.ts';

/**
 * Prisma on PGlite. pglite-prisma-adapter 0.7.2 speaks; its transactions and scripts are ours, because its own
 * swallow what goes wrong: a COMMIT that fails reads as a success, and a script is not waited for.
 */
export function pgliteAdapter(pglite: PGlite): SqlDriverAdapterFactory {
  return {
    provider: 'postgres',
    adapterName: 'pglite',
    connect: async (): Promise<SqlDriverAdapter> => ({
      ...(await queryable(pglite)),
      executeScript: async (script) => void (await pglite.exec(script)),
      startTransaction: async () => transactionToJoin() ?? startTransaction(pglite),
      getConnectionInfo: () => ({ supportsRelationJoins: true }),
      dispose: async () => {},
    }),
  };
}

/** Transactions by hand, which Prisma joins where it is asked for. */
export function transactionOnPglite(pglite: PGlite, prisma: PrismaClient): InTransaction {
  return (work) =>
    pglite.transaction(async (tx) => {
      let hasEnded = false;
      const joined = joinedBy(prisma, () => queryable(tx));
      try {
        return await work({ sql: sqlInPglite(pglite, () => hasEnded), prisma: joined.client });
      } finally {
        await joined.leave();
        hasEnded = true;
      }
    });
}

/** PGlite has one connection: while this transaction is open, every query outside it waits. */
function startTransaction(pglite: PGlite): Promise<PrismaTransaction> {
  return new Promise((resolve, reject) => {
    const ended = Promise.withResolvers<void>();
    const outcome = pglite.transaction(async (tx) => {
      resolve({
        ...(await queryable(tx)),
        options: { usePhantomQuery: true },
        commit: async () => {
          ended.resolve();
          await outcome;
        },
        rollback: async () => {
          await tx.rollback().finally(ended.resolve);
          await outcome;
        },
        createSavepoint: async (name) => void (await tx.exec(`SAVEPOINT ${name}`)),
        rollbackToSavepoint: async (name) => void (await tx.exec(`ROLLBACK TO SAVEPOINT ${name}`)),
        releaseSavepoint: async (name) => void (await tx.exec(`RELEASE SAVEPOINT ${name}`)),
      });
      await ended.promise;
    });
    outcome.catch(reject);
  });
}

async function queryable(client: PGlite | Transaction): Promise<SqlQueryable> {
  // The factory asks for a whole PGlite but only ever calls `query` of it, which a transaction has too.
  const speaker = await new PrismaPGlite(client as PGlite).connect();
  return {
    provider: 'postgres',
    adapterName: 'pglite',
    queryRaw: (query) => speaker.queryRaw(query),
    executeRaw: (query) => speaker.executeRaw(query),
  };
}
