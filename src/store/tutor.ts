import { z } from 'zod';
import type { Tutor, WeeklyHours } from '../core/people/person.ts';
import type { TutorQuery } from '../core/people/port.ts';
import type { OrganizationReads, Reads, Transaction } from '../core/store.ts';
import type { Client } from './client.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { literally } from './like.ts';
import { PERSON_ROW, toPerson, WITH_ZONE } from './person.ts';
import type { Scope } from './scope.ts';
import { ensureSubjects, subjectsNamed } from './subject.ts';
import { columns } from './table.ts';

const WITH = {
  person: { include: WITH_ZONE },
  subjects: { include: { subject: true }, orderBy: { subject: { name: 'asc' } } },
} as const satisfies Prisma.TutorInclude;

type Row = Omit<Prisma.TutorGetPayload<{ include: typeof WITH }>, 'subjects'> & {
  readonly subjects: readonly { readonly subject: { readonly name: string } }[];
};

/** The same by hand: a tutor is read at every request and every card about one. */
const TUTOR = `SELECT ${columns('t', Prisma.TutorScalarFieldEnum)},
  (SELECT row_to_json(one) FROM (SELECT ${PERSON_ROW} FROM person p WHERE p.id = t.person_id) AS one) AS "person",
  COALESCE((SELECT json_agg(json_build_object('subject', json_build_object('name', s.name)) ORDER BY s.name)
    FROM tutor_subject ts JOIN subject s ON s.id = ts.subject_id WHERE ts.tutor_id = t.person_id), '[]') AS "subjects"
  FROM tutor t JOIN person whose ON whose.id = t.person_id`;

const Week: z.ZodType<WeeklyHours[]> = z.array(z.object({ day: z.number(), from: z.string(), to: z.string() }));

export function tutorReads({ sql }: Pick<Connection, 'sql'>, scope: Scope) {
  return {
    tutor: async (personId) => {
      const where = 'WHERE t.person_id = $1 AND ($2::text IS NULL OR whose.organization_id = $2)';
      const [row] = await sql<Row>(`${TUTOR} ${where}`, personId, scope ?? null);
      return row && toTutor(row);
    },
  } satisfies Partial<Reads>;
}

export function tutorSearches({ prisma: db }: Connection, organization: string) {
  return {
    tutors: async (query) => {
      const rows = await db.tutor.findMany({
        where: await matching(db, organization, query),
        include: WITH,
        orderBy: [{ person: { name: 'asc' } }, { personId: 'asc' }],
        ...(query.limit === undefined ? {} : { take: query.limit }),
        ...(query.offset === undefined ? {} : { skip: query.offset }),
      });
      return rows.map(toTutor);
    },
  } satisfies Partial<OrganizationReads>;
}

export function tutorWrites({ sql, prisma: tx }: Connection, scope: Scope) {
  return {
    lockTutor: async (personId) => {
      // The person, because there is no tutor yet before the first offer. Whoever only refers to them need not wait.
      await sql('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', personId);
      return tutorReads({ sql }, scope).tutor(personId);
    },
    saveOffer: async ({ id: personId, organization }, { subjects, isPaused, lengths, weeklyHours, ...offer }) => {
      const data = {
        bio: offer.bio,
        defaultPlatform: offer.defaultPlatform ?? null,
        ownRoom: offer.ownRoom ?? null,
        platformAccount: offer.platformAccount ?? null,
        lengths: [...lengths],
        weeklyHours: weeklyHours.map(({ day, from, to }) => ({ day, from, to })),
        paused: isPaused,
      };
      await tx.tutor.upsert({ where: { personId }, create: { ...data, personId }, update: data });
      const subjectIds = await ensureSubjects(tx, organization, subjects);
      await tx.tutorSubject.deleteMany({ where: { tutorId: personId, subjectId: { notIn: subjectIds } } });
      await tx.tutorSubject.createMany({
        data: subjectIds.map((subjectId) => ({ tutorId: personId, subjectId })),
        skipDuplicates: true,
      });
    },
    addRating: async (personId, sum, count) => {
      // An admin who met somebody need not be a tutor.
      await tx.tutor.updateMany({
        where: { personId },
        data: { ratingSum: { increment: sum }, ratingCount: { increment: count } },
      });
    },
  } satisfies Partial<Transaction>;
}

async function matching(
  db: Client,
  organization: string,
  { subject, name, isPaused }: TutorQuery,
): Promise<Prisma.TutorWhereInput> {
  return {
    person: {
      organizationId: organization,
      ...(name === undefined ? {} : { name: { contains: literally(name), mode: 'insensitive' } }),
    },
    ...(isPaused === undefined ? {} : { paused: isPaused }),
    ...(subject === undefined
      ? {}
      : { subjects: { some: { subjectId: { in: await subjectsNamed(db, organization, subject) } } } }),
  };
}

function toTutor(row: Row): Tutor {
  return {
    person: toPerson(row.person),
    bio: row.bio,
    subjects: row.subjects.map(({ subject }) => subject.name),
    lengths: row.lengths,
    defaultPlatform: row.defaultPlatform ?? undefined,
    weeklyHours: Week.parse(row.weeklyHours),
    ownRoom: row.ownRoom ?? undefined,
    platformAccount: row.platformAccount ?? undefined,
    isPaused: row.paused,
    ratingSum: row.ratingSum,
    ratingCount: row.ratingCount,
  };
}
