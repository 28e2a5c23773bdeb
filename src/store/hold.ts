import { newId } from '../core/id.ts';
import type { Busy, HeldFor, Kept } from '../core/session/port.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Scope } from './scope.ts';
import { insert } from './table.ts';
import { together } from './together.ts';

export function holdReads({ sql }: Connection, scope: Scope) {
  return {
    busy: async (people, from, to) => {
      if (people.length === 0) return [];
      return sql<Busy>(
        `SELECT h.person_id AS "person", h.starts_at AS "startsAt", h.ends_at AS "endsAt"
         FROM hold h JOIN person p ON p.id = h.person_id
         WHERE h.lapses_at IS NULL AND h.person_id = ANY($1::text[]) AND h.starts_at < $3 AND h.ends_at > $2
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
  // The exclusion constraint decides, and the transaction lives on.
  const add = together(async (rows: readonly ReturnType<typeof toRow>[]) => {
    const added = new Set((await insert(sql, 'hold', rows, 'id')).map(({ id }) => id));
    return rows.map(({ id }) => added.has(id));
  });
  return {
    hold: (personId, heldFor, startsAt, endsAt, kept) => add(toRow(personId, heldFor, startsAt, endsAt, kept)),
    releaseLapsed: async (now) => void (await sql('DELETE FROM hold WHERE lapses_at <= $1', now)),
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

function toRow(personId: string, { why, id }: HeldFor, startsAt: Date, endsAt: Date, kept: Kept | undefined) {
  const isOfSession = why === 'session' || why === 'proposal';
  return {
    id: newId(),
    sessionId: isOfSession ? id : null,
    sourceId: isOfSession ? null : id,
    personId,
    startsAt,
    endsAt,
    why,
    forPersonId: kept?.for ?? null,
    lapsesAt: kept?.until ?? null,
  };
}
