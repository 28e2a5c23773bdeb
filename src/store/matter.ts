import type { Matter, MatterReads } from '../core/owing/matter.ts';
import type { Delivery, Recipient } from '../core/owing/port.ts';
import type { Subject } from '../core/owing/subject.ts';
import { peopleIn } from '../core/session/session.ts';
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
}

/** All that many jobs have to know before they tell anybody anything. By arrays of ids, so that each table is asked by its index. */
const KNOWN = `
  WITH asked AS (
    SELECT id, kind, is_shown FROM unnest($2::text[], $3::text[], $4::boolean[]) AS asked (kind, id, is_shown)
  ), owed AS (
    SELECT d.id, d.subject_kind, d.subject_id, d.person_id, d.community_id FROM delivery d WHERE d.id = ANY($1::text[])
    UNION
    SELECT d.id, d.subject_kind, d.subject_id, d.person_id, d.community_id
    FROM asked JOIN delivery d ON d.subject_kind = asked.kind AND d.subject_id = asked.id
    WHERE asked.is_shown AND (d.message_id IS NOT NULL OR d.fate = 'gathered')
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
    (SELECT json_agg(${asJson('c', Prisma.CommunityScalarFieldEnum)})
     FROM community c WHERE c.id = ANY(ARRAY(SELECT community_id FROM owed))) AS "communities"`;

interface Row {
  readonly deliveries: readonly DeliveryRow[] | null;
  readonly sessions: readonly SessionRow[] | null;
  readonly contacts: readonly ContactRow[] | null;
  readonly tutors: readonly TutorRow[] | null;
  readonly communities: readonly CommunityRow[] | null;
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
      const shown = question.withShown ? known.deliveries.filter((one) => isShownAbout(one, question.about)) : [];
      return { deliveries: shown, matter: matterOf(known, question.about, shown) };
    }
    const deliveries = known.deliveries.filter(({ id }) => id === question.delivery);
    return { deliveries, matter: matterOf(known, deliveries[0]?.about ?? NOTHING, deliveries) };
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
  };
}

function matterOf(known: Known, about: Subject, told: readonly { readonly to: Recipient }[]): Matter {
  const session = about.kind === 'session' ? known.sessions.get(about.id) : undefined;
  const concerned = about.kind === 'person' ? [about.id] : session ? peopleIn(session) : [];
  const persons = told.flatMap(({ to }) => ('person' in to ? [to.person] : []));
  const contacts = only(known.contacts, [...concerned, ...persons]);
  return {
    about,
    session,
    tutor: session?.tutor === undefined ? undefined : known.tutors.get(session.tutor),
    concerned,
    contacts,
    people: new Map([...contacts].map(([id, { person }]) => [id, person])),
    communities: only(
      known.communities,
      told.flatMap(({ to }) => ('community' in to ? [to.community] : [])),
    ),
  };
}

function isShownAbout({ about, messageId, fate }: Delivery, { kind, id }: Subject): boolean {
  return (messageId !== undefined || fate === 'gathered') && about.kind === kind && about.id === id;
}

function only<Of>(all: ReadonlyMap<string, Of>, ids: readonly string[]): ReadonlyMap<string, Of> {
  return new Map(ids.flatMap((id) => (all.has(id) ? [[id, all.get(id) as Of] as const] : [])));
}

/** `ask`: on its own, or together with what others ask at the same moment. */
export function matterReads(ask: (question: Question) => Promise<Found>) {
  return {
    owed: async (id) => {
      const { deliveries, matter } = await ask({ delivery: id });
      return deliveries[0] && { delivery: deliveries[0], matter };
    },
    shown: async (about) => {
      const { deliveries: cards, matter } = await ask({ about, withShown: true });
      return { cards, matter };
    },
    matter: async (about) => (await ask({ about, withShown: false })).matter,
  } satisfies MatterReads;
}
