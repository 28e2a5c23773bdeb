import { expect, test } from 'vitest';
import { PARTS } from '../../src/store/everything-about.ts';
import { SAID_OF } from '../../src/store/forget.ts';
import type { Database } from '../../src/store/open.ts';
import { WHOSE } from '../../src/store/whose.ts';
import { freshDatabase } from '../database.ts';
import { filled } from './filled.ts';

const KNOWN = new Set(WHOSE.map(({ table, column }) => `${table}.${column}`));

/** What is named like somebody's id and is another's: a vendor's, or that of a thing. */
const OF_NOBODY = ['account.user_id', 'alarm.subject_id', 'delivery.message_id', 'meeting.meeting_id'].concat(
  ['standing_room.meeting_id', 'standing_room.session_id', 'hold.source_id', 'delivery.community_id'],
  [
    'credit_entry.session_id',
    'hold.session_id',
    'help_wanted.session_id',
    'office_place.session_id',
    'poll.session_id',
  ],
);

const REFERENCES = `SELECT c.conrelid::regclass::text || '.' || a.attname AS "name", c.confrelid::regclass::text AS "to",
    c.confdeltype = 'c' AS "goes" FROM pg_constraint c
  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey) WHERE c.contype = 'f'`;

async function references({ sql }: Database) {
  return sql<{ name: string; to: string; goes: boolean }>(REFERENCES);
}

async function columns({ sql }: Database) {
  return sql<{ table: string; column: string }>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'ARRAY') ORDER BY 1, 2`,
  );
}

test('whose something is, is known of each column that refers to people, is named like it, or holds an id', async () => {
  const { database, store, drop } = await freshDatabase('embedded');
  const { learner, tutor } = await filled(store, 'ours');
  const all = await columns(database);
  const referring = await references(database);
  const toPeople = referring.filter(({ to }) => to === 'person' || to === 'tutor').map(({ name }) => name);
  expect(toPeople.length).toBeGreaterThan(30);
  expect(toPeople.filter((name) => !KNOWN.has(name))).toEqual([]);

  const others = new Set([...OF_NOBODY, ...referring.filter(({ to }) => to !== 'person').map(({ name }) => name)]);
  const named = all
    .filter(({ column }) => /(^|_)by$|_id$/.test(column) && column !== 'organization_id')
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => !others.has(name));
  expect(named.filter((name) => !KNOWN.has(name))).toEqual([]);

  for (const { table, column } of all) {
    const [found] = await database.sql(
      `SELECT 1 AS "one" FROM "${table}" WHERE strpos("${column}"::text, $1) > 0 OR strpos("${column}"::text, $2) > 0 LIMIT 1`,
      learner,
      tutor,
    );
    // What has an id of its own is called after them only here.
    if (found && column !== 'gathered_in' && column !== 'id')
      expect(KNOWN, `${table}.${column} holds somebody's id`).toContain(`${table}.${column}`);
  }
  const there = new Set(all.map(({ table, column }) => `${table}.${column}`));
  expect([...KNOWN].filter((name) => !there.has(name))).toEqual([]);
  expect(KNOWN.size).toBe(WHOSE.length);
  await drop();
});

test('what is said to go when people are forgotten goes, and what is said to be told of them is', async () => {
  const { database, drop } = await freshDatabase('embedded');
  const going = new Set((await references(database)).filter(({ goes }) => goes).map(({ name }) => name));
  const ofTheGoing = (table: string) => [...going].some((name) => name.startsWith(`${table}.`));
  for (const { table, column, forget, mine } of WHOSE) {
    const name = `${table}.${column}`;
    const saidOf = SAID_OF.some((text) => new RegExp(`^(UPDATE|DELETE FROM) ${table} .*${column}`, 's').test(text));
    if (forget === 'goes') expect(going.has(name) || saidOf || ofTheGoing(table), `${name} goes`).toBe(true);
    if (forget === 'by hand') expect(saidOf, `${name} is seen to`).toBe(true);
    if (mine !== undefined && mine !== 'you') {
      expect(PARTS[mine], `${mine} tells of ${name}`).toMatch(new RegExp(`\\b${table}\\b`));
      expect(PARTS[mine], `${mine} tells of ${name}`).toMatch(new RegExp(`\\b${column}\\b`));
    }
  }
  await drop();
});
