import type { Db } from 'pg-boss';
import type { Job } from '../core/owing/job.ts';
import { queueing } from './queues.ts';

// What pg-boss' own functions do for one queue each, done for all queues at once, on its tables as of schema version 12.30.

/** Runs one statement. */
export type Sql = Db['executeSql'];

/** Told on each commit that queued something. */
export const CHANNEL = 'tutorline_jobs';

/** A job as it is taken from its queue. */
export interface Taken {
  readonly id: string;
  readonly name: string;
  readonly data: object;
  /** How often it was tried before. */
  readonly retryCount: number;
  readonly retryLimit: number;
  readonly createdOn: Date;
  /** Of a dead letter: the queue that gave it up, and why. */
  readonly sourceName: string;
  readonly output: object;
  /** True when more of its queue may be due than were taken. */
  readonly isOneOfMore: boolean;
}

/** Queues them all, in this order. What must wait only once is left out where it waits already. */
export async function insertJobs(sql: Sql, jobs: readonly Job[]): Promise<void> {
  const rows = jobs.map((job, nr) => ({ nr, name: job.name, data: job.data, ...queueing(job) }));
  await sql(
    `WITH added AS (
       INSERT INTO pgboss.job (name, data, priority, created_on, singleton_key, group_id, policy, dead_letter,
         retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, heartbeat_seconds,
         keep_until)
       SELECT j.name, j.data, COALESCE(j.priority, 0), now() + j.nr * interval '1 microsecond', j.once, j.group,
         q.policy, q.dead_letter, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds,
         q.deletion_seconds, q.heartbeat_seconds, now() + q.retention_seconds * interval '1 second'
       FROM jsonb_to_recordset($1::text::jsonb) AS j (nr int, name text, data jsonb, priority int, once text, "group" text)
       JOIN pgboss.queue q USING (name)
       ORDER BY j.nr
       ON CONFLICT DO NOTHING
       RETURNING 1
     ), told AS (
       SELECT pg_notify('${CHANNEL}', '') FROM added LIMIT 1
     )
     SELECT count(*)::int FROM told`,
    [JSON.stringify(rows)],
  );
}

/** Writes down the jobs that are done, and takes as many of each queue as there are places. */
export async function exchange(
  sql: Sql,
  done: readonly Pick<Taken, 'name' | 'id'>[],
  places: ReadonlyMap<string, number>,
): Promise<readonly Taken[]> {
  const { rows } = await sql(
    `WITH done AS (
       UPDATE pgboss.job SET state = 'completed', completed_on = now()
       WHERE name = ANY($1::text[]) AND id = ANY($2::uuid[]) AND state = 'active'
     ), paced AS (
       SELECT COALESCE(array_agg(bucket), '{}') AS buckets FROM public.pace WHERE until > now()
     ), due AS (
       SELECT job.*, count(*) OVER (PARTITION BY queue.name) = queue.places AS "isOneOfMore"
       FROM unnest($3::text[], $4::int[]) AS queue (name, places) CROSS JOIN LATERAL (
         SELECT id, priority, created_on, name || COALESCE(group_id, id::text) AS subject FROM pgboss.job waiting
         WHERE name = queue.name AND state < 'active' AND NOT blocked AND start_after <= now()
           AND COALESCE(group_id <> ALL((SELECT buckets FROM paced)::text[]), true)
           AND COALESCE(group_tier <> ALL((SELECT buckets FROM paced)::text[]), true)
           AND (group_id IS NULL OR NOT EXISTS (
             SELECT FROM pgboss.job running
             WHERE running.name = waiting.name AND running.group_id = waiting.group_id AND running.state = 'active'
               AND running.group_id IS NOT NULL AND running.id <> ALL($2::uuid[])
           ))
         ORDER BY priority DESC, created_on
         LIMIT queue.places
         FOR UPDATE SKIP LOCKED
       ) AS job
     ), taken AS (
       SELECT DISTINCT ON (subject) id, "isOneOfMore" FROM due ORDER BY subject, priority DESC, created_on
     )
     UPDATE pgboss.job SET state = 'active', started_on = now(), heartbeat_on = now(),
       retry_count = retry_count + CASE WHEN started_on IS NULL THEN 0 ELSE 1 END
     WHERE name = ANY($3::text[]) AND id = ANY(ARRAY(SELECT id FROM taken))
     RETURNING id, name, data, retry_count AS "retryCount", retry_limit AS "retryLimit", created_on AS "createdOn",
       output, source_name AS "sourceName", (SELECT taken."isOneOfMore" FROM taken WHERE taken.id = job.id) AS "isOneOfMore"`,
    [done.map(({ name }) => name), done.map(({ id }) => id), [...places.keys()], [...places.values()]],
  );
  return rows as Taken[]; // as the statement says
}

/**
 * Puts a running job back until a vendor lets us go on, and with it all that would meet the same limit: what has its
 * group, or the same `bucket`, which is written down as the job's tier. It is no try, so it has one more.
 */
export async function postpone(sql: Sql, { name, id }: Pick<Taken, 'name' | 'id'>, seconds: number, bucket?: string) {
  await sql(
    `WITH waiting AS (
       UPDATE pgboss.job SET state = 'retry', retry_limit = retry_limit + 1, heartbeat_on = NULL,
         start_after = now() + $3 * interval '1 second', group_tier = $4
       WHERE name = $1 AND id = $2 AND state = 'active'
       RETURNING COALESCE(group_tier, group_id) AS bucket, start_after AS until
     )
     INSERT INTO public.pace (bucket, until) SELECT bucket, until FROM waiting WHERE bucket IS NOT NULL
     ON CONFLICT (bucket) DO UPDATE SET until = greatest(pace.until, excluded.until)`,
    [name, id, seconds, bucket ?? null],
  );
}

/**
 * How many jobs of these queues run or are due. By the clock and not by `now()`, which is from before the snapshot: a job
 * that was put back in between would be due in the future.
 */
export async function pendingCount(sql: Sql, queues: readonly string[]): Promise<number> {
  const { rows } = await sql(
    `SELECT count(*)::int AS "count" FROM pgboss.job
     WHERE name = ANY($1) AND (state = 'active' OR (state < 'active' AND start_after <= clock_timestamp()))`,
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
