import { newId } from '../core/id.ts';
import type { NoticeKind } from '../core/owing/kinds.ts';
import type { Delivery, Fate, Owed, Recipient } from '../core/owing/port.ts';
import type { Subject } from '../core/owing/subject.ts';
import type { SystemReads, Transaction } from '../core/store.ts';
import type { Client } from './client.ts';
import type { Prisma } from './generated/client.ts';
import type { Later } from './later.ts';
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
    shownDeliveries: async ({ kind, id }) => {
      const rows = await db.delivery.findMany({
        where: { subjectKind: kind, subjectId: id, messageId: { not: null } },
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
  } satisfies Partial<SystemReads>;
}

export function deliveryWrites(tx: Client, later: Later) {
  return {
    owe: async (owed, at) => {
      for (const one of owed) {
        const row = toRow(one, at);
        const { id: delivery, kind, personId, communityId } = row;
        const to = personId ?? communityId ?? '';
        later.owed.push(row);
        later.jobs.push({ name: 'deliver', data: { delivery, to, ...(kind === 'reminder' && { isReminder: true }) } });
      }
    },
    changeDelivery: async (id, patch) => {
      await tx.delivery.update({ where: { id }, data: nulls(patch) });
    },
  } satisfies Partial<Transaction>;
}

/** @returns the ids of those that were not owed before. */
export async function writeOwed(tx: Client, rows: readonly OwedRow[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  const added = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "delivery" ("id", "dedupe_key", "kind", "subject_kind", "subject_id", "person_id", "community_id",
      "to_channel", "data", "owed_at")
    SELECT "id", "dedupeKey", "kind", "subjectKind", "subjectId", "personId", "communityId", "toChannel", "data", "owedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) AS "owed"("id" text, "dedupeKey" text, "kind" text,
      "subjectKind" text, "subjectId" text, "personId" text, "communityId" text, "toChannel" text, "data" jsonb, "owedAt" timestamptz)
    ON CONFLICT ("dedupe_key") DO NOTHING RETURNING "id"`;
  return new Set(added.map(({ id }) => id));
}

/** Owing the same twice is owing it once. */
function keyOf({ kind, about, dedupeKey, to }: Owed): string {
  const whom = 'person' in to ? { person: to.person } : { community: to.community, channel: to.channel };
  return JSON.stringify([kind, about.kind, about.id, dedupeKey ?? null, whom]);
}

export type OwedRow = ReturnType<typeof toRow>;

function toRow(owed: Owed, owedAt: Date) {
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
