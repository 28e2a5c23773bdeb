import { twoOf } from '../core/learning/learning.ts';
import type { Matter, MatterReads } from '../core/owing/matter.ts';
import type { Delivery, Recipient } from '../core/owing/port.ts';
import type { Subject } from '../core/owing/subject.ts';
import { peopleIn } from '../core/session/session.ts';
import { AIM_ROW, type AimRow, toAim } from './aim.ts';
import { type CommunityRow, toCommunity } from './community.ts';
import { DELIVERY_JSON, type DeliveryRow, toDelivery } from './delivery.ts';
import { Prisma } from './generated/client.ts';
import { CONTACT_ROW, type ContactRow, toContact } from './person.ts';
import { SESSION_ROW, type SessionRow, toSession } from './session-row.ts';
import type { Sql } from './sql.ts';
import { asJson, fromJson } from './table.ts';
import { TUTOR_ROW, type TutorRow, toTutor } from './tutor.ts';

/** What somebody wants to know all about: one delivery, or a subject, perhaps with what is on screens about it. */
export type Question = { readonly delivery: string } | { readonly about: Subject; readonly withShown: boolean };

/** What was found: the deliveries that were asked for, and the matter. */
export interface Found {
  readonly deliveries: readonly Delivery[];
  readonly matter: Matter;
  readonly waitingRequests: number;
}

/** All that many jobs have to know before they tell anybody anything. By arrays of ids, so that each table is asked by its index. */
const KNOWN = `
  WITH asked AS (
    SELECT id, kind, is_shown FROM unnest($2::text[], $3::text[], $4::boolean[]) AS asked (kind, id, is_shown)
  ), owing AS (
    SELECT d.* FROM delivery d WHERE d.id = ANY($1::text[])
  ), looked AS (
    SELECT kind, id FROM asked WHERE is_shown
    UNION SELECT subject_kind, subject_id FROM owing WHERE subject_kind = 'session'
  ), owed AS (
    SELECT id, subject_kind, subject_id, person_id, community_id FROM owing
    UNION
    SELECT d.id, d.subject_kind, d.subject_id, d.person_id, d.community_id
    FROM looked JOIN delivery d ON d.subject_kind = looked.kind AND d.subject_id = looked.id
    WHERE d.message_id IS NOT NULL OR d.fate IN ('gathered', 'failed')
  ), matter AS (
    SELECT kind, id FROM asked UNION SELECT subject_kind, subject_id FROM owed
  ), told AS (
    SELECT id FROM matter WHERE kind = 'session'
  ), concerned AS (
    SELECT p.person_id AS id FROM participant p WHERE p.session_id = ANY(ARRAY(SELECT id FROM told))
    UNION SELECT c.person_id FROM candidate c WHERE c.session_id = ANY(ARRAY(SELECT id FROM told)) AND NOT c.declined
    UNION SELECT doer FROM session s, unnest(ARRAY[s.confirmed_by, s.moved_by, s.closed_by]) AS doer
      WHERE s.id = ANY(ARRAY(SELECT id FROM told))
    UNION SELECT p.person_id FROM session s JOIN participant p ON p.session_id = s.id
      WHERE s.series_id = ANY(ARRAY(SELECT id FROM matter WHERE kind = 'series'))
    UNION SELECT id FROM matter WHERE kind = 'person'
    UNION SELECT person_id FROM owed
  )
  SELECT
    (SELECT json_agg(${DELIVERY_JSON} ORDER BY d.owed_at, d.id)
     FROM delivery d WHERE d.id = ANY(ARRAY(SELECT id FROM owed))) AS "deliveries",
    (SELECT json_agg(row_to_json(one)) FROM (
      SELECT ${SESSION_ROW} FROM session s WHERE s.id = ANY(ARRAY(SELECT id FROM told))
    ) AS one) AS "sessions",
    (SELECT json_agg(row_to_json(one)) FROM (
      SELECT ${CONTACT_ROW} FROM person p WHERE p.id = ANY(ARRAY(SELECT id FROM concerned)) AND p.forgotten_at IS NULL
    ) AS one) AS "contacts",
    (SELECT json_agg(row_to_json(one)) FROM (
      SELECT ${TUTOR_ROW} FROM tutor t WHERE t.person_id = ANY(ARRAY(
        SELECT s.tutor_id FROM session s WHERE s.id = ANY(ARRAY(SELECT id FROM told))
      ))
    ) AS one) AS "tutors",
    (SELECT json_agg(row_to_json(one)) FROM (
      SELECT ${AIM_ROW} FROM session s JOIN participant p ON p.session_id = s.id AND p.role = 'learner'
      JOIN aim a ON a.learner_id = p.person_id AND a.tutor_id = s.tutor_id AND a.done_at IS NULL
      WHERE s.id = ANY(ARRAY(SELECT id FROM told)) ORDER BY a.id
    ) AS one) AS "openAims",
    (SELECT json_object_agg(one.person_id, one.count) FROM (
      SELECT d.person_id, count(*) FROM delivery d
      WHERE d.person_id = ANY(ARRAY(SELECT person_id FROM owing WHERE kind = 'request' AND fate = 'queued'))
        AND d.to_mail IS NULL AND d.kind = 'request' AND d.fate = 'queued' GROUP BY d.person_id
    ) AS one) AS "waitingRequests",
    (SELECT json_agg(${asJson('c', Prisma.CommunityScalarFieldEnum)})
     FROM community c WHERE c.id = ANY(ARRAY(SELECT community_id FROM owed))) AS "communities"`;

