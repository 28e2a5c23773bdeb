import { newId } from '../core/id.ts';
import type { Busy } from '../core/session/port.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Scope } from './scope.ts';
import { insert } from './table.ts';

export function holdReads({ sql }: Connection, scope: Scope) {
  return {
    busy: async (people, from, to) => {
      if (people.length === 0) return [];
      return sql<Busy>(
        `SELECT h.person_id AS "person", h.starts_at AS "startsAt", h.ends_at AS "endsAt"
         FROM hold h JOIN person p ON p.id = h.person_id
         WHERE h.person_id = ANY($1::text[]) AND h.starts_at < $3 AND h.ends_at > $2
           AND ($4::text IS NULL OR p.organization_id = $4) ORDER BY h.starts_at, h.id`,
        [...people],
        from,
        to,
        scope ?? null,
      );
    },
  } satisfies Partial<Reads>;
}

export function holdWrites({ sql }: Connection) {
  return {
    hold: async (personId, { why, id }, startsAt, endsAt) => {
      const isOfSession = why === 'session' || why === 'proposal';
      const whose = isOfSession ? { sessionId: id } : { sourceId: id };
      // The exclusion constraint decides, and the transaction lives on.
      const added = await insert(sql, 'hold', [{ ...whose, id: newId(), personId, startsAt, endsAt, why }], 'id');
      return added.length === 1;
    },
    release: async ({ id, why, person }) => {
      await sql(
        `DELETE FROM hold WHERE (session_id = $1 OR source_id = $1)
           AND ($2::text IS NULL OR why = $2) AND ($3::text IS NULL OR person_id = $3)`,
        id,
        why ?? null,
        person ?? null,
      );
    },
  } satisfies Partial<Transaction>;
}
