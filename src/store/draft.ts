import { z } from 'zod';
import type { Draft } from '../core/people/port.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Prisma } from './generated/client.ts';
import { ofPersonIn, type Scope } from './scope.ts';

type DraftRow = Prisma.DraftGetPayload<Record<never, never>>;

/** Stands before the handler of what was sent. */
const SENT = 'sent ';

const Input = z.record(z.string(), z.string());

export function draftReads({ prisma: db }: Connection, scope: Scope) {
  return {
    draft: async (id) => {
      const row = await db.draft.findUnique({ where: { id, ...ofPersonIn(scope) } });
      return row ? toDraft(row) : undefined;
    },
    latestDraft: async (personId, handler, since) => {
      const where = { personId, handler, savedAt: { gte: since }, ...ofPersonIn(scope) };
      const row = await db.draft.findFirst({ where, orderBy: [{ savedAt: 'desc' }, { id: 'desc' }] });
      return row ? toDraft(row) : undefined;
    },
  } satisfies Partial<Reads>;
}

export function draftWrites({ prisma: tx }: Connection) {
  return {
    saveDraft: async ({ id, person: personId, handler, input }, savedAt) => {
      const draft = { personId, handler, input, savedAt };
      await tx.draft.upsert({ where: { id }, create: { ...draft, id }, update: draft });
    },
    settleDrafts: async (personId, handler) => {
      await tx.draft.updateMany({ where: { personId, handler }, data: { handler: `${SENT}${handler}` } });
    },
    removeDraftsBefore: async (at) => {
      await tx.draft.deleteMany({ where: { savedAt: { lt: at } } });
    },
  } satisfies Partial<Transaction>;
}

function toDraft({ id, personId, handler, input }: DraftRow): Draft {
  return { id, person: personId, handler, input: Input.parse(input) };
}
