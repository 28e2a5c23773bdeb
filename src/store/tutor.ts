import { z } from 'zod';
import { type Exception, type Rules, START_GRIDS } from '../core/calendar/hours.ts';
import { ANSWERS_KEPT } from '../core/limits.ts';
import type { Person, Tutor, WeeklyHours } from '../core/people/person.ts';
import type { OrganizationReads, Reads, Transaction } from '../core/store.ts';
import type { Statement } from './at-once.ts';
import { notApart, type Viewer } from './block.ts';
import type { Connection } from './connection.ts';
import { Prisma } from './generated/client.ts';
import { lockPerson, PERSON_ROW, type PersonRow, toPerson } from './person.ts';
import { addAccount } from './recognise.ts';
import type { Scope } from './scope.ts';
import { ensureSubjects, subjectsNamed } from './subject.ts';
import { columns, update } from './table.ts';

export type TutorRow = Row;

type Row = Prisma.TutorGetPayload<Record<never, never>> & {
  readonly horizonDays: number;
  readonly person: PersonRow;
  readonly subjects: readonly { readonly subject: { readonly name: string } }[];
};

/** A tutor with all that belongs to one, for a statement that calls the tutor `t`: read at every request and every card about one. */
export const TUTOR_ROW = `${columns('t', Prisma.TutorScalarFieldEnum)},
  (SELECT row_to_json(one) FROM (SELECT ${PERSON_ROW} FROM person p WHERE p.id = t.person_id) AS one) AS "person",
  (SELECT o.horizon_days FROM person p JOIN organization o ON o.id = p.organization_id WHERE p.id = t.person_id) AS "horizonDays",
  COALESCE((SELECT json_agg(json_build_object('subject', json_build_object('name', s.name)) ORDER BY s.name)
    FROM tutor_subject ts JOIN subject s ON s.id = ts.subject_id WHERE ts.tutor_id = t.person_id), '[]') AS "subjects"`;

const TUTOR = `SELECT ${TUTOR_ROW} FROM tutor t JOIN person whose ON whose.id = t.person_id`;

/** Names that are read at once: more tutors than that are found by choosing a subject first. */
const NAMES_MOST = 5000;

const Exceptions: z.ZodType<Exception[]> = z.array(
  z.object({
    id: z.string(),
    kind: z.enum(['off', 'extra']),
    from: z.string(),
    until: z.string(),
    windows: z.array(z.object({ from: z.string(), to: z.string() })),
  }),
);

const Standing = z.enum(['approved', 'applied', 'refused']);

const Week: z.ZodType<WeeklyHours[]> = z.array(z.object({ day: z.number(), from: z.string(), to: z.string() }));

export function tutorReads({ sql }: Pick<Connection, 'sql'>, scope: Scope, viewer?: Viewer) {
  return {
    tutor: async (personId) => {
      const where =
        'WHERE t.person_id = $1 AND whose.linked_to IS NULL AND ($2::text IS NULL OR whose.organization_id = $2)';
      const [row] = await sql<Row>(
        `${TUTOR} ${where} AND ${notApart('t.person_id', '$3::text')}`,
        personId,
        scope ?? null,
        viewer ?? null,
      );
      return row && toTutor(row);
    },
  } satisfies Partial<Reads>;
}

export function tutorSearches({ sql }: Pick<Connection, 'sql'>, organization: string, viewer: Viewer) {
  return {
    tutors: async ({ subject, ids, isPaused, limit, offset }) => {
      const subjects = subject === undefined ? null : await subjectsNamed(sql, organization, subject);
      const rows = await sql<Row>(
        `WITH page AS (
           SELECT t.person_id FROM person p JOIN tutor t ON t.person_id = p.id
           WHERE p.organization_id = $1 AND p.linked_to IS NULL AND ($2::text[] IS NULL OR p.id = ANY($2)) AND ($3::boolean IS NULL OR t.paused = $3 AND ($3 OR t.standing = 'approved'))
             AND ($4::text[] IS NULL OR EXISTS (
               SELECT FROM tutor_subject ts WHERE ts.tutor_id = t.person_id AND ts.subject_id = ANY($4)
             ))
             AND ${notApart('p.id', '$7::text')}
           ORDER BY p.name, t.person_id LIMIT $5 OFFSET $6
         ) ${TUTOR} JOIN page ON page.person_id = t.person_id ORDER BY whose.name, t.person_id`,
        organization,
        ids === undefined ? null : [...ids],
        isPaused ?? null,
        subjects,
        limit ?? null,
        offset ?? 0,
        viewer ?? null,
      );
      return rows.map(toTutor);
    },
    tutorNames: () =>
      sql<Pick<Person, 'id' | 'name'>>(
        `SELECT p.id, p.name FROM person p JOIN tutor t ON t.person_id = p.id
         WHERE p.organization_id = $1 AND p.linked_to IS NULL AND NOT t.paused AND t.standing = 'approved'
           AND ${notApart('p.id', '$3::text')} ORDER BY p.name, p.id LIMIT $2`,
        organization,
        NAMES_MOST,
        viewer ?? null,
      ),
  } satisfies Partial<OrganizationReads>;
}

