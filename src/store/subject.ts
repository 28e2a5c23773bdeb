import { newId } from '../core/id.ts';
import type { OrganizationReads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import type { Sql } from './sql.ts';
import { insert } from './table.ts';

interface Row {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

const SUBJECTS = `SELECT s.id, s.key, s.name, coalesce(s.aliases, '{}') AS "aliases" FROM subject s`;

/** What makes two spellings one subject: the name without case, accents and needless spaces. */
export function subjectKey(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim().replace(/\s+/g, ' ');
}

export function subjectWrites({ sql, prisma: tx }: Connection) {
  return {
    saveSubject: async ({ id, name, aliases }) => {
      await tx.subject.update({ where: { id }, data: { name, key: subjectKey(name), aliases: [...aliases] } });
    },
    mergeSubjects: async (from, into) => {
      await sql(
        `INSERT INTO tutor_subject (tutor_id, subject_id) SELECT tutor_id, $2 FROM tutor_subject WHERE subject_id = $1
         ON CONFLICT DO NOTHING`,
        from,
        into,
      );
      await sql('DELETE FROM subject WHERE id = $1', from);
    },
  } satisfies Partial<Transaction>;
}

export function subjectSearches({ sql, prisma: db }: Connection, organizationId: string) {
  return {
    allSubjects: async () => {
      const rows = await db.subject.findMany({
        where: { organizationId },
        include: { _count: { select: { tutors: true } } },
        orderBy: { name: 'asc' },
      });
      return rows.map(({ id, name, aliases, _count }) => ({ id, name, aliases, tutors: _count.tutors }));
    },
    subjects: async (like) => {
      const rows = await sql<Row>(
        `${SUBJECTS} WHERE s.organization_id = $1 AND EXISTS (
           SELECT FROM tutor_subject ts JOIN tutor t ON t.person_id = ts.tutor_id
           WHERE ts.subject_id = s.id AND NOT t.paused AND t.standing = 'approved'
         ) ORDER BY s.name`,
        organizationId,
      );
      const wanted = subjectKey(like ?? '');
      return rows
        .filter(({ name, aliases }) => [name, ...aliases].some((one) => subjectKey(one).includes(wanted)))
        .map(({ name }) => name);
    },
  } satisfies Partial<OrganizationReads>;
}

/** The ids of the subjects that go by this name or alias. An organization has tens of subjects: all are looked at. */
export async function subjectsNamed(sql: Sql, organizationId: string, name: string): Promise<string[]> {
  const named = await subjectIndex(sql, organizationId);
  const id = named.get(subjectKey(name));
  return id === undefined ? [] : [id];
}

/** The ids of these subjects, each added where the organization has none of that name or alias. */
export async function ensureSubjects(sql: Sql, organizationId: string, names: readonly string[]): Promise<string[]> {
  const wanted = new Map(names.map((name) => [subjectKey(name), name.trim()]));
  const known = await subjectIndex(sql, organizationId);
  const missing = [...wanted].filter(([key]) => !known.has(key));
  const added = missing.map(([key, name]) => ({ id: newId(), organizationId, key, name, aliases: [] }));
  await insert(sql, 'subject', added, 'id');
  const all = added.length > 0 ? await subjectIndex(sql, organizationId) : known;
  return [...new Set([...wanted.keys()].flatMap((key) => all.get(key) ?? []))];
}

async function subjectIndex(sql: Sql, organizationId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<Row>(`${SUBJECTS} WHERE s.organization_id = $1`, organizationId);
  return new Map([
    ...rows.flatMap(({ id, aliases }) => aliases.map((alias) => [subjectKey(alias), id] as const)),
    ...rows.map(({ id, key }) => [key, id] as const), // a name comes before another's alias
  ]);
}
