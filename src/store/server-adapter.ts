import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlDriverAdapterFactory, SqlQueryable } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { Log } from '../core/log.ts';
import { type InTransaction, joinedBy, transactionToJoin } from './connection.ts';
import type { PrismaClient } from './generated/client.ts';
import { sqlOnServer, statementName } from './sql.ts';

const CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 10_000;

/** Prepared statements are kept with their connection, so that each is planned once. */
const OPTIONS = { statementNameGenerator: ({ sql }: { sql: string }) => statementName(sql) ?? '' };

/** Connections to a server. One that is lost is no error of whoever does not use it: without a listener it ends the process. */
export function createPool(
  connectionString: string,
  log: Log | undefined,
  connectionTimeoutMillis = CONNECT_WITHIN_MS,
): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: CONNECTIONS, connectionTimeoutMillis });
  const lost = (error: Error) => log?.warn({ error }, 'a connection to the database was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => void client.on('error', lost));
  return pool;
}

/** Prisma on these connections; in a transaction of ours on the one that has it. */
export function serverAdapter(pool: pg.Pool): SqlDriverAdapterFactory {
  const factory = new PrismaPg(pool, OPTIONS);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect();
      const begin = adapter.startTransaction.bind(adapter);
      return Object.assign(adapter, {
        startTransaction: async (...level: Parameters<typeof begin>) => transactionToJoin() ?? begin(...level),
      });
    },
  };
}

/** Transactions by hand, which Prisma joins where it is asked for. */
export function transactionOnServer(pool: pg.Pool, prisma: PrismaClient): InTransaction {
  return (work) =>
    onOneConnection(pool, async (client) => {
      const joined = joinedBy(prisma, () => speakerOn(client));
      try {
        return await work({ sql: sqlOnServer(client), prisma: joined.client });
      } finally {
        await joined.leave();
      }
    });
}

/** Begins a transaction, commits it when `work` resolves, and rolls it back when it rejects. */
export async function onOneConnection<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot even roll back is not used again.
    await client.query('ROLLBACK').then(
      () => client.release(),
      (lost: Error) => client.release(lost),
    );
    throw error;
  }
}

/** What Prisma's adapter says, on this one connection: it takes a whole pool but only ever calls `query` of it. */
function speakerOn(client: pg.PoolClient): Promise<SqlQueryable> {
  const pool: pg.Pool = Object.create(pg.Pool.prototype, { query: { value: client.query.bind(client) } });
  return new PrismaPg(pool, OPTIONS).connect().then((adapter) => ({
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    queryRaw: (query) => adapter.queryRaw(query),
    executeRaw: (query) => adapter.executeRaw(query),
  }));
}
