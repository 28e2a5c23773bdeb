import type { Observer } from '../core/people/observer.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import { inScope, type Scope } from './scope.ts';

type Row = Prisma.ObserverGetPayload<Record<never, never>>;

export function observerReads({ prisma: db }: Connection, scope: Scope) {
  const open = { endedAt: null, ...inScope(scope) };
  return {
    observer: async (id) => {
      const row = await db.observer.findFirst({ where: { id, ...inScope(scope) } });
      return row ? toObserver(row) : undefined;
    },
    observersOf: async (person) => {
      const either = [{ learnerId: person }, { observerId: person }];
      const rows = await db.observer.findMany({ where: { ...open, OR: either }, orderBy: { id: 'asc' } });
      return rows.map(toObserver);
    },
    observers: async (limit, offset) => {
      const rows = await db.observer.findMany({ where: open, orderBy: { id: 'desc' }, take: limit, skip: offset });
      return rows.map(toObserver);
    },
  } satisfies Partial<Reads>;
}

export function observerWrites({ sql, prisma: tx }: Connection, scope: Scope) {
  return {
    addObserver: async ({ organization: organizationId, learner: learnerId, observer: observerId, ...one }) => {
      await tx.observer.create({ data: { ...nulls(one), organizationId, learnerId, observerId } });
    },
    lockObserver: async (id) => {
      await sql('SELECT FROM observer WHERE id = $1 FOR UPDATE', id);
      const row = await tx.observer.findFirst({ where: { id, ...inScope(scope) } });
      return row ? toObserver(row) : undefined;
    },
    confirmObserver: async (id, confirmedBy, confirmedAt) => {
      await tx.observer.updateMany({ where: { id }, data: { confirmedBy, confirmedAt } });
    },
    agreeToObserve: async (id, agreedAt) => {
      await tx.observer.updateMany({ where: { id }, data: { agreedAt } });
    },
    endObserver: async (id, endedBy, endedAt) => {
      await tx.observer.updateMany({ where: { id }, data: { endedBy, endedAt } });
    },
    toldToObserver: async (observer) => {
      const rows = await sql<{ id: string }>(
        `SELECT DISTINCT subject_id AS id FROM delivery
         WHERE person_id = $1 AND kind = 'observed' AND message_id IS NOT NULL ORDER BY 1`,
        observer,
      );
      return rows.map(({ id }) => id);
    },
  } satisfies Partial<Transaction>;
}

function toObserver(row: Row): Observer {
  return {
    id: row.id,
    organization: row.organizationId,
    learner: row.learnerId,
    observer: row.observerId,
    askedBy: row.askedBy,
    askedAt: row.askedAt,
    confirmedAt: row.confirmedAt ?? undefined,
    agreedAt: row.agreedAt ?? undefined,
    endedAt: row.endedAt ?? undefined,
  };
}
