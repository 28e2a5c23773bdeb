import { z } from 'zod';
import type { Account, Contact, Person } from '../core/people/person.ts';
import type { OrganizationReads, Reads, Transaction } from '../core/store.ts';
import type { Viewer } from './block.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { literally } from './like.ts';
import { nulls } from './nulls.ts';
import type { Scope } from './scope.ts';
import type { Sql } from './sql.ts';
import { asJson, columns, fromJson, update } from './table.ts';

/** What a person is made of: without a zone of their own they have that of the account seen last that shows one. */
export const WITH_ZONE = {
  accounts: { where: { zone: { not: null } }, orderBy: { seenAt: 'desc' }, take: 1, select: { zone: true } },
} as const satisfies Prisma.PersonInclude;

/** The same by hand, for a statement that calls the person `p`. */
export const PERSON_ROW = `${columns('p', Prisma.PersonScalarFieldEnum)}, (SELECT COALESCE(json_agg(seen), '[]') FROM (
  SELECT a.zone FROM account a WHERE a.person_id = p.id AND a.zone IS NOT NULL ORDER BY a.seen_at DESC LIMIT 1
) AS seen) AS "accounts"`;

export const ACCOUNT_COLUMNS = columns('a', Prisma.AccountScalarFieldEnum);
const ACCOUNT_JSON = asJson('a', Prisma.AccountScalarFieldEnum);

/** With all that they can be reached by. */
export const CONTACT_ROW = `${PERSON_ROW}, COALESCE((SELECT json_agg(${ACCOUNT_JSON} ORDER BY a.seen_at DESC, a.id)
  FROM account a WHERE a.person_id = p.id), '[]') AS "all"`;

export type PersonRow = Row;
export type ContactRow = Row & { readonly all: readonly AccountRow[] };

type Row = Prisma.PersonGetPayload<{ include: typeof WITH_ZONE }>;
export type AccountRow = Prisma.AccountGetPayload<Record<never, never>>;

const Leads = z.array(z.number());

/** What is kept of somebody's leads. */
export function leadsIn(stored: unknown): readonly number[] {
  return Leads.parse(stored);
}

export function personReads({ sql }: Connection, scope: Scope) {
  const people = async (ids: readonly string[]) => {
    if (ids.length === 0) return [];
    const { are, values } = among(ids);
    const text = `SELECT ${PERSON_ROW} FROM person p WHERE ${are} AND p.forgotten_at IS NULL
      AND ($1::text IS NULL OR p.organization_id = $1)`;
    return (await sql<Row>(text, scope ?? null, ...values)).map(toPerson);
  };
  return {
    person: async (id) => (await people([id]))[0],
    people: async (ids) => new Map((await people(ids)).map((person) => [person.id, person])),
    contacts: async (ids) => {
      if (ids.length === 0) return new Map();
      const { are, values } = among(ids);
      const text = `SELECT ${CONTACT_ROW} FROM person p WHERE ${are} AND p.forgotten_at IS NULL
        AND ($1::text IS NULL OR p.organization_id = $1)`;
      const rows = await sql<ContactRow>(text, scope ?? null, ...values);
      return new Map(rows.map((row) => [row.id, toContact(row)]));
    },
    accounts: async (personId) => {
      const rows = await sql<AccountRow & { readonly language: string | null }>(
        `SELECT ${ACCOUNT_COLUMNS}, (SELECT p.language FROM person p WHERE p.id = a.person_id) AS "language"
         FROM account a WHERE a.person_id = $1 AND ($2::text IS NULL OR a.organization_id = $2)
         ORDER BY a.seen_at DESC, a.id`,
        personId,
        scope ?? null,
      );
      return rows.map((row) => ({ ...toAccount(row), locale: row.language ?? row.locale }));
    },
  } satisfies Partial<Reads>;
}

/** That a person is one of these, after a first value. Two at most, as nearly always, are planned once; a list is each time. */
function among(ids: readonly string[]): { readonly are: string; readonly values: readonly unknown[] } {
  const [one, other = one] = ids;
  return ids.length > 2
    ? { are: 'p.id = ANY($2::text[])', values: [[...ids]] }
    : { are: 'p.id IN ($2, $3)', values: [one, other] };
}

/** A session in which this person is, or in which they were asked to teach. */
function withThem(personId: string) {
  return { OR: [{ participants: { some: { personId } } }, { candidates: { some: { personId } } }] };
}

