import { expect, test } from 'vitest';
import { applyMigrations, type Script } from '../../src/store/apply-migrations.ts';
import { readMigrations } from '../../src/store/migrations.ts';
import { openDatabase } from '../../src/store/open.ts';
import { ownDatabase } from '../database.ts';
import { onEveryDatabase } from './with-database.ts';

onEveryDatabase((fresh, kind) => {
  /** The fresh database, to apply migrations to it again. */
  async function migrated() {
    const { database } = await fresh();
    const { prisma } = database;
    const script: Script = {
      rows: (sql, ...values) => prisma.$queryRawUnsafe(sql, ...values),
      run: async (sql) => void (await prisma.$executeRawUnsafe(sql)),
    };
    return { database, prisma, again: () => applyMigrations((work) => work(script)) };
  }

  test('a database that is up to date is left as it is', async () => {
    const { again } = await migrated();
    expect(await again()).toEqual([]);
  });

  test('a database of a newer program is refused in a sentence', async () => {
    const { prisma, again } = await migrated();
    const copy = `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9999_future', now())`;
    await prisma.$executeRawUnsafe(copy);
    await expect(again()).rejects.toThrow(/newer Tutorline \(9999_future\): start that version again/);
  });

  test('a migration that was changed after it was applied is refused in a sentence', async () => {
    const { prisma, again } = await migrated();
    await prisma.$executeRaw`UPDATE _prisma_migrations SET checksum = 'other'`;
    await expect(again()).rejects.toThrow(/0001_first was changed after it had been applied/);
  });

  test.runIf(kind === 'server')(
    'many programs that start at once on an empty server bring it up to date once',
    async () => {
      const { database, prisma } = await migrated();
      if (database.kind !== 'server') return;
      await prisma.$executeRaw`DROP SCHEMA public CASCADE`;
      await prisma.$executeRaw`CREATE SCHEMA public`;
      const opened = await Promise.all([1, 2, 3].map(() => openDatabase({ url: database.url })));
      const [row] = await prisma.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM _prisma_migrations`;
      expect(row?.count).toBe((await readMigrations()).length);
      await Promise.all(opened.map((one) => one.close()));
    },
  );

  test.runIf(kind === 'server')('instants are right on a server whose own zone is another', async () => {
    const { database, prisma } = await migrated();
    if (database.kind !== 'server') return;
    const name = new URL(database.url).pathname.slice(1);
    await prisma.$executeRawUnsafe(`ALTER DATABASE "${name}" SET TimeZone = 'America/New_York'`);
    const elsewhere = await openDatabase({ url: database.url });
    const [row] = await elsewhere.prisma.$queryRaw<{ zone: string }[]>`SELECT current_setting('TimeZone') AS zone`;
    expect(row?.zone).toBe('UTC');
    await elsewhere.close();
  });
}, ownDatabase);

test('a server that cannot be reached is refused in a sentence without the password', async () => {
  const opening = openDatabase({ url: 'postgresql://tutor:s3cret@127.0.0.1:1/tutorline' });
  await expect(opening).rejects.toThrow(
    /^DATABASE_URL names a database that cannot be used \(127\.0\.0\.1:1\/tutorline\)/,
  );
  await expect(opening).rejects.not.toThrow(/s3cret/);
});
