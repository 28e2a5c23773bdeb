import type { Sql } from './sql.ts';

/** Statements by hand that follow the models of prisma/schema.prisma: their fields are columns in snake case. */

type Fields = Readonly<Record<string, unknown>>;

const column = (field: string) => `"${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;

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

/** In JSON an instant is a text. By the convention of our models the fields that hold one end in `At`. */
export function fromJson<Row extends object>(row: Row): Row {
  const entries = Object.entries(row).map(([field, value]) => [
    field,
    field.endsWith('At') && typeof value === 'string' ? new Date(value) : value,
  ]);
  return Object.fromEntries(entries);
}

/**
 * Adds rows, however many, in one statement. Those that would break a constraint are left out.
 * @returns `returning` of those that were added.
 */
export async function insert(
  sql: Sql,
  table: string,
  rows: readonly Fields[],
  returning: string,
): Promise<readonly Fields[]> {
  const [first] = rows;
  if (!first) return [];
  const names = Object.keys(first).map(column).join(', ');
  const text = `INSERT INTO "${table}" (${names}) SELECT ${names} FROM jsonb_populate_recordset(null::"${table}", $1::jsonb)
    ON CONFLICT DO NOTHING RETURNING ${column(returning)} AS "${returning}"`;
  return sql(text, JSON.stringify(rows.map(inColumns)));
}

/** Changes the fields of `patch` in the rows that `where` fits. @returns how many there were. */
export async function update(sql: Sql, table: string, where: Fields, patch: Fields, also = ''): Promise<number> {
  const names = Object.keys(patch).map(column);
  if (names.length === 0 && also === '') return 0;
  const sets = [...names.map((name) => `${name} = patch.${name}`), ...(also === '' ? [] : [also])];
  const fits = Object.keys(where).map((field, index) => `"${table}".${column(field)} = $${index + 2}`);
  const text = `UPDATE "${table}" SET ${sets.join(', ')} FROM jsonb_populate_record(null::"${table}", $1::jsonb) AS patch
    WHERE ${fits.join(' AND ')} RETURNING 1 AS one`;
  return (await sql(text, JSON.stringify(inColumns(patch)), ...Object.values(where))).length;
}

function inColumns(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [column(field).slice(1, -1), value]));
}
