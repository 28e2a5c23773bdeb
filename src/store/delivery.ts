import { newId } from '../core/id.ts';
import type { NoticeKind } from '../core/owing/kinds.ts';
import type { Delivery, Fate, Owed, Recipient } from '../core/owing/port.ts';
import type { Subject } from '../core/owing/subject.ts';
import type { SystemReads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import type { Sql } from './sql.ts';
import { columns, insert, update } from './table.ts';

type Row = Prisma.DeliveryGetPayload<Record<never, never>>;

const DELIVERIES = `SELECT ${columns('d', Prisma.DeliveryScalarFieldEnum)} FROM delivery d`;

export function deliveryReads({ sql }: Connection) {
  const where = async (condition: string, ...values: readonly string[]) =>
    (await sql<Row>(`${DELIVERIES} WHERE ${condition} ORDER BY d.owed_at, d.id`, ...values)).map(toDelivery);
  return {
    delivery: async (id) => (await where('d.id = $1', id))[0],
    deliveryShownAt: async (chat, channel, messageId) =>
      (await where('d.chat = $1 AND d.channel = $2 AND d.message_id = $3', chat, channel, messageId))[0],
    shownDeliveries: ({ kind, id }) =>
      where('d.subject_kind = $1 AND d.subject_id = $2 AND d.message_id IS NOT NULL', kind, id),
    closedDeliveries: (personId) => where(`d.person_id = $1 AND d.fate = 'closed'`, personId),
  } satisfies Partial<SystemReads>;
}

export function deliveryWrites({ sql }: Pick<Connection, 'sql'>) {
  return {
    changeDelivery: async (id, patch) => {
      await update(sql, 'delivery', { id }, nulls(patch));
    },
  } satisfies Partial<Transaction>;
}

/** @returns the ids of those that were not owed before. */
export async function writeOwed(sql: Sql, rows: readonly OwedRow[]): Promise<ReadonlySet<string>> {
  const added = await insert(sql, 'delivery', rows, 'id');
  return new Set(added.map(({ id }) => String(id)));
}

/** Owing the same twice is owing it once. */
function keyOf({ kind, about, dedupeKey, to }: Owed): string {
  const whom = 'person' in to ? { person: to.person } : { community: to.community, channel: to.channel };
  return JSON.stringify([kind, about.kind, about.id, dedupeKey ?? null, whom]);
}

export type OwedRow = ReturnType<typeof toRow>;

/** A message that is owed, as it is kept. */
export function toRow(owed: Owed, owedAt: Date) {
  const { kind, to, about, data } = owed;
  return {
    id: newId(),
    dedupeKey: keyOf(owed),
    kind,
    subjectKind: about.kind,
    subjectId: about.id,
    personId: 'person' in to ? to.person : null,
    communityId: 'community' in to ? to.community : null,
    toChannel: ('community' in to && to.channel) || null,
    data: data ?? {},
    owedAt,
  };
}

function toDelivery(row: Row): Delivery {
  return {
    id: row.id,
    kind: row.kind as NoticeKind,
    to: recipientOf(row),
    about: { kind: row.subjectKind as Subject['kind'], id: row.subjectId },
    data: row.data,
    fate: row.fate as Fate,
    chat: row.chat ?? undefined,
    channel: row.channel ?? undefined,
    messageId: row.messageId ?? undefined,
    shown: row.shown ?? undefined,
    owedAt: row.owedAt,
    triedAt: row.triedAt ?? undefined,
  };
}

function recipientOf({ id, personId, communityId, toChannel }: Row): Recipient {
  if (personId !== null) return { person: personId };
  if (communityId !== null) return { community: communityId, ...(toChannel !== null && { channel: toChannel }) };
  throw new Error(`delivery ${id} is for nobody`);
}
