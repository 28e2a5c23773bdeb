import type { Reads, Transaction } from '../core/store.ts';
import type { Relayed } from '../core/talk/port.ts';
import type { Connection } from './connection.ts';
import type { Scope } from './scope.ts';

const RELAYED = `SELECT r.id, r.session_id AS "session", r.from_id AS "from", r.text, r.sent_at AS "sentAt"
  FROM relayed r JOIN session s ON s.id = r.session_id WHERE ($2::text IS NULL OR s.organization_id = $2)`;

export function relayedReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    relayed: async (id) => {
      const [row] = await sql<Relayed>(`${RELAYED} AND r.id = $1`, id, scope ?? null);
      return row;
    },
    relayedIn: (session, limit, offset) =>
      sql<Relayed>(
        `${RELAYED} AND r.session_id = $1 ORDER BY r.sent_at DESC, r.id DESC LIMIT $3 OFFSET $4`,
        session,
        scope ?? null,
        limit,
        offset,
      ),
  } satisfies Partial<Reads>;
}

export function relayedWrites({ sql }: Pick<Connection, 'sql'>) {
  return {
    addRelayed: async ({ id, session, from, text, sentAt }) => {
      await sql(
        'INSERT INTO relayed (id, session_id, from_id, text, sent_at) VALUES ($1, $2, $3, $4, $5)',
        id,
        session,
        from,
        text,
        sentAt,
      );
    },
  } satisfies Partial<Transaction>;
}
