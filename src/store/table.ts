import type { Statement } from './at-once.ts';
import type { Sql } from './sql.ts';

/** Statements by hand that follow the models of prisma/schema.prisma: their fields are columns in snake case. */

type Fields = Readonly<Record<string, unknown>>;

const columnNames = new Map<string, string>();

/** The fields are those of the models, and each is asked for with every row. */
function column(field: string): string {
  const known = columnNames.get(field);
  if (known !== undefined) return known;
  const name = `"${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;
  columnNames.set(field, name);
  return name;
}

/** `s."starts_at" AS "startsAt", …`, for all fields of a model, as Prisma's `…ScalarFieldEnum` lists them. */
export function columns(table: string, fields: Readonly<Record<string, string>>): string {
  return Object.keys(fields)
    .map((field) => `${table}.${column(field)} AS "${field}"`)
    .join(', ');
}

/** A row as JSON with the same fields; `fromJson` reads it. */
export function asJson(table: string, fields: Readonly<Record<string, string>>): string {
  const pairs = Object.keys(fields).map((field) => `'${field}', ${table}.${column(field)}`);
  return `json_build_object(${pairs.join(', ')})`;
}

const INSTANT = /(At|Until)$/;

/** In JSON an instant is a text. By the convention of our models the fields that hold one end in `At` or `Until`. */
export function fromJson<Row extends object>(row: Row): Row {
  const entries = Object.entries(row).map(([field, value]) => [
    field,
    INSTANT.test(field) && typeof value === 'string' ? new Date(value) : value,
  ]);
  return Object.fromEntries(entries);
}

/** What adds rows, however many. Those that would break a constraint are left out. */
export function insertion(table: string, rows: readonly Fields[]): Statement | undefined {
  const [first] = rows;
  if (!first) return undefined;
  const names = Object.keys(first).map(column).join(', ');
  const text = `INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_recordset(null::"${table}", $1::jsonb)
    ON CONFLICT DO NOTHING`;
  return { text, values: [JSON.stringify(rows.map(inColumns))] };
}

/** Adds rows. @returns `returning` of those that were added. */
export async function insert(
  sql: Sql,
  table: string,
  rows: readonly Fields[],
  returning: string,
): Promise<readonly Fields[]> {
  const one = insertion(table, rows);
  return one ? sql(`${one.text} RETURNING ${column(returning)} AS "${returning}"`, ...one.values) : [];
}

/** Changes the fields of `patch` in the rows that `where` fits; in `also` and `returning` the table is called `t`. @returns `returning` of them. */
export async function update<Row extends object = object>(
  sql: Sql,
  table: string,
  where: Fields,
  patch: Fields,
  { also = [], returning = '' }: { readonly also?: readonly string[]; readonly returning?: string } = {},
): Promise<readonly Row[]> {
  const names = Object.keys(patch).map(column);
  const sets = [...names.map((name) => `${name} = patch.${name}`), ...also];
  if (sets.length === 0) return [];
  const fits = Object.keys(where).map((field, index) => `t.${column(field)} = $${index + 2}`);
  const text = `UPDATE "${table}" AS t SET ${sets.join(', ')} FROM jsonb_populate_record(null::"${table}", $1::jsonb) AS patch
    WHERE ${fits.join(' AND ')}${returning === '' ? '' : ` RETURNING ${returning}`}`;
  return sql<Row>(text, JSON.stringify(inColumns(patch)), ...Object.values(where));
}

/** Adds a row, or makes the one that has this key the same. */
export async function put(sql: Sql, table: string, key: string, row: Fields): Promise<void> {
  const names = Object.keys(row).map(column);
  const text = `INSERT INTO "${table}" (${names.join(', ')})
    SELECT ${names.join(', ')} FROM jsonb_populate_record(null::"${table}", $1::jsonb)
    ON CONFLICT (${column(key)}) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`;
  await sql(text, JSON.stringify(inColumns(row)));
}

/** Changes rows, each by its id to its own values of the same fields, in one statement. */
export async function updateEach(sql: Sql, table: string, rows: readonly (Fields & { readonly id: string })[]) {
  const [first] = rows;
  if (!first) return;
  const names = Object.keys(first)
    .filter((field) => field !== 'id')
    .map(column);
  if (names.length === 0) return;
  const text = `UPDATE "${table}" SET ${names.map((name) => `${name} = patch.${name}`).join(', ')}
    FROM jsonb_populate_recordset(null::"${table}", $1::jsonb) AS patch WHERE "${table}".id = patch.id`;
  await sql(text, JSON.stringify(rows.map(inColumns)));
}

function inColumns(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [column(field).slice(1, -1), value]));
}
