import type { Db } from 'pg-boss';
import type { Job, Pace } from '../core/owing/job.ts';
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
  /** What is done one at a time with it, in all processes. */
  readonly group: string | null;
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

/**
 * The statement that queues them all, in this order, and tells whoever listens. What must wait only once and waits
 * already is kept from beginning before this transaction ends: it would not see what this one has changed.
 */
export function queueingAll(jobs: readonly Job[]): { readonly text: string; readonly values: readonly unknown[] } {
  const rows = jobs.map((job, nr) => ({ nr, name: job.name, data: job.data, ...queueing(job) }));
  const [once, often] = [new Map(rows.map((row) => [row.once, row])), rows.filter((row) => row.once === undefined)];
  once.delete(undefined);
  return { text: QUEUE_ALL, values: [JSON.stringify([...once.values(), ...often])] };
}

const QUEUE_ALL = `INSERT INTO pgboss.job (name, data, priority, created_on, singleton_key, group_id, policy, dead_letter,
         retry_limit, retry_delay, retry_backoff, retry_delay_max, expire_seconds, deletion_seconds, heartbeat_seconds,
         keep_until, start_after)
       SELECT j.name, j.data, COALESCE(j.priority, 0), now() + j.nr * interval '1 microsecond', j.once, j.group,
         'standard', q.dead_letter, q.retry_limit, q.retry_delay, q.retry_backoff, q.retry_delay_max, q.expire_seconds,
         q.deletion_seconds, q.heartbeat_seconds, now() + q.retention_seconds * interval '1 second',
         now() + COALESCE(j."afterSeconds", 0) * interval '1 second'
       FROM jsonb_to_recordset($1::text::jsonb) AS j (nr int, name text, data jsonb, priority int, once text, "group" text,
         "afterSeconds" float8)
       JOIN pgboss.queue q USING (name)
       ORDER BY j.once, j.nr -- two transactions lock what waits already in the same order
       ON CONFLICT (name, singleton_key) WHERE state = 'created' AND source_name IS NULL DO UPDATE SET data = excluded.data,
         start_after = least(job.start_after, excluded.start_after)
       RETURNING pg_notify('${CHANNEL}', '')`;

/** The statement that takes what is about this id out of the queues; what runs is done with it in a moment. */
export function forgettingAll(id: string): { readonly text: string; readonly values: readonly unknown[] } {
  return { text: `DELETE FROM pgboss.job WHERE state <> 'active' AND strpos(job::text, $1) > 0`, values: [id] };
}

/** A job that is done. `spent`: it has used up a turn of its group. */
export interface Done extends Pick<Taken, 'name' | 'id' | 'group'> {
  readonly spent?: Pace | undefined;
}

export interface Exchanged {
  readonly jobs: readonly Taken[];
  /** After how long the first of those that wait for their turn, or for others, may go on; undefined where that need not be known. */
  readonly nextInSeconds: number | undefined;
}

/** Signs of life of jobs that run. One that is being written down as done needs none, and is not waited for. */
export async function touch(sql: Sql, jobs: readonly Pick<Taken, 'name' | 'id'>[]): Promise<void> {
  await sql(
    `UPDATE pgboss.job SET heartbeat_on = now() FROM (
       SELECT name, id FROM pgboss.job WHERE name = ANY($1::text[]) AND id = ANY($2::uuid[]) AND state = 'active'
       FOR UPDATE SKIP LOCKED
     ) AS alive WHERE job.name = alive.name AND job.id = alive.id`,
    [[...new Set(jobs.map(({ name }) => name))], jobs.map(({ id }) => id)],
  );
}

const TIER = 'process ';
const processTier = (process: number) => `${TIER}${process}`;

/** A process of which nothing was heard for so long may be gone: if it holds no lock, it is. */
const SILENT_SECONDS = 2.5;

/**
 * Puts jobs of processes that are gone back into their queues. `lock`: the first number of the locks that processes hold.
 * @returns those that had their last try, and how many were put back.
 */
export async function takeFromTheDead(
  sql: Sql,
  lock: number,
): Promise<{ readonly lost: readonly { name: string; id: string }[]; readonly count: number }> {
  const { rows } = await sql(
    `SELECT id FROM pgboss.job WHERE state = 'active' AND heartbeat_on < now() - $1 * interval '1 second'
       AND starts_with(group_tier, '${TIER}') AND NOT EXISTS (
         SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = $2::int8::oid
           AND objid = substr(group_tier, ${TIER.length + 1})::int8::oid
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
       )`,
    [SILENT_SECONDS, lock],
  );
  const ids = rows.map(({ id }) => String(id));
  return { count: ids.length, lost: ids.length === 0 ? [] : await putBack(sql, ids) };
}

/** Two have taken or locked the same jobs at the same moment, such as two of one group: one of them has to ask again. */
export function isTakenMeanwhile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === UNIQUE_VIOLATION || error.code === DEADLOCK);
}
// https://www.postgresql.org/docs/current/errcodes-appendix.html
const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/** Of a group one job runs at a time: whoever asks at the same moment as another does not see what that one takes. */
export async function keepGroupsInLine(sql: Sql): Promise<void> {
  await sql(
    `CREATE UNIQUE INDEX IF NOT EXISTS tutorline_one_of_each_group ON pgboss.job (name, group_id)
     WHERE state = 'active' AND group_id IS NOT NULL`,
  );
}

