import { expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { createCommunities } from '../../src/core/community/communities.ts';
import type { Database } from '../../src/store/open.ts';
import type { Sql } from '../../src/store/sql.ts';
import { SILENT } from '../jobs/with-jobs.ts';
import { NOW, someCommunity } from './some.ts';
import { onEveryDatabase } from './with-database.ts';

onEveryDatabase((fresh) => {
  test('a start, and a minute in which nothing is due, ask nothing of Prisma, which takes 40 MB once it is asked, and such a minute little else', async () => {
    const { store, database } = await fresh();
    await someCommunity(store, 'slack', { organization: 'main', space: 'T1', moderationChannel: undefined });
    const asked: string[] = [];
    const heard = <Client extends object>(client: Client): Client =>
      new Proxy(client, {
        get: (target, name) => {
          asked.push(String(name));
          return Reflect.get(target, name);
        },
      });
    let statements = 0;
    const counted = (sql: Sql): Sql =>
      new Proxy(sql, {
        apply: (target, self, said) => {
          statements += 1;
          return Reflect.apply(target, self, said);
        },
      });
    const watched: Database = {
      ...database,
      sql: counted(database.sql),
      prisma: heard(database.prisma),
      transaction: (work) => {
        statements += 2; // to begin and to end
        return database.transaction(({ sql, prisma }) => work({ sql: counted(sql), prisma: heard(prisma) }));
      },
    };
    const app = await createApp({ config: readConfig({}), database: watched, clock: () => NOW, log: SILENT });
    const space = { chat: 'slack', space: 'T1', moderationChannel: 'C1', adminRole: undefined };
    await createCommunities(app.store, () => NOW).settle(['slack'], [space]);
    await app.start();
    await app.tick();
    await app.jobs.idle();
    // What is done once a day is done.
    statements = 0;
    await app.tick();
    expect(statements).toBeLessThanOrEqual(15);
    await app.stop();
    expect(asked).toEqual([]);
    expect(await store.communities()).toMatchObject([{ space: 'T1', moderationChannel: 'C1' }]);
  });
});
