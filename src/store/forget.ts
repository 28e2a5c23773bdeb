import { OWN_LINK } from '../core/meeting/own-room.ts';
import type { Subject } from '../core/owing/subject.ts';
import type { Transaction } from '../core/store.ts';
import { atOnce, type Statement } from './at-once.ts';
import type { Connection } from './connection.ts';
import type { Sql } from './sql.ts';
import { WHOSE } from './whose.ts';

/** The sessions in which `$1` is or was, or was asked to teach. */
const THEIRS = `SELECT session_id FROM participant WHERE person_id = $1 UNION SELECT session_id FROM candidate WHERE person_id = $1`;

/** What was said by them, or of them: all of a session of two, and of a group what its tutor wrote. */
const UNSAID: readonly string[] = [
  `UPDATE participant p SET comment = NULL, note = NULL FROM session s WHERE s.id = p.session_id AND p.session_id IN (${THEIRS})
     AND (p.person_id = $1 OR s.capacity = 1 OR s.tutor_id = $1)`,
  `UPDATE session SET note = '', tutor_notes = NULL, reason = NULL, recording_url = NULL, transcript_url = NULL
   WHERE id IN (SELECT session_id FROM participant WHERE person_id = $1) AND (capacity = 1 OR tutor_id = $1)`,
  // Who it shows is not to be looked at any more: the address is in the key, too.
  `UPDATE delivery d SET data = jsonb_set(d.data - '{passcode,until,access}'::text[], '{url}', '""'), dedupe_key = d.id FROM session s
   WHERE d.kind = 'recording' AND d.subject_kind = 'session' AND s.id = d.subject_id
     AND s.id IN (SELECT session_id FROM participant WHERE person_id = $1) AND (s.capacity = 1 OR s.tutor_id = $1)`,
  `DELETE FROM relayed r USING session s WHERE s.id = r.session_id AND s.id IN (${THEIRS}) AND (r.from_id = $1 OR s.capacity = 1)`,
  `UPDATE session SET reason = NULL WHERE closed_by = $1`,
  `UPDATE audit SET data = data - 'reason' WHERE data ? 'reason' AND (by = $1 OR (subject_kind = 'session'
     AND subject_id IN (SELECT p.session_id FROM participant p JOIN session s ON s.id = p.session_id
       WHERE p.person_id = $1 AND (s.capacity = 1 OR s.tutor_id = $1))))`,
  `DELETE FROM attendance WHERE session_id IN (SELECT session_id FROM participant WHERE person_id = $1)`,
  `DELETE FROM webhook_event w USING meeting m JOIN participant p ON p.session_id = m.session_id
   WHERE p.person_id = $1 AND w.platform = m.platform AND w.event ->> 'meetingId' = m.meeting_id`,
  // What a platform has of it still is nobody's to be sent any more.
  `UPDATE participant SET agrees_to_recording = false WHERE person_id = $1 AND agrees_to_recording`,
  `UPDATE meeting m SET host = NULL FROM session s, tutor t
   WHERE s.id = m.session_id AND s.tutor_id = $1 AND t.person_id = $1 AND m.host = t.platform_account`,
  `DELETE FROM host_hold h USING session s, tutor t
   WHERE s.id = h.session_id AND s.tutor_id = $1 AND t.person_id = $1 AND h.host = t.platform_account`,
  `DELETE FROM meeting m USING session s WHERE s.id = m.session_id AND s.tutor_id = $1 AND (m.platform = '${OWN_LINK}'
     OR m.meeting_id = (SELECT own_room FROM tutor WHERE person_id = $1))`,
  `DELETE FROM delivery WHERE person_id = $1 OR (subject_kind = 'person' AND subject_id = $1)`,
  `DELETE FROM audit WHERE subject_kind = 'person' AND subject_id = $1`,
  `DELETE FROM complaint WHERE person_id = $1`,
  `DELETE FROM pace USING account a WHERE a.person_id = $1 AND a.dm_channel IS NOT NULL
     AND strpos(pace.bucket, a.dm_channel) > 0`,
];

/** What others remember of them by name, or in their words. */
const UNNAMED: readonly string[] = [
  `UPDATE delivery SET data = jsonb_set(data, '{admin}', '""') WHERE data ->> 'by' = $1 AND data ? 'admin'`,
  `UPDATE delivery SET data = jsonb_set(data, '{tutor}', '""') WHERE kind = 'place' AND data ->> 'tutor' = (
     SELECT name FROM person WHERE id = $1) AND person_id IN (
     SELECT o.id FROM person o JOIN person me ON me.organization_id = o.organization_id WHERE me.id = $1)`,
  `UPDATE delivery SET data = jsonb_set(data, '{name}', '""') WHERE kind = 'taken-out' AND data ->> 'by' = $1`,
  `UPDATE delivery SET data = data - 'reason' WHERE data ->> 'by' = $1 AND data ? 'reason'`,
  `UPDATE delivery SET data = jsonb_set(data, '{name}', '""')
  WHERE data ->> 'name' IN (SELECT name FROM person WHERE id = $1 UNION SELECT name FROM account WHERE person_id = $1)
    AND subject_kind IN ('session', 'series') AND (subject_id IN (${THEIRS}) OR data ->> 'by' = $1)`,
];

