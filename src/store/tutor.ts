import { z } from 'zod';
import type { Tutor, WeeklyHours } from '../core/people/person.ts';
import type { TutorQuery } from '../core/people/port.ts';
import type { OrganizationReads, Reads, Transaction } from '../core/store.ts';
import type { Client } from './client.ts';
import type { Connection } from './connection.ts';
import type { Prisma } from './generated/client.ts';
import { literally } from './like.ts';
import { toPerson, WITH_ZONE } from './person.ts';
import { ofPersonIn, type Scope } from './scope.ts';
import { ensureSubjects, subjectsNamed } from './subject.ts';

const WITH = {
  person: { include: WITH_ZONE },
  subjects: { include: { subject: true }, orderBy: { subject: { name: 'asc' } } },
} as const satisfies Prisma.TutorInclude;

type Row = Prisma.TutorGetPayload<{ include: typeof WITH }>;

const Week: z.ZodType<WeeklyHours[]> = z.array(z.object({ day: z.number(), from: z.string(), to: z.string() }));

export function tutorReads({ prisma: db }: Connection, scope: Scope) {
  return {
    tutor: async (personId) => {
      const row = await db.tutor.findUnique({ where: { personId, ...ofPersonIn(scope) }, include: WITH });
      return row ? toTutor(row) : undefined;
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
      return tutorReads({ sql, prisma: tx }, scope).tutor(personId);
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
