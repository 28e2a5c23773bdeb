import { newId } from '../core/id.ts';
import { UNSAID_LOCALE } from '../core/locale.ts';
import type { Account, Person } from '../core/people/person.ts';
import type { Sighting } from '../core/people/port.ts';
import type { Prisma, PrismaClient } from './generated/client.ts';
import { toAccount, toPerson, WITH_ZONE } from './person.ts';

/** How old `seenAt` may get before seeing somebody unchanged is worth a write. */
const SEEN_ANEW_MS = 24 * 60 * 60 * 1000;

const WITH_PERSON = { person: { include: WITH_ZONE } } as const satisfies Prisma.AccountInclude;

type Row = Prisma.AccountGetPayload<{ include: typeof WITH_PERSON }>;
type Seen = Sighting & { readonly organization: string };
type Recognised = { person: Person; account: Account };

/** Finds or adds who acts. Somebody known and unchanged costs one read. */
export async function recognise(prisma: PrismaClient, sighting: Seen, at: Date): Promise<Recognised> {
  const row = (await find(prisma, sighting)) ?? (await add(prisma, sighting, at)) ?? (await find(prisma, sighting));
  if (!row) throw new Error(`account ${sighting.chat} ${sighting.userId} vanished while it was recognised`);
  const news = newsOf(row, sighting, at);
  if (!news) return toRecognised(row);
  const { person, account } = toRecognised(await update(prisma, row, sighting, news));
  // That their DMs were closed is forgotten from here on, but whoever sees them now has to say so once.
  return { person, account: { ...account, dmClosed: toAccount(row).dmClosed } };
}

function find(prisma: PrismaClient, { organization: organizationId, chat, userId }: Seen): Promise<Row | null> {
  return prisma.account.findUnique({
    where: { organizationId_chat_userId: { organizationId, chat, userId } },
    include: WITH_PERSON,
  });
}

/** Undefined when somebody else added the same account at the same time. */
async function add(prisma: PrismaClient, sighting: Seen, at: Date): Promise<Row | undefined> {
  const { organization: organizationId, locale = UNSAID_LOCALE, zone, dmChannel, opensHome, ...shown } = sighting;
  const personId = newId();
  const account = {
    ...shown,
    id: newId(),
    organizationId,
    personId,
    locale,
    zone: zone ?? null,
    dmChannel: dmChannel ?? null,
    homeOpenedAt: opensHome ? at : null,
  };
  return prisma.$transaction(async (tx) => {
    await tx.organization.createMany({ data: { id: organizationId }, skipDuplicates: true });
    await tx.person.create({ data: { id: personId, organizationId, name: sighting.name } });
    const { count } = await tx.account.createMany({ data: { ...account, seenAt: at }, skipDuplicates: true });
    if (count === 0) {
      await tx.person.delete({ where: { id: personId } });
      return undefined;
    }
    return tx.account.findUniqueOrThrow({ where: { id: account.id }, include: WITH_PERSON });
  });
}

/** What the sighting shows that we did not know; undefined when it is nothing. */
function newsOf(row: Row, sighting: Seen, at: Date) {
  const { space, name, locale = row.locale, zone = row.zone, dmChannel = row.dmChannel } = sighting;
  const isOld = (seen: Date | null) => at.getTime() - (seen?.getTime() ?? 0) > SEEN_ANEW_MS;
  const homeOpenedAt = sighting.opensHome && isOld(row.homeOpenedAt) ? at : row.homeOpenedAt;
  const isNew =
    row.name !== name ||
    row.locale !== locale ||
    row.zone !== zone ||
    row.dmChannel !== dmChannel ||
    row.dmClosedAt !== null ||
    row.homeOpenedAt !== homeOpenedAt ||
    isOld(row.seenAt);
  const seen = { space, name, locale, zone, dmChannel, dmClosedAt: null, dmClosedWhy: null, homeOpenedAt, seenAt: at };
  return isNew ? seen : undefined;
}

function update(
  prisma: PrismaClient,
  row: Row,
  sighting: Seen,
  news: NonNullable<ReturnType<typeof newsOf>>,
): Promise<Row> {
  // A person goes by the name of the account that gave it to them.
  const renamed = row.name !== sighting.name && row.person.name === row.name;
  return prisma.account.update({
    where: { id: row.id },
    data: { ...news, ...(renamed ? { person: { update: { name: sighting.name } } } : {}) },
    include: WITH_PERSON,
  });
}

function toRecognised({ person, ...account }: Row): Recognised {
  return { person: toPerson(person), account: toAccount(account) };
}
