import { z } from 'zod';
import type { Tutor, WeeklyHours } from '../core/people/person.ts';
import type { OrganizationReads, Reads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { literally } from './like.ts';
import { PERSON_ROW, type PersonRow, toPerson } from './person.ts';
import type { Scope } from './scope.ts';
import { ensureSubjects, subjectsNamed } from './subject.ts';
import { columns } from './table.ts';

type Row = Prisma.TutorGetPayload<Record<never, never>> & {
  readonly person: PersonRow;
  readonly subjects: readonly { readonly subject: { readonly name: string } }[];
};

/** A tutor with all that belongs to one: read at every request and every card about one. */
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

export function tutorSearches({ sql, prisma }: Connection, organization: string) {
  return {
    tutors: async ({ subject, name, isPaused, limit, offset }) => {
      const subjects = subject === undefined ? null : await subjectsNamed(prisma, organization, subject);
      const rows = await sql<Row>(
        `WITH page AS (
           SELECT t.person_id FROM person p JOIN tutor t ON t.person_id = p.id
           WHERE p.organization_id = $1 AND ($2::text IS NULL OR p.name ILIKE $2) AND ($3::boolean IS NULL OR t.paused = $3)
             AND ($4::text[] IS NULL OR EXISTS (
               SELECT FROM tutor_subject ts WHERE ts.tutor_id = t.person_id AND ts.subject_id = ANY($4)
             ))
           ORDER BY p.name, t.person_id LIMIT $5 OFFSET $6
         ) ${TUTOR} JOIN page ON page.person_id = t.person_id ORDER BY whose.name, t.person_id`,
        organization,
        name === undefined ? null : `%${literally(name)}%`,
        isPaused ?? null,
        subjects,
        limit ?? null,
        offset ?? 0,
      );
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
