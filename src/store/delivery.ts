import { newId } from '../core/id.ts';
import type { NoticeKind } from '../core/owing/kinds.ts';
import type { Arrival, Delivery, Fate, FateWrites, Owed, Recipient } from '../core/owing/port.ts';
import type { Subject } from '../core/owing/subject.ts';
import type { SystemReads, SystemTransaction } from '../core/store.ts';
import type { Statement } from './at-once.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import type { Sql } from './sql.ts';
import { asJson, columns, insertion, update, updateEach } from './table.ts';
import { together } from './together.ts';

export type DeliveryRow = Row;

type Row = Prisma.DeliveryGetPayload<Record<never, never>>;

export const DELIVERY_JSON = asJson('d', Prisma.DeliveryScalarFieldEnum);
const DELIVERIES = `SELECT ${columns('d', Prisma.DeliveryScalarFieldEnum)} FROM delivery d`;

export function deliveryReads({ sql }: Connection) {
  const where = async (condition: string, ...values: readonly string[]) =>
    (await sql<Row>(`${DELIVERIES} WHERE ${condition} ORDER BY d.owed_at, d.id`, ...values)).map(toDelivery);
  return {
    delivery: async (id) => (await where('d.id = $1', id))[0],
    closedDeliveries: (personId) => where(`d.person_id = $1 AND d.fate = 'closed'`, personId),
  } satisfies Partial<SystemReads>;
}

interface Change {
  readonly id: string;
  readonly patch: Parameters<FateWrites['changeDelivery']>[1];
}

type Arrived = Arrival & Pick<Change, 'id'>;

/** Several at once, each of another delivery. */
async function changeDeliveries(sql: Sql, changes: readonly Change[]): Promise<readonly undefined[]> {
  const alike = Map.groupBy(changes, ({ patch }) => Object.keys(patch).toSorted().join());
  for (const some of alike.values())
    await updateEach(
      sql,
      'delivery',
      some.map(({ id, patch }) => ({ id, ...nulls(patch) })),
    );
  return changes.map(() => undefined);
}

async function writeArrivals(sql: Sql, arrivals: readonly Arrived[]): Promise<readonly undefined[]> {
  await sql(
    `WITH arrival AS (
       SELECT * FROM jsonb_to_recordset($1::jsonb) AS arrival (
         "id" text, "channel" text, "messageId" text, "shown" text, "sentAt" timestamptz, "account" text
       )
     ), whose AS (
       UPDATE account SET dm_channel = arrival.channel FROM arrival
       WHERE account.id = arrival.account AND account.dm_channel IS DISTINCT FROM arrival.channel
     )
     UPDATE delivery SET fate = 'sent', channel = arrival.channel, message_id = arrival."messageId",
       shown = arrival.shown, sent_at = arrival."sentAt"
     FROM arrival WHERE delivery.id = arrival.id`,
    JSON.stringify(arrivals),
  );
  return arrivals.map(() => undefined);
}

export function deliveryWrites({ sql }: Pick<Connection, 'sql'>) {
  return {
    changeDelivery: async (id, patch) => {
      await changeDeliveries(sql, [{ id, patch }]);
    },
    takeWaiting: (now, limit) =>
      sql<{ id: string; person: string }>(
        `UPDATE delivery SET wait_until = NULL WHERE id IN (
           SELECT id FROM delivery WHERE wait_until <= $1 ORDER BY owed_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
         ) RETURNING id, person_id AS "person"`,
        now,
        limit,
      ),
    openList: async (personId) => {
      const [row] = await sql<{ list: string }>(
        `SELECT d.data ->> 'list' AS "list" FROM delivery d
         WHERE d.person_id = $1 AND d.kind = 'requests' AND d.fate IN ('queued', 'sending', 'sent') AND EXISTS (
           SELECT FROM delivery listed JOIN session s ON s.id = listed.subject_id
           WHERE listed.gathered_in = d.data ->> 'list' AND s.state = 'requested'
         ) ORDER BY d.owed_at DESC, d.id DESC LIMIT 1`,
        personId,
      );
      return row?.list;
    },
    gatherRequests: async (personId, list, except) => {
      await sql(
        `UPDATE delivery SET fate = 'gathered', gathered_in = $2
         WHERE person_id = $1 AND kind = 'request' AND fate = 'queued' AND id <> $3`,
        personId,
        list,
        except ?? '',
      );
    },
    announcements: async ({ kind, id }, { community, channel }) => {
      const rows = await sql<{ fate: string }>(
        `SELECT d.fate FROM delivery d WHERE d.subject_kind = $4 AND d.subject_id = $1 AND d.kind IN ('group', 'course')
           AND d.community_id = $2 AND d.to_channel = $3`,
        id,
        community,
        channel,
        kind,
      );
      return rows.map(({ fate }) => ({ isThere: ['queued', 'sending', 'sent'].includes(fate) }));
    },
    lockInvitations: async (by, since) => {
      const rows = await sql<Row>(
        `${DELIVERIES} WHERE d.subject_kind = 'person' AND d.subject_id = $1 AND d.kind = 'invitation' AND d.owed_at > $2
         ORDER BY d.owed_at, d.id FOR UPDATE`,
        by,
        since,
      );
      return rows.map(toDelivery);
    },
    lockNewest: async (kind, community, since) => {
      const [row] = await sql<Row>(
        `${DELIVERIES} WHERE d.community_id = $1 AND d.kind = $2 AND d.owed_at >= $3
         ORDER BY d.owed_at DESC, d.id DESC LIMIT 1 FOR UPDATE`,
        community,
        kind,
        since,
      );
      return row && toDelivery(row);
    },
  } satisfies Partial<SystemTransaction>;
}

/** Written within this time, with others: until then a message that has arrived is known as under way. */
const GATHER_MS = 10;

/** What becomes of messages that are under way at the same time. */
export function fateWrites({ sql }: Pick<Connection, 'sql'>) {
  const change = together((changes: readonly Change[]) => changeDeliveries(sql, changes));
  const arrive = together((arrivals: readonly Arrived[]) => writeArrivals(sql, arrivals), GATHER_MS);
  return {
    changeDelivery: (id, patch) => change({ id, patch }),
    arrived: (id, arrival) => arrive({ id, ...arrival }),
    showsNow: async (chat, { channel, messageId }, shown) => {
      await update(sql, 'delivery', { chat, channel, messageId }, { shown });
    },
  } satisfies FateWrites;
}

export function writingOwed(rows: readonly OwedRow[]): Statement | undefined {
  return insertion('delivery', rows);
}

/** Owing the same twice is owing it once. */
function keyOf({ kind, about, dedupeKey, to }: Owed): string {
  const whom = 'community' in to ? { community: to.community, channel: to.channel } : to;
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
    personId: 'person' in to ? to.person : 'mail' in to ? to.of : null,
    toMail: 'mail' in to ? to.mail : null,
    communityId: 'community' in to ? to.community : null,
    toChannel: ('community' in to && to.channel) || null,
    data: data ?? {},
    owedAt,
  };
}

export function toDelivery(row: Row): Delivery {
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

function recipientOf({ id, personId, toMail, communityId, toChannel }: Row): Recipient {
  if (personId !== null && toMail !== null) return { mail: toMail, of: personId };
  if (personId !== null) return { person: personId };
  if (communityId !== null) return { community: communityId, ...(toChannel !== null && { channel: toChannel }) };
  throw new Error(`delivery ${id} is for nobody`);
}