interface Row {
  readonly deliveries: readonly DeliveryRow[] | null;
  readonly sessions: readonly SessionRow[] | null;
  readonly contacts: readonly ContactRow[] | null;
  readonly tutors: readonly TutorRow[] | null;
  readonly communities: readonly CommunityRow[] | null;
  readonly openAims: readonly AimRow[] | null;
  readonly waitingRequests: Readonly<Record<string, number>> | null;
}

/** Answers all questions by one statement, each for itself. */
export async function readMatters(sql: Sql, questions: readonly Question[]): Promise<readonly Found[]> {
  const subjects = questions.filter((one) => 'about' in one);
  const [row] = await sql<Row>(
    KNOWN,
    questions.flatMap((one) => ('delivery' in one ? [one.delivery] : [])),
    subjects.map(({ about }) => about.kind),
    subjects.map(({ about }) => about.id),
    subjects.map(({ withShown }) => withShown),
  );
  const known = toKnown(row);
  return questions.map((question) => {
    if ('about' in question) {
      const shown = question.withShown ? shownAbout(known, question.about) : [];
      return { deliveries: shown, matter: matterOf(known, question.about, shown), waitingRequests: 0 };
    }
    const deliveries = known.deliveries.filter(({ id }) => id === question.delivery);
    const { about = NOTHING, to } = deliveries[0] ?? {};
    const matter = matterOf(known, about, deliveries);
    const waitingRequests = to && 'person' in to ? (known.waitingRequests[to.person] ?? 0) : 0;
    const shown = about.kind === 'session' ? { shown: shownAbout(known, about) } : {};
    return { deliveries, matter: { ...matter, ...shown }, waitingRequests };
  });
}

const NOTHING: Subject = { kind: 'job', id: '' };

type Known = ReturnType<typeof toKnown>;

function toKnown(row: Row | undefined) {
  const byId = <Of extends { readonly id: string }>(all: readonly Of[]) => new Map(all.map((one) => [one.id, one]));
  return {
    deliveries: (row?.deliveries ?? []).map((one) => toDelivery(fromJson(one))),
    sessions: byId((row?.sessions ?? []).map((one) => toSession(fromJson(one)))),
    contacts: new Map((row?.contacts ?? []).map((one) => [one.id, toContact(one)])),
    tutors: new Map((row?.tutors ?? []).map((one) => [one.personId, toTutor(one)])),
    communities: byId((row?.communities ?? []).map(toCommunity)),
    openAims: (row?.openAims ?? []).map((one) => toAim(fromJson(one))),
    waitingRequests: row?.waitingRequests ?? {},
  };
}

function matterOf(known: Known, about: Subject, told: readonly { readonly to: Recipient }[]): Matter {
  const session = about.kind === 'session' ? known.sessions.get(about.id) : undefined;
  const concerned = about.kind === 'person' ? [about.id] : session ? peopleIn(session) : [];
  const two = session && twoOf(session);
  const persons = told.flatMap(({ to }) => ('person' in to ? [to.person] : []));
  const contacts = only(known.contacts, [...concerned, ...persons]);
  return {
    about,
    session,
    tutor: session?.tutor === undefined ? undefined : known.tutors.get(session.tutor),
    concerned,
    contacts,
    people: new Map([...contacts].map(([id, { person }]) => [id, person])),
    openAims: known.openAims.filter(({ learner, tutor }) => learner === two?.learner && tutor === two.tutor),
    communities: only(
      known.communities,
      told.flatMap(({ to }) => ('community' in to ? [to.community] : [])),
    ),
  };
}

function shownAbout({ deliveries }: Known, { kind, id }: Subject): readonly Delivery[] {
  return deliveries.filter(
    ({ about, messageId, fate }) =>
      (messageId !== undefined || fate === 'gathered' || fate === 'failed') && about.kind === kind && about.id === id,
  );
}

function only<Of>(all: ReadonlyMap<string, Of>, ids: readonly string[]): ReadonlyMap<string, Of> {
  return new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) as Of] as const] : [])));
}

/** `ask`: on its own, or together with what others ask at the same moment. */
export function matterReads(ask: (question: Question) => Promise<Found>) {
  return {
    owed: async (id) => {
      const { deliveries, matter, waitingRequests } = await ask({ delivery: id });
      return deliveries[0] && { delivery: deliveries[0], matter, waitingRequests };
    },
    shown: async (about) => {
      const { deliveries: cards, matter } = await ask({ about, withShown: true });
      return { cards, matter };
    },
    matter: async (about) => (await ask({ about, withShown: false })).matter,
  } satisfies MatterReads;
}
