import { z } from 'zod';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { ofPersonIn, type Scope } from './scope.ts';

const Input = z.record(z.string(), z.string());

export function draftReads({ prisma: db }: Connection, scope: Scope) {
  return {
    draft: async (id) => {
      const row = await db.draft.findUnique({ where: { id, ...ofPersonIn(scope) } });
      return row
        ? { id: row.id, person: row.personId, handler: row.handler, input: Input.parse(row.input) }
        : undefined;
    },
  } satisfies Partial<Reads>;
}

export function draftWrites({ prisma: tx }: Connection) {
  return {
    saveDraft: async ({ id, person: personId, handler, input }, savedAt) => {
      const draft = { personId, handler, input, savedAt };
      await tx.draft.upsert({ where: { id }, create: { ...draft, id }, update: draft });
    },
    removeDraftsBefore: async (at) => {
      await tx.draft.deleteMany({ where: { savedAt: { lt: at } } });
    },
  } satisfies Partial<Transaction>;
}
