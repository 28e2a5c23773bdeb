import { newId } from '../core/id.ts';
import { UNSAID_LOCALE } from '../core/locale.ts';
import type { Account, Person } from '../core/people/person.ts';
import type { Sighting } from '../core/people/port.ts';
import type { Database } from './open.ts';
import {
  ACCOUNT_COLUMNS,
  type AccountRow,
  inTheirLanguage,
  PERSON_ROW,
  type PersonRow,
  toAccount,
  toPerson,
} from './person.ts';
import type { Sql } from './sql.ts';
import { fromJson, insert, update } from './table.ts';

/** How old `seenAt` may get before seeing somebody unchanged is worth a write. */
const SEEN_ANEW_MS = 24 * 60 * 60 * 1000;

type Row = AccountRow & { readonly person: PersonRow };
type Seen = Sighting & { readonly organization: string };
type Recognised = { person: Person; account: Account };

/** Finds or adds who acts. Somebody known and unchanged costs one read. */
export async function recognise(database: Database, sighting: Seen, at: Date): Promise<Recognised> {
  const row =
    (await find(database, sighting)) ?? (await add(database, sighting, at)) ?? (await find(database, sighting));
  if (!row) throw new Error(`account ${sighting.chat} ${sighting.userId} vanished while it was recognised`);
  const news = newsOf(row, sighting, at);
  if (!news) return toRecognised(row);
  const { person, account } = toRecognised(await updateBoth(database, row, sighting, news));
  // That their DMs were closed is forgotten from here on, but whoever sees them now has to say so once.
  return { person, account: { ...account, dmClosed: toAccount(row).dmClosed } };
}

async function find({ sql }: Pick<Database, 'sql'>, { organization, chat, userId }: Seen): Promise<Row | undefined> {
  const [row] = await sql<Row>(
    `SELECT ${ACCOUNT_COLUMNS}, (SELECT row_to_json(one) FROM (
       SELECT ${PERSON_ROW} FROM person p WHERE p.id = a.person_id
     ) AS one) AS "person" FROM account a WHERE a.organization_id = $1 AND a.chat = $2 AND a.user_id = $3`,
    organization,
    chat,
    userId,
  );
  return row && { ...row, person: fromJson(row.person) };
}

/** Adds who has not acted yet. */
export async function addAccount({ sql }: Pick<Database, 'sql'>, sighting: Seen, at: Date): Promise<Person> {
  await addUnlessThere(sql, sighting, at);
  const row = await find({ sql }, sighting);
  if (!row) throw new Error(`account ${sighting.chat} ${sighting.userId} was not added`);
  return toRecognised(row).person;
}

/** Undefined when somebody else added the same account at the same time. */
function add(database: Database, sighting: Seen, at: Date): Promise<Row | undefined> {
  return database.transaction(async ({ sql }) =>
    (await addUnlessThere(sql, sighting, at)) ? find({ sql }, sighting) : undefined,
  );
}

async function addUnlessThere(sql: Sql, sighting: Seen, at: Date): Promise<boolean> {
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
    seenAt: at,
  };
  await insert(sql, 'organization', [{ id: organizationId }], 'id');
  await insert(sql, 'person', [{ id: personId, organizationId, name: sighting.name }], 'id');
  const added = await insert(sql, 'account', [account], 'id');
  if (added.length > 0) return true;
  await sql('DELETE FROM person WHERE id = $1', personId);
  return false;
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

async function updateBoth(
  database: Database,
  row: Row,
  sighting: Seen,
  news: NonNullable<ReturnType<typeof newsOf>>,
): Promise<Row> {
  // A person goes by the name of the account that gave it to them.
  const isRenamed = row.name !== sighting.name && row.person.name === row.name;
  await database.transaction(async ({ sql }) => {
    await update(sql, 'account', { id: row.id }, news);
    if (isRenamed) await update(sql, 'person', { id: row.personId }, { name: sighting.name });
  });
  const changed = await find(database, sighting);
  if (!changed) throw new Error(`account ${row.id} vanished while it was changed`);
  return changed;
}

function toRecognised({ person: row, ...account }: Row): Recognised {
  const person = toPerson(row);
  return { person, account: inTheirLanguage(person, toAccount(account)) };
}
