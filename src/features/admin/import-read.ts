import { languages } from '../../conversation/languages/index.ts';
import type { Text } from '../../conversation/message.ts';
import type { ImportedPerson } from '../../core/people/imports.ts';
import { meantBy } from '../../core/people/names.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal, type RefusalCode, type Refusals } from '../../core/refusal.ts';
import { spellingKey } from '../../core/spelling.ts';
import { type CsvRow, fromCsv, NotATable } from '../../core/tables/csv.ts';
import type { Deps } from '../shared/deps.ts';
import { SUGGESTIONS } from '../shared/people.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { zoneMeant } from '../shared/zones.ts';
import { readOffer } from '../teaching/teach.ts';

export const ROWS_MOST = 300;

const COLUMNS = ['name', 'id', 'subjects', 'hours', 'lengths', 'bio', 'zone'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Readonly<Record<Column, string>>;

/** What an admin's table says, and everything that is wrong with it, by its line. */
export interface Read {
  readonly people: readonly ImportedPerson[];
  readonly problems: readonly { readonly line: number; readonly text: Text }[];
}

/** An id as the chats write it in plain text. */
const USER_ID = /^[A-Z0-9]{9,21}$/;

/** Reads a table of people and tutors. Nothing is done by it. */
export async function readTable(by: Actor, text: string, deps: Deps): Promise<Read> {
  const reader = readerOf(by);
  const { import: words } = reader.words;
  const problem = (line: number, text: Text): Read => ({ people: [], problems: [{ line, text }] });
  try {
    const { head, rows } = fromCsv(text);
    const columns = columnsIn(head);
    const unknown = head.filter((name) => name !== '' && !columns.has(name));
    if (unknown.length > 0) return problem(1, words.unknownColumn(unknown.join(', '), words.columns));
    if (![...columns.values()].includes('name')) return problem(1, words.noName(words.columns));
    if (rows.length === 0) return problem(1, words.noRows);
    if (rows.length > ROWS_MOST) return problem(ROWS_MOST + 1, words.tooManyRows(ROWS_MOST));
    const read = [];
    for (const row of rows) read.push(await readRow(by, row, cellsOf(row, columns), reader, deps));
    return together(read, reader);
  } catch (error) {
    if (error instanceof NotATable) return problem(error.line, words.notATable);
    throw error;
  }
}

/** Which column each name of the head is, in any language. */
function columnsIn(head: readonly string[]): ReadonlyMap<string, Column> {
  const found = head.flatMap((name) => {
    const column = COLUMNS.find((one) =>
      [one, ...languages.map(({ words }) => words.import.heads[one])].some(
        (called) => spellingKey(called) === spellingKey(name),
      ),
    );
    return column ? [[name, column] as const] : [];
  });
  return new Map(found);
}

function cellsOf({ cells }: CsvRow, columns: ReadonlyMap<string, Column>): Cells {
  const none = { name: '', id: '', subjects: '', hours: '', lengths: '', bio: '', zone: '' };
  return { ...none, ...Object.fromEntries([...columns].map(([name, column]) => [column, cells[name] ?? ''])) };
}

type RowRead = { readonly line: number } & ({ readonly person: ImportedPerson } | { readonly texts: readonly Text[] });

async function readRow(by: Actor, { line }: CsvRow, cells: Cells, reader: Reader, deps: Deps): Promise<RowRead> {
  const texts: Text[] = [];
  const heard = async <T>(work: () => Promise<T> | T): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { code, data }: { code: RefusalCode; data: Refusals[RefusalCode] } = error;
      const said = reader.words.refusals[code] as (data: Refusals[RefusalCode], zone: string | undefined) => Text;
      texts.push(said(data, reader.zone));
      return undefined;
    }
  };
  const who = await heard(() => whoIs(by, cells, deps));
  const known = who && 'person' in who ? await deps.store.tutor(who.person) : undefined;
  const isTutor = cells.subjects !== '' || cells.hours !== '' || cells.lengths !== '' || cells.bio !== '';
  const offer = isTutor ? await heard(() => readOffer(reader, cells, known)) : undefined;
  const zone = cells.zone === '' ? undefined : await heard(() => oneZone(cells.zone, reader));
  if (who === undefined || texts.length > 0) return { line, texts };
  return { line, person: { who, offer, zone } };
}

/** @throws Refusal where nobody, or nobody in particular, is meant. */
async function whoIs(by: Actor, { name, id }: Cells, deps: Deps): Promise<ImportedPerson['who']> {
  const userId = id.replace(/^<@!?|>$/g, '');
  if (userId !== '') {
    if (!USER_ID.test(userId)) throw new Refusal('not-an-account', { typed: userId });
    const account = await deps.store.account(by.account.chat, userId);
    if (account) return { person: account.person };
    if (name === '') throw new Refusal('unknown-person', { typed: userId });
    return { userId, name };
  }
  const found = await deps.store.peopleNamed(name, SUGGESTIONS);
  const exact = found.filter((one) => spellingKey(one.name) === spellingKey(name));
  const [only, ...others] = exact.length > 0 ? exact : meantBy(found, name);
  if (name === '' || !only || others.length > 0) throw new Refusal('unknown-person', { typed: name });
  return { person: only.id };
}

/** @throws Refusal */
function oneZone(typed: string, reader: Reader): string {
  const zone = zoneMeant(typed, reader);
  if (typeof zone !== 'string') throw new Refusal('unknown-zone', { typed });
  return zone;
}

/** Nobody stands in it twice. */
function together(read: readonly RowRead[], reader: Reader): Read {
  const seen = new Map<string, number>();
  const people: ImportedPerson[] = [];
  const problems = read.flatMap((row) => {
    if ('texts' in row) return row.texts.map((text) => ({ line: row.line, text }));
    const key = 'person' in row.person.who ? row.person.who.person : row.person.who.userId;
    const before = seen.get(key);
    if (before !== undefined) return [{ line: row.line, text: reader.words.import.twice(before) }];
    seen.set(key, row.line);
    people.push(row.person);
    return [];
  });
  return { people, problems };
}
