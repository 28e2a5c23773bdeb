import type pg from 'pg';

/** One statement by hand, its values by position; for the hot paths, where Prisma costs more than the database. */
export type Sql = <Row extends object>(text: string, ...values: readonly unknown[]) => Promise<readonly Row[]>;

/** More different texts than the product has: what is built from lists of varying length stays without a name. */
const NAMES_MOST = 2000;

/** The name under which a connection keeps a statement that it has prepared; undefined: it is not kept. */
export const statementName = createStatementNames(NAMES_MOST);

/** Names for so many texts, the first that come. */
export function createStatementNames(most: number): (text: string) => string | undefined {
  const names = new Map<string, string>();
  return (text) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= most) return known;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
}

/** Statements on a server: through the pool, or on the connection of a transaction. */
export function sqlOnServer(client: Pick<pg.Pool | pg.PoolClient, 'query'>): Sql {
  return async <Row extends object>(text: string, ...values: readonly unknown[]) => {
    const name = statementName(text);
    const query = { text, values: [...values], ...(name !== undefined && { name }) };
    return (await client.query<Row>(query)).rows;
  };
}
