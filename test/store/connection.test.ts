import { expect, test } from 'vitest';
import { createStatementNames } from '../../src/store/sql.ts';
import { onEveryDatabase } from './with-database.ts';

onEveryDatabase((fresh) => {
  const ADD = 'INSERT INTO organization (id) VALUES ($1)';
  const ids = 'SELECT id FROM organization ORDER BY id';

  test('what is written by hand and what Prisma writes in one transaction comes to be together', async () => {
    const { database } = await fresh();
    const seen = await database.transaction(async ({ sql, prisma }) => {
      await sql(ADD, 'hand');
      await prisma.organization.create({ data: { id: 'prisma' } });
      const byPrisma = await prisma.organization.findMany({ orderBy: { id: 'asc' } });
      const raw = await prisma.$queryRaw<{ id: string }[]>`SELECT id FROM organization WHERE id = ${'prisma'}`;
      expect(raw).toEqual([{ id: 'prisma' }]);
      return [byPrisma.map(({ id }) => id), (await sql<{ id: string }>(ids)).map(({ id }) => id)];
    });
    expect(seen).toEqual([
      ['hand', 'prisma'],
      ['hand', 'prisma'],
    ]);
    expect(await database.sql(ids)).toEqual([{ id: 'hand' }, { id: 'prisma' }]);
  });

  test('a transaction that fails leaves nothing behind, whoever wrote it, and the next one works', async () => {
    const { database } = await fresh();
    const failing = database.transaction(async ({ sql, prisma }) => {
      await sql(ADD, 'hand');
      await prisma.organization.create({ data: { id: 'prisma' } });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    const broken = database.transaction(async ({ sql, prisma }) => {
      await sql(ADD, 'twice');
      await prisma.organization.create({ data: { id: 'twice' } });
    });
    await expect(broken).rejects.toThrow(/Unique constraint/);
    expect(await database.sql(ids)).toEqual([]);
    await database.transaction(async ({ sql }) => void (await sql(ADD, 'next')));
    expect(await database.sql(ids)).toEqual([{ id: 'next' }]);
  });

  test('instants, numbers, lists and JSON come back as they were given', async () => {
    const { database } = await fresh();
    const at = new Date('2026-11-30T09:00:00.123Z');
    const [row] = await database.sql<{ at: Date; count: number; names: string[]; data: object; none: null }>(
      `SELECT $1::timestamptz AS at, $2::int AS count, $3::text[] AS names, $4::jsonb AS data, $5::text AS none`,
      at,
      3,
      ['a', 'b,c'],
      JSON.stringify({ x: [1] }),
      null,
    );
    expect(row).toEqual({ at, count: 3, names: ['a', 'b,c'], data: { x: [1] }, none: null });
  });
});

test('a statement has one name, and not every list of its own length takes one', () => {
  const nameOf = createStatementNames(2);
  expect(nameOf('SELECT 1')).toBeDefined();
  expect(nameOf('SELECT 1')).toBe(nameOf('SELECT 1'));
  expect(nameOf('SELECT 1, 2')).not.toBe(nameOf('SELECT 1'));
  expect(nameOf('SELECT 1, 2, 3')).toBeUndefined();
  expect(nameOf('SELECT 1, 2')).toBeDefined();
});
