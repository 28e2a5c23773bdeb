import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { borrowServerDatabase } from '../server-database.ts';
import { AT_ONCE, perSecond } from './at-once.ts';

const DAY = 86_400_000;

/**
 * The least that has to be read and written for the same: no checks but the database's own, a queue
 * that is one table, nothing in words.
 */
export async function writtenByHand(
  server: string,
  times: number,
): Promise<{ requests: number; confirmations: number }> {
  const { url, drop } = await borrowServerDatabase(server);
  await using atTheEnd = new AsyncDisposableStack();
  atTheEnd.defer(drop);
  const pool = new pg.Pool({ connectionString: url, max: AT_ONCE });
  // The database is dropped while it still says goodbye.
  pool.on('error', () => {});
  atTheEnd.defer(() => pool.end());
  await pool.query(`CREATE EXTENSION btree_gist;
    CREATE TABLE person (id text PRIMARY KEY, name text);
    CREATE TABLE session (id text PRIMARY KEY, state text, version int, tutor text, starts_at timestamptz, ends_at timestamptz);
    CREATE TABLE participant (session text REFERENCES session, person text REFERENCES person, role text, PRIMARY KEY (session, person));
    CREATE TABLE hold (id text PRIMARY KEY, person text REFERENCES person, session text REFERENCES session, starts_at timestamptz,
      ends_at timestamptz, EXCLUDE USING gist (person WITH =, tstzrange(starts_at, ends_at) WITH &&));
    CREATE INDEX ON hold (person, starts_at);
    CREATE TABLE audit (id bigserial PRIMARY KEY, session text, event text, at timestamptz);
    CREATE TABLE delivery (id text PRIMARY KEY, key text UNIQUE, kind text, person text REFERENCES person, fate text);
    CREATE TABLE alarm (session text, kind text, at timestamptz, PRIMARY KEY (session, kind));
    CREATE TABLE job (id text PRIMARY KEY, name text, data jsonb);
    INSERT INTO person SELECT n::text, n::text FROM generate_series(1, ${2 * times}) AS n;`);
  const id = () => randomBytes(12).toString('base64url');
  const inTransaction = async (
    work: (say: (name: string, text: string, values: unknown[]) => Promise<pg.QueryResult>) => Promise<void>,
  ) => {
    const client = await pool.connect();
    await client.query('BEGIN');
    await work((name, text, values) => client.query({ name, text, values }));
    await client.query('COMMIT');
    client.release();
  };
  const sessions = Array.from({ length: times }, id);
  const now = new Date();
  const [from, to] = [new Date(now.getTime() + DAY), new Date(now.getTime() + DAY + 3_600_000)];
  const request = (index: number) =>
    inTransaction(async (say) => {
      const [session, learner, tutor] = [sessions[index], String(index + 1), String(index + 1 + times)];
      await say('people', 'SELECT * FROM person WHERE id = ANY($1)', [[learner, tutor]]);
      await say('busy', 'SELECT * FROM hold WHERE person = ANY($1) AND starts_at < $3 AND ends_at > $2', [
        [learner, tutor],
        from,
        to,
      ]);
      await say('session', `INSERT INTO session VALUES ($1, 'requested', 1, $2, $3, $4)`, [session, tutor, from, to]);
      await say('participants', `INSERT INTO participant VALUES ($1, $2, 'learner'), ($1, $3, 'tutor')`, [
        session,
        learner,
        tutor,
      ]);
      await say('holds', 'INSERT INTO hold VALUES ($1, $2, $3, $6, $7), ($4, $5, $3, $6, $7)', [
        id(),
        learner,
        session,
        id(),
        tutor,
        from,
        to,
      ]);
      await say('audit', `INSERT INTO audit (session, event, at) VALUES ($1, 'request', $2)`, [session, now]);
      await say(
        'deliveries',
        `INSERT INTO delivery VALUES ($1, $1, 'receipt', $3, 'queued'), ($2, $2, 'request', $4, 'queued')`,
        [id(), id(), learner, tutor],
      );
      await say('alarms', `INSERT INTO alarm VALUES ($1, 'escalate', $2), ($1, 'expire', $3)`, [session, from, to]);
      await say('jobs', `INSERT INTO job SELECT unnest($1::text[]), 'deliver', '{}'`, [[id(), id(), id()]]);
    });
  const confirm = (index: number) =>
    inTransaction(async (say) => {
      const session = sessions[index];
      await say('lock', 'SELECT * FROM session WHERE id = $1 FOR UPDATE', [session]);
      await say('who', 'SELECT * FROM participant JOIN person ON person.id = person WHERE session = $1', [session]);
      await say('take', `UPDATE session SET state = 'confirmed', version = version + 1 WHERE id = $1 AND version = 1`, [
        session,
      ]);
      await say('audit of confirm', `INSERT INTO audit (session, event, at) VALUES ($1, 'confirm', $2)`, [
        session,
        now,
      ]);
      await say(
        'realarm',
        `INSERT INTO alarm VALUES ($1, 'start', $2), ($1, 'end', $3) ON CONFLICT (session, kind) DO UPDATE SET at = excluded.at`,
        [session, from, to],
      );
      await say('jobs of confirm', `INSERT INTO job SELECT unnest($1::text[]), 'deliver', '{}'`, [[id(), id()]]);
    });
  return { requests: await perSecond(times, request), confirmations: await perSecond(times, confirm) };
}
