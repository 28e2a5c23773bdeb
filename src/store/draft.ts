import { z } from 'zod';
import type { Draft } from '../core/people/port.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import type { Scope } from './scope.ts';
import { columns, put } from './table.ts';

type DraftRow = Prisma.DraftGetPayload<Record<never, never>>;

/** Stands before the handler of what was sent. */
const SENT = 'sent ';

const Input = z.record(z.string(), z.string());

const DRAFT = `SELECT ${columns('d', Prisma.DraftScalarFieldEnum)} FROM draft d`;
const IN_SCOPE = `($2::text IS NULL OR EXISTS (
  SELECT FROM person p WHERE p.id = d.person_id AND p.organization_id = $2
))`;

export function draftReads({ sql }: Connection, scope: Scope) {
  return {
    draft: async (id) => {
      const [row] = await sql<DraftRow>(`${DRAFT} WHERE d.id = $1 AND ${IN_SCOPE}`, id, scope ?? null);
      return row && toDraft(row);
    },
    latestDraft: async (personId, handler, since) => {
      const [row] = await sql<DraftRow>(
        `${DRAFT} WHERE d.person_id = $1 AND ${IN_SCOPE} AND d.handler = $3 AND d.saved_at >= $4
         ORDER BY d.saved_at DESC, d.id DESC LIMIT 1`,
        personId,
        scope ?? null,
        handler,
        since,
      );
      return row && toDraft(row);
    },
  } satisfies Partial<Reads>;
}

export function draftWrites({ sql }: Connection) {
  return {
    saveDraft: ({ id, person: personId, handler, input }, savedAt) =>
      put(sql, 'draft', 'id', { id, personId, handler, input, savedAt }),
    settleDrafts: async (personId, handler) => {
      await sql(
        'UPDATE draft SET handler = $3 WHERE person_id = $1 AND handler = $2',
        personId,
        handler,
        SENT + handler,
      );
    },
    removeDraftsBefore: async (at) => {
      await sql('DELETE FROM draft WHERE saved_at < $1', at);
    },
  } satisfies Partial<Transaction>;
}

function toDraft({ id, personId, handler, input }: DraftRow): Draft {
  return { id, person: personId, handler, input: Input.parse(input) };
}
