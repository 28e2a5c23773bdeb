import { AsyncLocalStorage } from 'node:async_hooks';
import type { SqlQueryable, Transaction } from '@prisma/driver-adapter-utils';
import type { Client } from './client.ts';
import type { PrismaClient } from './generated/client.ts';
import type { Sql } from './sql.ts';

/** What queries run on: the database, or a transaction of it. Both ways see the same, also what is not committed yet. */
export interface Connection {
  /** By hand, for the hot paths. */
  readonly sql: Sql;
  /** Prisma, for all else. It joins a transaction when it is first asked something: that costs as much as four statements. */
  readonly prisma: Client;
}

/** Runs `work` in a transaction of the database: committed when it resolves, rolled back when it rejects. */
export type InTransaction = <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;

/** A transaction of ours that Prisma is about to join. */
const joining = new AsyncLocalStorage<SqlQueryable>();

/** Prisma's transaction, where it has joined one of ours. */
export interface Joined {
  readonly client: Client;
  /** Lets Prisma go, before the transaction ends. */
  leave(): Promise<void>;
}

const PATIENCE = { maxWait: 10_000, timeout: 60_000 };

/** Lets Prisma join a transaction that was begun by hand, on the same connection. */
export function joinedBy(prisma: PrismaClient, connect: () => Promise<SqlQueryable>): Joined {
  const over = Promise.withResolvers<void>();
  let joined: Promise<Client> | undefined;
  let ended: Promise<void> = Promise.resolve();
  const join = async (): Promise<Client> => {
    const there = Promise.withResolvers<Client>();
    ended = joining.run(await connect(), () =>
      prisma.$transaction(async (tx) => {
        there.resolve(tx);
        await over.promise;
      }, PATIENCE),
    );
    ended.catch(there.reject);
    return there.promise;
  };
  return {
    client: onceAsked(() => {
      joined ??= join();
      return joined;
    }),
    leave: async () => {
      over.resolve();
      await ended;
    },
  };
}

/** A client that is there when something is asked of it: `client.session.findMany(…)` and `client.$queryRaw…` wait for it. */
function onceAsked(ask: () => Promise<Client>): Client {
  const later =
    (...path: readonly string[]) =>
    async (...given: readonly unknown[]): Promise<unknown> => {
      let [holder, found]: [unknown, unknown] = [undefined, await ask()];
      for (const name of path) [holder, found] = [found, Reflect.get(Object(found), name)];
      if (typeof found !== 'function') throw new Error(`Prisma has no ${path.join('.')}`);
      return Reflect.apply(found, holder, given);
    };
  const asked = (get: (name: string) => unknown) => ({
    get: (_target: object, name: string | symbol) => (typeof name === 'string' ? get(name) : undefined),
  });
  const client: unknown = new Proxy(
    {},
    asked((model) =>
      model.startsWith('$')
        ? later(model)
        : new Proxy(
            {},
            asked((method) => later(model, method)),
          ),
    ),
  );
  return client as Client; // whatever it is asked, the client that it becomes answers
}

/** For a driver adapter's `startTransaction`: a transaction that is ours to begin and to end; undefined outside of one. */
export function transactionToJoin(): Transaction | undefined {
  const queryable = joining.getStore();
  const nothing = async () => {};
  return (
    queryable && {
      ...queryable,
      options: { usePhantomQuery: true },
      commit: nothing,
      rollback: nothing,
      createSavepoint: nothing,
      rollbackToSavepoint: nothing,
      releaseSavepoint: nothing,
    }
  );
}
