import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Job } from '../../src/core/owing/job.ts';
import { queueingAll } from '../../src/jobs/rows.ts';
import { AT_ONCE, perSecond } from './at-once.ts';

const HOUR = 3_600_000;

/** Who asks whom. */
export interface Pair {
  readonly learner: string;
  readonly tutor: string;
}

/** Where and for when it is written. */
export interface ByHand {
  /** The product's own database, with all of its indexes and constraints: what the database does is the same for both. */
  readonly url: string;
  readonly organization: string;
  readonly pairs: readonly Pair[];
  /** When nobody of them has anything. */
  readonly from: Date;
  /** Lets the database look at its tables. */
  readonly analyze: () => Promise<unknown>;
}

/**
 * The same reads, checks and rows as whoever is careful writes them with `pg` alone: statements that are prepared, one
 * transaction, each table by a statement of its own. Nothing is put into words, and nothing is decided that only other
 * requests need.
 */
export async function writtenByHand({ url, organization, pairs, from, analyze }: ByHand) {
  await using atTheEnd = new AsyncDisposableStack();
  const pool = new pg.Pool({ connectionString: url, max: AT_ONCE });
  // The database is dropped while it still says goodbye.
  pool.on('error', () => {});
  atTheEnd.defer(() => pool.end());
  const sessions = pairs.map(id);
  const until = new Date(from.getTime() + HOUR);
  const pairOf = (index: number) => {
    const [pair, session] = [pairs[index], sessions[index]];
    if (!pair || session === undefined) throw new Error('nobody is there');
    return { ...pair, session };
  };
  const request = async (index: number) => {
    const { session, learner, tutor } = pairOf(index);
    const now = new Date();
    await readForRequest(sayOn(pool), { learner, tutor, organization, from, until });
    await inTransaction(pool, async (say) => {
      await say('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [learner]);
      await say(OPEN, [learner]);
      await say(
        `INSERT INTO session (id, organization_id, state, subject, note, starts_at, ends_at, zone, tutor_id, requested_at)
         VALUES ($1, $2, 'requested', 'Algebra', '', $3, $4, 'Europe/Berlin', $5, $6)`,
        [session, organization, from, until, tutor, now],
      );
      await say(
        `INSERT INTO participant (session_id, person_id, role, position, checklist, join_token)
         VALUES ($1, $2, 'learner', 0, '{}', $3), ($1, $4, 'tutor', 1, '{}', $5)`,
        [session, learner, id(), tutor, id()],
      );
      await say(
        `INSERT INTO hold (id, person_id, session_id, starts_at, ends_at, why)
         VALUES ($1, $2, $5, $6, $7, 'session'), ($3, $4, $5, $6, $7, 'session')`,
        [id(), learner, id(), tutor, session, from, until],
      );
      await say(AUDIT, [session, learner, 'request', null, 'requested', now]);
      await say(DELIVERIES, [
        [id(), id()],
        [`receipt ${session}`, `request ${session}`],
        ['receipt', 'request'],
        [learner, tutor],
        session,
        now,
      ]);
      await say(ALARMS, [session, ['nudge', 'escalate', 'expire'], [from, from, until]]);
      await queue(say, [refresh(session), deliver(learner), deliver(tutor)]);
    });
    await sayOn(pool)(`UPDATE draft SET handler = $1 WHERE person_id = $2 AND handler = $3`, ['done', learner, 'book']);
  };
  const confirm = async (index: number) => {
    const { session, learner, tutor } = pairOf(index);
    const now = new Date();
    await inTransaction(pool, async (say) => {
      await say('SELECT * FROM session WHERE id = $1 AND organization_id = $2 FOR UPDATE', [session, organization]);
      await say('SELECT * FROM participant WHERE session_id = $1 ORDER BY position', [session]);
      await say(
        `UPDATE session SET state = 'confirmed', version = version + 1, confirmed_at = $2, confirmed_by = $3,
           platform_wanted = 'jitsi' WHERE id = $1 AND version = 1`,
        [session, now, tutor],
      );
      await say(
        `UPDATE tutor SET ignored = '{}', answer_minutes = ($2::int[] || answer_minutes)[1:20] WHERE person_id = $1`,
        [tutor, [1]],
      );
      await say(AUDIT, [session, tutor, 'confirm', 'requested', 'confirmed', now]);
      await say(DELIVERIES, [[id()], [`confirmed ${session}`], ['confirmed'], [learner], session, now]);
      await say(`DELETE FROM alarm WHERE subject_kind = 'session' AND subject_id = $1`, [session]);
      await say(ALARMS, [session, ['remind', 'start', 'end'], [from, from, until]]);
      await queue(say, [refresh(session), { name: 'make-meeting', data: { session } }, deliver(learner)]);
    });
    await readForAnswer(sayOn(pool), { learner, tutor });
  };
  return {
    requests: await perSecond(pairs.length, request, analyze),
    confirmations: await perSecond(pairs.length, confirm, analyze),
  };
}

type Say = (text: string, values: readonly unknown[]) => Promise<unknown>;

/** A request is checked before anything is locked: who the tutor is and what they want, what is taken, what is closed. */
async function readForRequest(
  say: Say,
  { learner, tutor, organization, from, until }: Pair & { organization: string; from: Date; until: Date },
): Promise<void> {
  await say(
    `SELECT t.*, p.*, ARRAY(SELECT s.name FROM tutor_subject ts JOIN subject s ON s.id = ts.subject_id WHERE ts.tutor_id = t.person_id),
       ARRAY(SELECT a.zone FROM account a WHERE a.person_id = p.id ORDER BY a.seen_at DESC LIMIT 1)
     FROM tutor t JOIN person p ON p.id = t.person_id WHERE t.person_id = $1 AND p.organization_id = $2
       AND NOT EXISTS (SELECT FROM block b WHERE (b.by_id = $3 AND b.of_id = $1) OR (b.of_id = $3 AND b.by_id = $1))`,
    [tutor, organization, learner],
  );
  await say('SELECT * FROM organization WHERE id = $1', [organization]);
  await say(
    `SELECT * FROM hold WHERE person_id = ANY($1) AND starts_at < $3 AND ends_at > $2 AND (lapses_at IS NULL OR lapses_at > now())`,
    [[learner, tutor], from, until],
  );
  await say(
    `SELECT * FROM session WHERE tutor_id = $1 AND starts_at > $2::timestamptz - interval '8 days'
       AND starts_at < $2::timestamptz + interval '8 days' AND state IN ('requested', 'confirmed', 'started', 'ended')`,
    [tutor, from],
  );
  await say('SELECT * FROM closure WHERE organization_id = $1', [organization]);
}

/** What the tutor reads after the press: with whom, and which session of theirs it is. */
async function readForAnswer(say: Say, { learner, tutor }: Pair): Promise<void> {
  await say('SELECT * FROM person p JOIN account a ON a.person_id = p.id WHERE p.id = ANY($1)', [[learner, tutor]]);
  await say(
    `SELECT count(*) FROM participant p JOIN session s ON s.id = p.session_id
     WHERE p.person_id = $1 AND s.tutor_id = $2 AND s.state IN ('confirmed', 'started', 'ended')`,
    [learner, tutor],
  );
}

const OPEN = `SELECT s.tutor_id FROM participant p JOIN session s ON s.id = p.session_id
  WHERE p.person_id = $1 AND p.role = 'learner' AND s.state = 'requested'`;
const AUDIT = `INSERT INTO audit (subject_kind, subject_id, by, event, "from", "to", at) VALUES ('session', $1, $2, $3, $4, $5, $6)`;
const DELIVERIES = `INSERT INTO delivery (id, dedupe_key, kind, person_id, subject_kind, subject_id, data, owed_at)
  SELECT owed.*, 'session', $5, '{}', $6 FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS owed`;
const ALARMS = `INSERT INTO alarm (subject_kind, subject_id, kind, at)
  SELECT 'session', $1, due.* FROM unnest($2::text[], $3::timestamptz[]) AS due`;

const id = () => randomBytes(16).toString('base64url');
const refresh = (session: string): Job => ({ name: 'refresh', data: { about: { kind: 'session', id: session } } });
const deliver = (to: string): Job => ({ name: 'deliver', data: { delivery: id(), to } });

/** The queue is the product's for both. */
async function queue(say: Say, jobs: readonly Job[]): Promise<void> {
  const { text, values } = queueingAll(jobs);
  await say(text, values);
}

async function inTransaction(pool: pg.Pool, work: (say: Say) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  await client.query('BEGIN');
  await work(sayOn(client));
  await client.query('COMMIT');
  client.release();
}

const names = new Map<string, string>();

/** Each statement is prepared once for each connection. */
function sayOn(client: pg.Pool | pg.PoolClient): Say {
  return (text, values) => {
    const name = names.get(text) ?? `n${names.size}`;
    names.set(text, name);
    return client.query({ name, text, values: [...values] });
  };
}
