import type { HelpWanted } from '../core/session/help-now.ts';
import type { Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Prisma } from './generated/client.ts';
import { inScope, type Scope } from './scope.ts';

type Row = Prisma.HelpWantedGetPayload<Record<never, never>>;

export function helpReads({ prisma: db }: Connection, scope: Scope) {
  return {
    helpWanted: async (id) => {
      const row = await db.helpWanted.findFirst({ where: { id, ...inScope(scope) } });
      return row ? toHelp(row) : undefined;
    },
    freeNow: async (now) => {
      const where = { freeUntil: { gt: now }, paused: false, person: inScope(scope) };
      const rows = await db.tutor.findMany({ where, select: { personId: true, freeUntil: true } });
      return new Map(rows.flatMap(({ personId, freeUntil }) => (freeUntil ? [[personId, freeUntil] as const] : [])));
    },
  } satisfies Partial<Reads>;
}

export function helpWrites({ sql, prisma: tx }: Connection, scope: Scope) {
  const locked = async (id: string) => {
    await sql('SELECT id FROM help_wanted WHERE id = $1 FOR UPDATE', id);
    const row = await tx.helpWanted.findFirst({ where: { id, ...inScope(scope) } });
    return row ? toHelp(row) : undefined;
  };
  return {
    setFreeUntil: async (personId, until) => {
      await tx.tutor.updateMany({ where: { personId }, data: { freeUntil: until ?? null } });
    },
    addHelpWanted: async ({ organization, person, session, ...help }) => {
      const data = { ...help, organizationId: organization, personId: person, sessionId: session ?? null };
      await tx.helpWanted.create({ data });
    },
    openHelp: async (personId, now) => {
      const where = { personId, lapsesAt: { gt: now }, sessionId: null, ...inScope(scope) };
      return (await tx.helpWanted.findMany({ where, orderBy: { id: 'asc' } })).map(toHelp);
    },
    lockHelp: locked,
    changeHelp: async (id, { lapsesAt, session }) => {
      const data = { ...(lapsesAt && { lapsesAt }), ...(session !== undefined && { sessionId: session }) };
      await tx.helpWanted.updateMany({ where: { id }, data });
    },
  } satisfies Partial<Transaction>;
}

function toHelp({ organizationId, personId, sessionId, ...row }: Row): HelpWanted {
  return { ...row, organization: organizationId, person: personId, session: sessionId ?? undefined };
}
