import { newId } from '../core/id.ts';
import type { Reads, SystemReads, SystemTransaction, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Prisma } from './generated/client.ts';
import { ofSessionIn, type Scope } from './scope.ts';

export function webhookReads({ sql, prisma: db }: Connection) {
  return {
    webhookEvent: async (id) => {
      const row = await db.webhookEvent.findUnique({ where: { id } });
      return row
        ? {
            id,
            platform: row.platform,
            event: row.event as Record<string, unknown>,
            receivedAt: row.receivedAt,
            isHandled: row.handledAt !== null,
          }
        : undefined;
    },
    waitingWebhooks: async (dueBy) => {
      const rows = await sql<{ id: string }>(
        'SELECT id FROM webhook_event WHERE handled_at IS NULL AND due_at <= coalesce($1, due_at) ORDER BY received_at',
        dueBy ?? null,
      );
      return rows.map(({ id }) => id);
    },
    meetingNews: async (platform, meetingId) => {
      const rows = await db.$queryRaw<{ event: string; participant: string | null }[]>`
        SELECT "event"->>'event' AS "event", "event"->'participant'->>'id' AS "participant"
        FROM "webhook_event" WHERE "platform" = ${platform} AND "event"->>'meetingId' = ${meetingId} ORDER BY "id"`;
      return rows.map(({ event, participant }) => ({ event, participant: participant ?? undefined }));
    },
    meetingSigns: async (platform, meetingId) => {
      const rows = await db.$queryRaw<{ event: string; occasion: string | null; at: string; received_at: Date }[]>`
        SELECT "event"->>'event' AS "event", "event"->>'occasion' AS "occasion", "event"->>'at' AS "at", "received_at"
        FROM "webhook_event" WHERE "platform" = ${platform} AND "event"->>'meetingId' = ${meetingId}`;
      return rows.map(({ event, occasion, at, received_at }) => ({
        event,
        occasion: occasion ?? undefined,
        at: new Date(at),
        heardAt: received_at,
      }));
    },
  } satisfies Partial<SystemReads>;
}

export function attendanceReads({ prisma: db }: Connection, scope: Scope) {
  return {
    lastWebhookAt: async (platform) => {
      const row = await db.webhookEvent.findFirst({ where: { platform }, orderBy: { receivedAt: 'desc' } });
      return row?.receivedAt;
    },
    stays: async (sessionId) => {
      const rows = await db.attendance.findMany({
        where: { sessionId, ...ofSessionIn(scope) },
        orderBy: [{ joinedAt: 'asc' }, { key: 'asc' }],
      });
      return rows.map(({ key, name, email, joinedAt, leftAt }) => ({
        key,
        name,
        email: email ?? undefined,
        joinedAt: joinedAt ?? undefined,
        leftAt: leftAt ?? undefined,
      }));
    },
  } satisfies Partial<Reads>;
}

export function webhookWrites({ prisma: tx }: Connection) {
  return {
    addWebhook: async (platform, key, event, receivedAt) => {
      const id = newId();
      const data = { id, platform, key, event: event as Prisma.InputJsonObject, receivedAt, dueAt: receivedAt };
      const { count } = await tx.webhookEvent.createMany({ data, skipDuplicates: true });
      return count === 1 ? id : undefined;
    },
    markWebhookHandled: async (id, handledAt) => {
      await tx.webhookEvent.update({ where: { id }, data: { handledAt } });
    },
    postponeWebhook: async (id, dueAt) => {
      await tx.webhookEvent.update({ where: { id }, data: { dueAt } });
    },
  } satisfies Partial<SystemTransaction>;
}

export function attendanceWrites({ prisma: tx }: Connection) {
  return {
    putStay: async (sessionId, { key, name, email, joinedAt, leftAt }) => {
      // Joined and left come in any order: what is known already stays.
      const news = { name, ...(email && { email }), ...(joinedAt && { joinedAt }), ...(leftAt && { leftAt }) };
      await tx.attendance.upsert({
        where: { sessionId_key: { sessionId, key } },
        create: { id: newId(), sessionId, key, ...news },
        update: news,
      });
    },
  } satisfies Partial<Transaction>;
}
