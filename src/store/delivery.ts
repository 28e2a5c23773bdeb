import { newId } from '../core/id.ts';
import type { Delivery, DeliveryKind, Fate, Owed, Recipient } from '../core/owing/port.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Client } from './client.ts';
import type { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';

type Row = Prisma.DeliveryGetPayload<Record<never, never>>;

export function deliveryReads(db: Client) {
  return {
    delivery: async (id) => {
      const row = await db.delivery.findUnique({ where: { id } });
      return row ? toDelivery(row) : undefined;
    },
    deliveryShownAt: async (chat, channel, messageId) => {
      const row = await db.delivery.findFirst({ where: { chat, channel, messageId } });
      return row ? toDelivery(row) : undefined;
    },
    shownDeliveries: async (sessionId) => {
      const rows = await db.delivery.findMany({
        where: { sessionId, messageId: { not: null } },
        orderBy: [{ owedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toDelivery);
    },
    closedDeliveries: async (personId) => {
      const rows = await db.delivery.findMany({
        where: { personId, fate: 'closed' },
        orderBy: [{ owedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toDelivery);
    },
  } satisfies Partial<Reads>;
}

export function deliveryWrites(tx: Client, enqueue: Transaction['enqueue']) {
  return {
    owe: async (owed, at) => {
      const { kind, to, session, data } = owed;
      const id = newId();
      const { count } = await tx.delivery.createMany({
        data: {
          id,
          key: keyOf(owed),
          kind,
          sessionId: session ?? null,
          personId: 'person' in to ? to.person : null,
          communityId: 'community' in to ? to.community : null,
          data: data ?? {},
          owedAt: at,
        },
        skipDuplicates: true,
      });
      if (count === 1) await enqueue({ name: 'deliver', data: { delivery: id } });
    },
    changeDelivery: async (id, patch) => {
      await tx.delivery.update({ where: { id }, data: nulls(patch) });
    },
  } satisfies Partial<Transaction>;
}

/** Owing the same twice is owing it once. */
function keyOf({ kind, session, about, to }: Owed): string {
  return JSON.stringify([kind, session ?? null, about ?? null, to]);
}

function toDelivery(row: Row): Delivery {
  return {
    id: row.id,
    kind: row.kind as DeliveryKind,
    to: recipientOf(row),
    session: row.sessionId ?? undefined,
    data: row.data as Delivery['data'],
    fate: row.fate as Fate,
    chat: row.chat ?? undefined,
    channel: row.channel ?? undefined,
    messageId: row.messageId ?? undefined,
    shown: row.shown ?? undefined,
    owedAt: row.owedAt,
    triedAt: row.triedAt ?? undefined,
  };
}

function recipientOf({ id, personId, communityId }: Row): Recipient {
  if (personId !== null) return { person: personId };
  if (communityId !== null) return { community: communityId };
  throw new Error(`delivery ${id} is for nobody`);
}