/** What must wait only once does; of what was given up each is told, however often. @throws when two wait already */
export async function keepOnce(sql: Sql): Promise<void> {
  await sql(
    `CREATE UNIQUE INDEX IF NOT EXISTS tutorline_waits_only_once ON pgboss.job (name, singleton_key)
     WHERE state = 'created' AND source_name IS NULL`,
  );
}

/**
 * Writes down the jobs that are done, and takes as many of each queue as there are places. `pace.booked` is until when
 * the turns of a bucket are used up: whoever had a rest has `atOnce` of them to spare, and after those one comes
 * `everySeconds` after the other. Where a vendor has said that it is too much, nothing is to spare (`infinity`). A job's
 * tier is what it waits for while it waits, and `process` while that runs it.
 */
export async function exchange(
  sql: Sql,
  done: readonly Done[],
  places: ReadonlyMap<string, number>,
  process?: number,
): Promise<Exchanged> {
  const spent = done.flatMap(({ group, spent }) => (spent && group !== null ? [{ bucket: group, ...spent }] : []));
  const { rows } = await sql(
    `WITH done AS (
       UPDATE pgboss.job SET state = 'completed', completed_on = now()
       WHERE name = ANY($1::text[]) AND id = ANY($2::uuid[]) AND state = 'active'
       RETURNING 1
     ), turn AS (
       SELECT bucket, "everySeconds" * interval '1 second' AS every, "atOnce" AS spare
       FROM jsonb_to_recordset($5::text::jsonb) AS turn (bucket text, "everySeconds" float8, "atOnce" float8)
     ), booked AS (
       SELECT bucket, every, spare, CASE WHEN pace.booked > now() + (spare - 1) * every THEN now() + (spare + 1) * every
         ELSE greatest(pace.booked, now()) + every END AS booked
       FROM turn LEFT JOIN public.pace USING (bucket)
     ), spent AS (
       INSERT INTO public.pace (bucket, until, booked) SELECT bucket, booked - spare * every, booked FROM booked
       ON CONFLICT (bucket) DO UPDATE SET until = greatest(pace.until, excluded.until), booked = excluded.booked
       RETURNING bucket, until
     ), closed AS (
       SELECT bucket, until FROM public.pace WHERE until > now()
       UNION ALL SELECT bucket, until FROM spent WHERE until > now()
     ), paced AS (
       SELECT COALESCE(array_agg(bucket), '{}') AS buckets FROM closed
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
     ), begun AS (
       UPDATE pgboss.job SET state = 'active', started_on = now(), heartbeat_on = now(), group_tier = $6,
         retry_count = retry_count + CASE WHEN started_on IS NULL THEN 0 ELSE 1 END
       WHERE name = ANY($3::text[]) AND id = ANY(ARRAY(SELECT id FROM taken))
         AND (SELECT count(*) FROM done) >= 0 -- before: of a group one is active
       RETURNING id, name, data, group_id AS "group", retry_count AS "retryCount", retry_limit AS "retryLimit",
         created_on AS "createdOn", output, source_name AS "sourceName",
         (SELECT taken."isOneOfMore" FROM taken WHERE taken.id = job.id) AS "isOneOfMore"
     )
     SELECT begun.*, CASE WHEN EXISTS (SELECT FROM spent) OR NOT EXISTS (SELECT FROM begun) THEN least((
       SELECT extract(epoch FROM min(until) - now())::float8 FROM closed WHERE bucket IN (
         SELECT unnest(ARRAY[group_id, group_tier]) FROM pgboss.job WHERE name = ANY($3::text[]) AND state < 'active'
       )
     ), (
       SELECT extract(epoch FROM min(start_after) - now())::float8 FROM pgboss.job
       WHERE name = ANY($3::text[]) AND state = 'created' AND start_after > now()
     )) END AS "nextInSeconds" FROM (SELECT) AS always LEFT JOIN begun ON true`,
    [
      done.map(({ name }) => name),
      done.map(({ id }) => id),
      [...places.keys()],
      [...places.values()],
      JSON.stringify(spent),
      process === undefined ? null : processTier(process),
    ],
  );
  const answers = rows as (Taken & { nextInSeconds: number | null })[]; // as the statement says
  return { jobs: answers.filter(({ id }) => id !== null), nextInSeconds: answers[0]?.nextInSeconds ?? undefined };
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
     INSERT INTO public.pace (bucket, until, booked) SELECT bucket, until, 'infinity' FROM waiting WHERE bucket IS NOT NULL
     ON CONFLICT (bucket) DO UPDATE SET until = greatest(pace.until, excluded.until), booked = 'infinity'`,
    [name, id, seconds, bucket ?? null],
  );
}

/**
 * How many jobs of these queues run, are due, or wait only for others that make them needless. By the clock and not by `now()`, which is from before the snapshot: a job
 * that was put back in between would be due in the future.
 */
export async function pendingCount(sql: Sql, queues: readonly string[]): Promise<number> {
  const { rows } = await sql(
    `SELECT count(*)::int AS "count" FROM pgboss.job
     WHERE name = ANY($1) AND (
       state IN ('created', 'active') OR (state < 'active' AND start_after <= clock_timestamp())
     )`,
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
