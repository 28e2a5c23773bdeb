import type { BusyElsewhere, ForeignCalendar, ForeignTrouble } from '../core/calendar/foreign.ts';
import { newId } from '../core/id.ts';
import type { Reads, SystemReads, SystemTransaction, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Prisma } from './generated/client.ts';
import { ofPersonIn, type Scope } from './scope.ts';
import { insert } from './table.ts';

type Row = Prisma.ForeignCalendarGetPayload<Record<never, never>>;

export function foreignCalendarReads({ prisma: db }: Connection, scope: Scope) {
  return {
    foreignCalendars: async (personId) => {
      const rows = await db.foreignCalendar.findMany({
        where: { personId, ...ofPersonIn(scope) },
        orderBy: { id: 'asc' },
      });
      return rows.map(toCalendar);
    },
  } satisfies Partial<Reads>;
}

export function foreignCalendarLookups({ prisma: db, sql }: Connection) {
  return {
    foreignCalendar: async (id) => {
      const row = await db.foreignCalendar.findUnique({ where: { id } });
      return row ? toCalendar(row) : undefined;
    },
    inSessions: (person, from, to) =>
      sql<BusyElsewhere>(
        `SELECT starts_at AS "startsAt", ends_at AS "endsAt" FROM hold
         WHERE person_id = $1 AND why = 'session' AND starts_at < $3 AND ends_at > $2`,
        person,
        from,
        to,
      ),
  } satisfies Partial<SystemReads>;
}

export function foreignCalendarWrites({ sql, prisma: tx }: Connection) {
  return {
    addForeignCalendar: async ({ id, person: personId, address, name }, dueAt) => {
      await tx.foreignCalendar.create({ data: { id, personId, address, name, dueAt } });
    },
    removeForeignCalendar: async (id) => {
      await tx.foreignCalendar.deleteMany({ where: { id } });
    },
    changeForeignCalendar: async (id, patch) => {
      const { failing, etag, readAt } = patch;
      const isSaid = 'failing' in patch;
      const data = {
        ...(readAt && { readAt }),
        ...('etag' in patch && { etag: etag ?? null }),
        ...(isSaid && { failingAt: failing?.since ?? null, why: failing?.why ?? null }),
      };
      await tx.foreignCalendar.updateMany({ where: { id }, data });
    },
    setBusyElsewhere: async ({ id: sourceId, person: personId }, busy) => {
      await sql(`DELETE FROM hold WHERE source_id = $1 AND why = 'calendar'`, sourceId);
      const rows = busy.map((one) => ({ ...one, id: newId(), personId, sourceId, why: 'calendar' }));
      await insert(sql, 'hold', rows, 'id');
    },
    takeDueCalendars: async (now, again, limit) => {
      const rows = await sql<{ id: string }>(
        `UPDATE foreign_calendar SET due_at = $2 WHERE id IN (
           SELECT id FROM foreign_calendar WHERE due_at <= $1 ORDER BY due_at LIMIT $3::int FOR UPDATE SKIP LOCKED
         ) RETURNING id`,
        now,
        again,
        limit,
      );
      return rows.map(({ id }) => id);
    },
  } satisfies Partial<Transaction & SystemTransaction>;
}

function toCalendar(row: Row): ForeignCalendar {
  return {
    id: row.id,
    person: row.personId,
    address: row.address,
    name: row.name,
    etag: row.etag ?? undefined,
    readAt: row.readAt ?? undefined,
    failing: row.failingAt ? { since: row.failingAt, why: row.why as ForeignTrouble } : undefined,
  };
}
