import type { Db } from 'pg-boss';

// What pg-boss' own functions do not offer, on its tables as of schema version 12.30.

type Sql = Db['executeSql'];

/** How many jobs of these queues run or are due. */
export async function pendingCount(sql: Sql, queues: readonly string[]): Promise<number> {
  const { rows } = await sql(
    `SELECT count(*)::int AS "count" FROM pgboss.job
     WHERE name = ANY($1) AND (state = 'active' OR (state < 'active' AND start_after <= now()))`,
    [queues],
  );
  return Number(rows[0]?.count);
}

/**
 * Puts jobs that were being run back into their queues, to be taken at once: these, or all. It counts as a try, so that
 * a job that ends the program each time does so for a while only.
 * @returns those that had their last try.
 */
export async function putBack(sql: Sql, ids?: readonly string[]): Promise<readonly { name: string; id: string }[]> {
  const these = `state = 'active' AND ($1::uuid[] IS NULL OR id = ANY($1::uuid[]))`;
  await sql(
    `UPDATE pgboss.job SET state = 'retry', start_after = now(), heartbeat_on = NULL
     WHERE ${these} AND retry_count < retry_limit`,
    [ids ?? null],
  );
  const { rows } = await sql(`SELECT name, id FROM pgboss.job WHERE ${these}`, [ids ?? null]);
  return rows.map((row) => ({ name: String(row.name), id: String(row.id) }));
}
