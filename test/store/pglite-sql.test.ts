import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sql } from '../../src/store/sql.ts';
import { type FreshDatabase, freshDatabase } from '../database.ts';
import { NOW } from './some.ts';

// Statements by hand on the embedded database go past PGlite's own `query`: what they give has to be the same.

let fresh: FreshDatabase;
let sql: Sql;
beforeAll(async () => {
  fresh = await freshDatabase('embedded');
  sql = fresh.database.sql;
});
afterAll(() => fresh.drop());

test('values of every kind come back as PGlite itself gives them', async () => {
  const { database } = fresh;
  if (database.kind !== 'embedded') throw new Error('not embedded');
  const text = `SELECT $1::text AS "text", $2::text[] AS "texts", $3::timestamptz AS "at", $4::boolean AS "yes",
    $5::int AS "int", $6::float8 AS "float", $7::jsonb AS "json", $8::bigint AS "big", $9::text AS "none",
    $10::int[] AS "ints", $11::boolean[] AS "flags"`;
  const values = ['a, "b" \\', ['x', 'y, "z"', ''], NOW, true, 7, 1.5, { a: [1] }, 8, null, [1, 2], [true, false]];
  const [row] = await sql<Record<string, unknown>>(text, ...values);
  expect(row).toEqual((await database.pglite.query(text, values)).rows[0]);
  expect(row).toMatchObject({ texts: ['x', 'y, "z"', ''], at: NOW, yes: true, json: { a: [1] }, none: null });
});

test('a statement that fails says why, and the next one works', async () => {
  await expect(sql('SELECT 1 / $1::int AS one', 0)).rejects.toMatchObject({ code: '22012' });
  expect(await sql('SELECT 1 / $1::int AS one', 1)).toEqual([{ one: 1 }]);
  await expect(sql('SELECT nonsense')).rejects.toThrow(/nonsense/);
  expect(await sql('SELECT 2 AS two')).toEqual([{ two: 2 }]);
});

test('a transaction that fails leaves nothing, and one that has ended takes nothing', async () => {
  const { transaction } = fresh.database;
  let late: Sql | undefined;
  const failing = transaction(async (connection) => {
    late = connection.sql;
    await late(`INSERT INTO organization (id) VALUES ('gone')`);
    await late('SELECT 1 / $1::int AS one', 0);
  });
  await expect(failing).rejects.toMatchObject({ code: '22012' });
  expect(await sql('SELECT id FROM organization')).toEqual([]);
  await expect(late?.('SELECT 1')).rejects.toThrow('the transaction has ended');
});

test('a statement goes on after its plan was made anew', async () => {
  for (let nr = 0; nr < 2100; nr++) await sql('SELECT $1::int AS nr', nr);
  expect(await sql('SELECT $1::int AS nr', 7)).toEqual([{ nr: 7 }]);
});
