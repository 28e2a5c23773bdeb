import type { Sql } from './sql.ts';

/** A statement that writes something, its values by position. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Runs statements as one, which cost one way to the database: none of them sees what the others write. */
export async function atOnce(sql: Sql, statements: readonly (Statement | undefined)[]): Promise<void> {
  const some = statements.filter((one) => one !== undefined);
  const [first] = some;
  if (!first) return;
  if (some.length === 1) return void (await sql(first.text, ...first.values));
  const values: unknown[] = [];
  const parts = some.map((one, index) => {
    const before = values.length;
    values.push(...one.values);
    return `part${index} AS (${one.text.replace(/\$(\d+)/g, (_whole, nr) => `$${Number(nr) + before}`)})`;
  });
  await sql(`WITH ${parts.join(', ')} SELECT`, ...values);
}
