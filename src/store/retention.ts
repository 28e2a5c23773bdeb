import type { SystemTransaction } from '../core/store.ts';
import type { Connection } from './connection.ts';

const OVER = `ends_at < $1 AND state IN ('ended', 'declined', 'expired', 'cancelled')`;

const FORGOTTEN: readonly string[] = [
  `UPDATE session SET note = '', tutor_notes = NULL, reason = NULL, recording_url = NULL, transcript_url = NULL
   WHERE ${OVER} AND (note <> '' OR COALESCE(tutor_notes, reason, recording_url, transcript_url) IS NOT NULL)`,
  `UPDATE participant SET comment = NULL, note = NULL
   WHERE COALESCE(comment, note) IS NOT NULL AND session_id IN (SELECT id FROM session WHERE ${OVER})`,
  `DELETE FROM aim WHERE COALESCE(done_at, added_at) < $1`,
  `DELETE FROM help_wanted WHERE lapses_at < $1`,
  `DELETE FROM relayed WHERE sent_at < $1`,
  `DELETE FROM attendance WHERE session_id IN (SELECT id FROM session WHERE ${OVER})`,
  `DELETE FROM webhook_event WHERE received_at < $1 AND handled_at IS NOT NULL`,
  // What was owed once about something that is still to come is not owed again.
  `DELETE FROM delivery WHERE owed_at < $1 AND CASE subject_kind
     WHEN 'session' THEN subject_id IN (SELECT id FROM session WHERE ${OVER})
     WHEN 'series' THEN NOT EXISTS (SELECT FROM session s WHERE s.series_id = subject_id AND s.ends_at >= $1)
     ELSE true END`,
  `UPDATE complaint SET reason = '' WHERE made_at < $1 AND state NOT IN ('open', 'talking') AND reason <> ''`,
  `UPDATE audit SET data = NULL WHERE at < $1 AND data IS NOT NULL`,
];

export function retentionWrites({ sql }: Pick<Connection, 'sql'>) {
  return {
    forgetWordsBefore: async (at) => {
      for (const text of FORGOTTEN) await sql(text, at);
    },
  } satisfies Partial<SystemTransaction>;
}
