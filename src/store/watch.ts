import type { Reads, SystemReads, Transaction } from '../core/store.ts';
import type { Watch } from '../core/watch/port.ts';
import type { Connection } from './connection.ts';
import type { Prisma } from './generated/client.ts';
import type { Scope } from './scope.ts';
import { inScope } from './scope.ts';

type Row = Prisma.WatchGetPayload<Record<never, never>>;

export function watchReads({ prisma: db }: Connection, scope: Scope) {
  return {
    watchesOf: async (personId) => {
      const rows = await db.watch.findMany({ where: { personId, ...inScope(scope) }, orderBy: { id: 'asc' } });
      return rows.map(toWatch);
    },
    watchesBefore: async ({ id, organization, tutor, subject }) => {
      // Ids are in the order in which they were made.
      const same = { organizationId: organization, tutorId: tutor ?? null, subject };
      return db.watch.count({ where: { AND: [same, inScope(scope)], id: { lt: id } } });
    },
  } satisfies Partial<Reads>;
}

export function watchSystemReads({ sql, prisma: db }: Connection) {
  return {
    watchesDue: async (now, limit) => {
      const due = await sql<{ id: string }>(
        'SELECT id FROM watch WHERE look_at <= $1 ORDER BY id LIMIT $2',
        now,
        limit,
      );
      if (due.length === 0) return []; // as in most minutes
      const rows = await db.watch.findMany({ where: { id: { in: due.map(({ id }) => id) } }, orderBy: { id: 'asc' } });
      return rows.map(toWatch);
    },
  } satisfies Partial<SystemReads>;
}

export function watchWrites({ sql, prisma: tx }: Connection, scope: Scope) {
  return {
    addWatch: async ({ organization, person, tutor, offer: _none, within: _whenever, ...watch }) => {
      const data = { ...watch, organizationId: organization, personId: person, tutorId: tutor ?? null };
      await tx.watch.create({ data });
    },
    lockWatch: async (id) => {
      const [locked] = await sql('SELECT id FROM watch WHERE id = $1 FOR UPDATE', id);
      const row = locked && (await tx.watch.findFirst({ where: { id, ...inScope(scope) } }));
      return row ? toWatch(row) : undefined;
    },
    changeWatch: async (id, { lookAt, offer }) => {
      const { tutor: offeredBy = null, startsAt: offeredStart = null, lapsesAt: offerLapsesAt = null } = offer ?? {};
      await tx.watch.updateMany({ where: { id }, data: { lookAt, offeredBy, offeredStart, offerLapsesAt } });
    },
    narrowWatch: async (id, { from, to }, now) => {
      await tx.watch.updateMany({ where: { id }, data: { earliest: from, latest: to, until: to, lookAt: now } });
    },
    removeWatch: async (id) => {
      await tx.watch.deleteMany({ where: { id } });
    },
    wakeWatches: async (tutor, now) => {
      await sql(
        `UPDATE watch w SET look_at = $2 FROM person p WHERE p.id = $1 AND w.organization_id = p.organization_id
           AND (w.tutor_id IS NULL OR w.tutor_id = p.id) AND w.offered_by IS NULL AND w.look_at > $2`,
        tutor,
        now,
      );
    },
  } satisfies Partial<Transaction>;
}

function toWatch(row: Row): Watch {
  const { offeredBy, offeredStart, offerLapsesAt } = row;
  const isOffered = offeredBy !== null && offeredStart !== null && offerLapsesAt !== null;
  return {
    id: row.id,
    organization: row.organizationId,
    person: row.personId,
    tutor: row.tutorId ?? undefined,
    subject: row.subject,
    lengthMinutes: row.lengthMinutes,
    askedAt: row.askedAt,
    until: row.until,
    within: row.earliest && row.latest ? { from: row.earliest, to: row.latest } : undefined,
    lookAt: row.lookAt,
    offer: isOffered ? { tutor: offeredBy, startsAt: offeredStart, lapsesAt: offerLapsesAt } : undefined,
  };
}
