import { afterEach, beforeAll, describe } from 'vitest';
import type { StoreOptions } from '../../src/store/index.ts';
import { type DatabaseKind, databaseKinds, type FreshDatabase, freshDatabase, warmUp } from '../database.ts';

type Fresh = (options?: Partial<StoreOptions>) => Promise<FreshDatabase>;

/** The same tests on every kind of database; what they take with `fresh` is dropped after each. */
export function onEveryDatabase(tests: (fresh: Fresh, kind: DatabaseKind) => void, take = freshDatabase): void {
  describe.each(databaseKinds)('%s', (kind) => {
    const taken: FreshDatabase[] = [];
    beforeAll(() => warmUp(kind), 60_000);
    afterEach(async () => {
      await Promise.all(taken.splice(0).map((database) => database.drop()));
    });
    tests(async (options) => {
      const database = await take(kind, options);
      taken.push(database);
      return database;
    }, kind);
  });
}