export function personSearches({ prisma: db }: Connection, organizationId: string, viewer: Viewer) {
  return {
    peopleNamed: async (name, limit, knownTo) => {
      const rows = await db.person.findMany({
        where: {
          organizationId,
          forgottenAt: null,
          linkedTo: null,
          ...(viewer !== undefined && { blocks: { none: { ofId: viewer } }, blockedBy: { none: { byId: viewer } } }),
          name: { contains: literally(name), mode: 'insensitive' },
          ...(knownTo === undefined ? {} : { participations: { some: { session: withThem(knownTo) } } }),
        },
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

/** Whoever only refers to them need not wait. */
export async function lockPerson(sql: Sql, id: string): Promise<void> {
  await sql('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', id);
}

export function personWrites({ sql, prisma: tx }: Connection) {
  return {
    lockPerson: (id) => lockPerson(sql, id),
    changePerson: async (id, patch) => {
      const { reminderLeads, email, emailConfirmedAt, feedSecret, language, reachIn, quiet, silencedAt, ...rest } =
        patch;
      // Looked at anew with the next tick.
      if ('quiet' in patch)
        await sql(
          'UPDATE delivery SET wait_until = to_timestamp(0) WHERE person_id = $1 AND wait_until IS NOT NULL',
          id,
        );
      const leads = reminderLeads === undefined ? Prisma.DbNull : [...reminderLeads];
      await tx.person.update({
        where: { id },
        data: {
          ...rest,
          ...('email' in patch ? { email: email ?? null, emailConfirmedAt: emailConfirmedAt ?? null } : {}),
          ...('feedSecret' in patch ? { feedSecret: feedSecret ?? null } : {}),
          ...('silencedAt' in patch ? { silencedAt: silencedAt ?? null } : {}),
          ...('language' in patch ? { language: language ?? null } : {}),
          ...('reachIn' in patch ? { reachIn: reachIn ?? null } : {}),
          ...('quiet' in patch ? { quietFrom: quiet?.from ?? null, quietTo: quiet?.to ?? null } : {}),
          ...('reminderLeads' in patch ? { reminderLeads: leads } : {}),
        },
      });
    },
    setPendingAddress: async (personId, pending) => {
      if (!pending) return void (await tx.emailCode.deleteMany({ where: { personId } }));
      await tx.emailCode.upsert({ where: { personId }, create: { ...pending, personId }, update: pending });
    },
    codesOwed: (personId, toMail, since) =>
      tx.delivery.count({ where: { kind: 'email-code', owedAt: { gt: since }, OR: [{ personId }, { toMail }] } }),
    removeCodesBefore: async (at) => {
      await tx.emailCode.deleteMany({ where: { expiresAt: { lt: at } } });
    },
    changeAccount: async (id, patch) => {
      const { dmClosed, ...rest } = patch;
      const closed = { dmClosedAt: dmClosed?.since, dmClosedWhy: dmClosed?.why };
      await update(sql, 'account', { id }, { ...rest, ...('dmClosed' in patch ? nulls(closed) : {}) });
    },
  } satisfies Partial<Transaction>;
}

export function toPerson(row: Row): Person {
  return {
    id: row.id,
    organization: row.organizationId,
    name: row.name,
    zone: row.zone ?? row.accounts[0]?.zone ?? undefined,
    email: row.emailConfirmedAt ? (row.email ?? undefined) : undefined,
    wantsMail: row.wantsMail,
    calendar: row.feedSecret !== null ? 'feed' : row.wantsFiles ? 'files' : 'none',
    reminderLeads: row.reminderLeads === null ? undefined : leadsIn(row.reminderLeads),
    ...(row.silencedAt !== null && { isSilenced: true }),
    ...(row.language !== null && { language: row.language }),
    ...(row.reachIn !== null && { reachIn: row.reachIn }),
    ...(row.suspendedUntil !== null && { suspendedUntil: new Date(row.suspendedUntil) }),
    ...(row.bannedAt !== null && { isBanned: true }),
    ...(row.quietFrom !== null && row.quietTo !== null && { quiet: { from: row.quietFrom, to: row.quietTo } }),
  };
}

export function toContact(row: ContactRow): Contact {
  const person = toPerson(row);
  return { person, accounts: row.all.map((one) => inTheirLanguage(person, toAccount(fromJson(one)))) };
}

/** What they chose to read in counts before what their chat says. */
export function inTheirLanguage({ language }: Person, account: Account): Account {
  return language === undefined ? account : { ...account, locale: language };
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