/** What is on screens of others and names them. */
const SHOWN = `SELECT DISTINCT d.subject_kind AS kind, d.subject_id AS id FROM delivery d
  WHERE d.message_id IS NOT NULL AND d.person_id IS DISTINCT FROM $1 AND (
    d.subject_kind = 'session' AND d.subject_id IN (${THEIRS})
    OR d.subject_kind = 'series' AND d.subject_id IN (SELECT series_id FROM session WHERE id IN (${THEIRS}))
    OR d.subject_kind = 'poll' AND d.subject_id IN (
      SELECT id FROM poll WHERE tutor_id = $1 UNION SELECT poll_id FROM poll_answer WHERE person_id = $1)
    OR d.subject_kind = 'office' AND d.subject_id IN (
      SELECT id FROM office WHERE tutor_id = $1 UNION SELECT office_id FROM office_place WHERE person_id = $1)
    OR d.subject_kind = 'person' AND d.subject_id IN (
      SELECT learner_id FROM observer WHERE observer_id = $1 UNION SELECT learner_id FROM pair WHERE tutor_id = $1))`;

/** What else is no more where somebody of whom nothing is known takes their place. */
const THEREWITH: Readonly<Record<string, string>> = {
  'participant.person_id': `join_token = replace(gen_random_uuid()::text, '-', '')`,
  'credit_package.person_id': `note = ''`,
  'poll.tutor_id': 'closed_at = COALESCE(closed_at, $3)',
  'office.tutor_id': 'closed_at = COALESCE(closed_at, $3)',
  'statement.tutor_id': `tutor_name = ''`,
};

const BY_HAND: readonly string[] = [
  `UPDATE watch SET offered_by = NULL, offered_start = NULL, offer_lapses_at = NULL WHERE offered_by = $1`,
  `UPDATE meeting SET invited = array_replace(invited, $1, $2) WHERE $1 = ANY(invited)`,
  `UPDATE delivery SET dedupe_key = replace(dedupe_key, $1, $2) WHERE strpos(dedupe_key, $1) > 0`,
];

/** In whatever they did or were, somebody of whom nothing is known takes their place. */
const MOVED: readonly string[] = [
  ...WHOSE.flatMap(({ table, column, forget }) => {
    if (forget === 'within')
      return `UPDATE ${table} SET ${column} = replace(${column}::text, $1, $2)::jsonb WHERE strpos(${column}::text, $1) > 0`;
    if (forget !== 'former') return [];
    const more = THEREWITH[`${table}.${column}`];
    return `UPDATE ${table} SET ${[`${column} = $2`, ...(more ? [more] : [])].join(', ')} WHERE ${column} = $1`;
  }),
  ...BY_HAND,
];

/** For the test that knows each column: what is said here of one that goes, or is seen to by hand. */
export const SAID_OF: readonly string[] = [...UNSAID, ...BY_HAND];

/** `inQueues`: takes jobs about an id out of their queues. */
export function forgetWrites({ sql }: Pick<Connection, 'sql'>, inQueues: (id: string) => Statement | undefined) {
  return {
    becomeFormer: async (person, former, at) => {
      // Whoever begins something with them waits from here on, and then finds nobody.
      const [known] = await sql<{ organization: string }>(
        'SELECT organization_id AS "organization" FROM person WHERE id = $1 AND forgotten_at IS NULL FOR UPDATE',
        person,
      );
      if (!known) return undefined;
      const shown = await sql<Subject>(SHOWN, person);
      await sql(
        `INSERT INTO person (id, organization_id, name, forgotten_at) VALUES ($1, $2, '', $3)`,
        former,
        known.organization,
        at,
      );
      const linked = await sql<{ id: string }>('SELECT id FROM person WHERE linked_to = $1', person);
      await sql(
        'DELETE FROM candidate WHERE person_id = ANY($1::text[])',
        linked.map(({ id }) => id),
      );
      for (const id of [person, ...linked.map((one) => one.id)]) {
        for (const text of [...UNSAID, ...UNNAMED]) await sql(text, id);
        for (const text of MOVED) await withUsed(sql, text, [id, former, at]);
        await atOnce(sql, [inQueues(id)]);
      }
      await sql('DELETE FROM person WHERE id = $1', person);
      return shown;
    },
  } satisfies Partial<Transaction>;
}

/** A statement takes no value that it does not name. */
async function withUsed(sql: Sql, text: string, values: readonly unknown[]): Promise<void> {
  await sql(text, ...values.filter((_, index) => text.includes(`$${String(index + 1)}`)));
}
