import { z } from 'zod';
import type { Account, Person } from '../core/people/person.ts';
import type { OrganizationReads, Reads, Transaction } from '../core/store.ts';
import type { Client } from './client.ts';
import { Prisma } from './generated/client.ts';
import { literally } from './like.ts';
import { nulls } from './nulls.ts';
import { inScope, type Scope } from './scope.ts';

/** What a person is made of: without a zone of their own they have that of the account seen last that shows one. */
export const WITH_ZONE = {
  accounts: { where: { zone: { not: null } }, orderBy: { seenAt: 'desc' }, take: 1, select: { zone: true } },
} as const satisfies Prisma.PersonInclude;

type Row = Prisma.PersonGetPayload<{ include: typeof WITH_ZONE }>;
type AccountRow = Prisma.AccountGetPayload<Record<never, never>>;

const SEEN_LAST_FIRST: Prisma.AccountOrderByWithRelationInput[] = [{ seenAt: 'desc' }, { id: 'asc' }];

const Leads = z.array(z.number());

/** What is kept of somebody's leads. */
export function leadsIn(stored: unknown): readonly number[] {
  return Leads.parse(stored);
}

export function personReads(db: Client, scope: Scope) {
  return {
    person: async (id) => {
      const row = await db.person.findUnique({ where: { id, ...inScope(scope) }, include: WITH_ZONE });
      return row ? toPerson(row) : undefined;
    },
    people: async (ids) => {
      const rows = await db.person.findMany({ where: { id: { in: [...ids] }, ...inScope(scope) }, include: WITH_ZONE });
      return new Map(rows.map((row) => [row.id, toPerson(row)]));
    },
    contacts: async (ids) => {
      if (ids.length === 0) return new Map();
      const rows = await db.person.findMany({
        where: { id: { in: [...ids] }, ...inScope(scope) },
        include: { accounts: { orderBy: SEEN_LAST_FIRST } },
      });
      return new Map(
        rows.map((row) => [row.id, { person: toPerson(withZone(row)), accounts: row.accounts.map(toAccount) }]),
      );
    },
    accounts: async (personId) => {
      const rows = await db.account.findMany({
        where: { personId, ...inScope(scope) },
        orderBy: SEEN_LAST_FIRST,
      });
      return rows.map(toAccount);
    },
  } satisfies Partial<Reads>;
}

export function personSearches(db: Client, organizationId: string) {
  return {
    peopleNamed: async (name, limit) => {
      const rows = await db.person.findMany({
        where: { organizationId, name: { contains: literally(name), mode: 'insensitive' } },
        include: WITH_ZONE,
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map(toPerson);
    },
    account: async (chat, userId) => {
      const row = await db.account.findUnique({
        where: { organizationId_chat_userId: { organizationId, chat, userId } },
      });
      return row ? toAccount(row) : undefined;
    },
  } satisfies Partial<OrganizationReads>;
}

export function personWrites(tx: Client) {
  return {
    changePerson: async (id, patch) => {
      const { reminderLeads, email, ...rest } = patch;
      const leads = reminderLeads === undefined ? Prisma.DbNull : [...reminderLeads];
      await tx.person.update({
        where: { id },
        data: {
          ...rest,
          ...('email' in patch ? { email: email ?? null } : {}),
          ...('reminderLeads' in patch ? { reminderLeads: leads } : {}),
        },
      });
    },
    changeAccount: async (id, patch) => {
      const { dmClosed, ...rest } = patch;
      const closed = { dmClosedAt: dmClosed?.since, dmClosedWhy: dmClosed?.why };
      await tx.account.update({ where: { id }, data: { ...rest, ...('dmClosed' in patch ? nulls(closed) : {}) } });
    },
  } satisfies Partial<Transaction>;
}

/** Of all accounts the one that `WITH_ZONE` takes. */
function withZone(row: Omit<Row, 'accounts'> & { accounts: readonly AccountRow[] }): Row {
  return { ...row, accounts: row.accounts.filter((account) => account.zone !== null).slice(0, 1) };
}

export function toPerson(row: Row): Person {
  return {
    id: row.id,
    organization: row.organizationId,
    name: row.name,
    zone: row.zone ?? row.accounts[0]?.zone ?? undefined,
    email: row.email ?? undefined,
    reminderLeads: row.reminderLeads === null ? undefined : leadsIn(row.reminderLeads),
  };
}

export function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    person: row.personId,
    chat: row.chat,
    space: row.space,
    userId: row.userId,
    name: row.name,
    locale: row.locale,
    dmChannel: row.dmChannel ?? undefined,
    dmClosed: row.dmClosedAt ? { since: row.dmClosedAt, why: row.dmClosedWhy ?? '' } : undefined,
    homeOpenedAt: row.homeOpenedAt ?? undefined,
  };
}