export function tutorWrites({ sql, prisma: tx }: Connection, scope: Scope) {
  return {
    lockTutor: async (personId) => {
      // The person, because there is no tutor yet before the first offer.
      await lockPerson(sql, personId);
      return tutorReads({ sql }, scope).tutor(personId);
    },
    lockApprovedTutors: async (except) => {
      const [whose] = await sql<{ id: string }>(
        `SELECT o.id FROM organization o JOIN person p ON p.organization_id = o.id WHERE p.id = $1 FOR NO KEY UPDATE OF o`,
        except,
      );
      // Only a statement of its own sees what those have written for whom it was waited.
      const [row] = await sql<{ count: number }>(
        `SELECT count(*)::int AS "count" FROM tutor t JOIN person p ON p.id = t.person_id
         WHERE p.organization_id = $1 AND t.standing = 'approved' AND t.person_id <> $2`,
        whose?.id,
        except,
      );
      return row?.count ?? 0;
    },
    changeApplication: async (personId, { standing, by, reason, asked, answered }, at) => {
      await sql(
        `UPDATE tutor SET applied_at = CASE WHEN $2 = 'applied' AND standing <> 'applied' THEN $7 ELSE applied_at END,
           standing = $2, standing_by = $3, standing_reason = $4, standing_asked = $5, standing_answered = $6
         WHERE person_id = $1`,
        personId,
        standing,
        by ?? null,
        reason ?? null,
        asked ?? null,
        answered ?? null,
        at,
      );
    },
    noteIgnored: async (personId, { session, request, minutes }) => {
      const [row] = await sql<{ count: number }>(
        `UPDATE tutor SET ignored = ignored || $2::text, answer_minutes = ($4::int || answer_minutes)[1:$5]
         WHERE person_id = $1 AND NOT paused AND NOT $2 = ANY(ignored) AND NOT EXISTS (
           SELECT FROM audit WHERE subject_kind = 'session' AND subject_id = $3 AND "by" = $1
         ) RETURNING cardinality(ignored) AS "count"`,
        personId,
        request,
        session,
        minutes,
        ANSWERS_KEPT,
      );
      return row?.count ?? 0;
    },
    pauseIgnoring: async (personId) => {
      await sql(`UPDATE tutor SET paused = true, ignored = '{}' WHERE person_id = $1`, personId);
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
      const subjectIds = await ensureSubjects(sql, organization, subjects);
      await tx.tutorSubject.deleteMany({ where: { tutorId: personId, subjectId: { notIn: subjectIds } } });
      await tx.tutorSubject.createMany({
        data: subjectIds.map((subjectId) => ({ tutorId: personId, subjectId })),
        skipDuplicates: true,
      });
    },
    saveAvailability: async (personId, { weeklyHours, lengths, exceptions, rules }) => {
      const { noticeMinutes = null, mostADay = null, mostAWeek = null, ...always } = rules;
      const given = { ...always, noticeMinutes, mostADay, mostAWeek, weeklyHours, exceptions };
      await update(sql, 'tutor', { personId }, { ...given, lengths: [...lengths] });
    },
    addAccount: (who, at) => addAccount({ sql }, who, at),
    removeTutor: async (personId) => {
      await sql('DELETE FROM tutor WHERE person_id = $1', personId);
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

/** Tutors who have answered, each with how many minutes their answers took, the latest first: what they ignored before counts no more. */
export function writingAnswers(answers: ReadonlyMap<string, readonly number[]>): readonly Statement[] {
  return [...answers].map(([personId, minutes]) => ({
    text: `UPDATE tutor SET ignored = '{}', answer_minutes = ($2::int[] || answer_minutes)[1:$3] WHERE person_id = $1
      AND (cardinality(ignored) > 0 OR cardinality($2::int[]) > 0)`,
    values: [personId, [...minutes], ANSWERS_KEPT],
  }));
}

export function toTutor(row: Row): Tutor {
  return {
    person: toPerson(row.person),
    bio: row.bio,
    subjects: row.subjects.map(({ subject }) => subject.name),
    lengths: row.lengths,
    defaultPlatform: row.defaultPlatform ?? undefined,
    weeklyHours: Week.parse(row.weeklyHours),
    exceptions: Exceptions.parse(row.exceptions),
    rules: rulesOf(row),
    ownRoom: row.ownRoom ?? undefined,
    platformAccount: row.platformAccount ?? undefined,
    isPaused: row.paused,
    ratingSum: row.ratingSum,
    ratingCount: row.ratingCount,
    answerMinutes: row.answerMinutes,
    application: {
      standing: Standing.parse(row.standing),
      by: row.standingBy ?? undefined,
      reason: row.standingReason ?? undefined,
      asked: row.standingAsked ?? undefined,
      answered: row.standingAnswered ?? undefined,
    },
  };
}

function rulesOf(row: Row): Rules {
  return {
    beforeMinutes: row.beforeMinutes,
    afterMinutes: row.afterMinutes,
    noticeMinutes: row.noticeMinutes ?? undefined,
    // Nobody plans further ahead than their organization.
    aheadDays: Math.min(row.aheadDays, row.horizonDays),
    mostADay: row.mostADay ?? undefined,
    mostAWeek: row.mostAWeek ?? undefined,
    everyMinutes: START_GRIDS.find((every) => every === row.everyMinutes) ?? 30,
    takesOutside: row.takesOutside,
  };
}
