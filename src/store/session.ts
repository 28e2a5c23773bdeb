import type { SessionPatch, SessionQuery } from '../core/session/port.ts';
import { isOn, type Session } from '../core/session/session.ts';
import type { Reads, SystemReads, Transaction } from '../core/store.ts';
import { atOnce } from './at-once.ts';
import { notApart, type Viewer } from './block.ts';
import type { Connection } from './connection.ts';
import { LEADS_OF_SESSION, type Leads, type LeadsRow } from './leads.ts';
import { nulls } from './nulls.ts';
import type { Scope } from './scope.ts';
import {
  fromMeeting,
  fromParticipant,
  fromParticipantPatch,
  fromSession,
  fromSessionPatch,
  SESSION_ROW,
  type SessionRow,
  sessionRow,
  toSession,
} from './session-row.ts';
import type { Sql } from './sql.ts';
import { insert, insertion, put, update } from './table.ts';

const IN_SCOPE = '($2::text IS NULL OR s.organization_id = $2)';

export async function readSessions(sql: Sql, ids: readonly string[], scope?: Scope): Promise<readonly Session[]> {
  if (ids.length === 0) return [];
  const text = `SELECT ${SESSION_ROW} FROM session s WHERE s.id = ANY($1::text[]) AND ${IN_SCOPE}`;
  return (await sql<SessionRow>(text, [...ids], scope ?? null)).map(toSession);
}

/** In the order of the ids; undefined for what is not there. */
export async function readSessionsInOrder(sql: Sql, ids: readonly string[]): Promise<readonly (Session | undefined)[]> {
  const found = new Map((await readSessions(sql, [...new Set(ids)])).map((session) => [session.id, session]));
  return ids.map((id) => found.get(id));
}

async function readSession(sql: Sql, id: string, scope: Scope): Promise<Session | undefined> {
  const text = `SELECT ${SESSION_ROW} FROM session s WHERE s.id = $1 AND ${IN_SCOPE}`;
  const [row] = await sql<SessionRow>(text, id, scope ?? null);
  return row && toSession(row);
}

export function sessionReads({ sql }: Connection, scope: Scope, viewer?: Viewer) {
  return {
    sessionsOf: (ids) => readSessions(sql, ids, scope),
    session: (id) => readSession(sql, id, scope),
    sessions: async (query) => {
      const order = query.order === 'latest' ? 'DESC' : 'ASC';
      const page = query.person === undefined ? ofStates(order) : ofPerson(order, query);
      const { person, states, startsFrom, startsBefore, limit = null, offset = 0 } = query;
      const rows = await sql<SessionRow>(
        `WITH page AS (${page}) SELECT ${SESSION_ROW} FROM page JOIN session s ON s.id = page.id
         ORDER BY s.starts_at ${order}, s.id`,
        states ? [...states] : ALL_STATES,
        scope ?? query.organization ?? null,
        startsFrom ?? null,
        startsBefore ?? null,
        limit,
        offset,
        ...(person === undefined ? [] : [person]),
        ...(person === undefined || query.with === undefined ? [] : [query.with]),
      );
      return rows.map(toSession);
    },
    listed: async (person, list, limit, offset = 0) => {
      const rows = await sql<SessionRow & { count: number }>(
        `SELECT ${SESSION_ROW}, (count(*) OVER ())::int AS "count" FROM delivery d JOIN session s ON s.id = d.subject_id
         WHERE d.gathered_in = $1 AND ${IN_SCOPE} AND d.person_id = $3 AND s.state = 'requested' AND (
           s.tutor_id = $3 OR EXISTS (SELECT FROM candidate c WHERE c.session_id = s.id AND c.person_id = $3 AND NOT c.declined)
         ) ORDER BY d.owed_at, d.id LIMIT $4 OFFSET $5`,
        list,
        scope ?? null,
        person,
        limit,
        offset,
      );
      return { sessions: rows.map(toSession), count: rows[0]?.count ?? 0 };
    },
    groups: async ({ startsFrom, subject, limit, offset = 0 }) => {
      const rows = await sql<SessionRow>(
        `SELECT ${SESSION_ROW} FROM session s WHERE s.capacity > 1 AND s.state = 'confirmed' AND s.starts_at > $1
           AND ($2::text IS NULL OR s.organization_id = $2) AND ($3::text IS NULL OR lower(s.subject) = lower($3))
           AND NOT EXISTS (
             SELECT FROM session before WHERE before.series_id = s.series_id AND before.state = s.state
               AND before.starts_at > $1 AND (before.starts_at, before.id) < (s.starts_at, s.id)
           )
           AND ${notApart('s.tutor_id', '$6::text')}
         ORDER BY s.starts_at, s.id LIMIT $4 OFFSET $5`,
        startsFrom,
        scope ?? null,
        subject ?? null,
        limit,
        offset,
        viewer ?? null,
      );
      return rows.map(toSession);
    },
    haveMet: async (one, other) => {
      const [row] = await sql(
        `SELECT 1 AS met FROM participant mine JOIN participant theirs USING (session_id) JOIN session s ON s.id = session_id
         WHERE mine.person_id = $1 AND theirs.person_id = $3 AND s.state IN ('confirmed', 'started', 'ended')
           AND ${IN_SCOPE} LIMIT 1`,
        one,
        scope ?? null,
        other,
      );
      return row !== undefined;
    },
    missed: (person, since) =>
      sql<Pick<Session, 'subject' | 'startsAt'>>(
        `SELECT s.subject, s.starts_at AS "startsAt" FROM session s WHERE s.starts_at >= $1 AND ${IN_SCOPE} AND s.id IN (
           SELECT session_id FROM participant WHERE person_id = $3 AND outcome = 'learner-missing'
           UNION SELECT mine.session_id FROM participant mine
             JOIN participant l ON l.session_id = mine.session_id AND l.outcome = 'tutor-missing'
             WHERE mine.person_id = $3 AND mine.role = 'tutor'
         ) ORDER BY s.starts_at DESC, s.id`,
        since,
        scope ?? null,
        person,
      ),
    lateCancels: (since) =>
      sql<{ person: string; count: number }>(
        `SELECT late.person AS "person", count(*)::int AS "count" FROM (
           SELECT s.closed_by AS person FROM session s
           WHERE s.cancelled_late AND s.starts_at >= $1 AND s.closed_by IS NOT NULL AND ${IN_SCOPE}
           UNION ALL
           SELECT a.by FROM session s JOIN audit a ON a.subject_kind = 'session' AND a.subject_id = s.id
           WHERE s.capacity > 1 AND s.starts_at >= $1 AND ${IN_SCOPE} AND a.event = 'leave' AND a.data ->> 'late' = '1'
         ) AS late GROUP BY 1 ORDER BY 2 DESC, 1`,
        since,
        scope ?? null,
      ),
    companions: async (person, limit) => {
      const rows = await sql<{ person: string }>(
        `SELECT other.person_id AS "person" FROM participant mine
         JOIN participant other ON other.session_id = mine.session_id AND other.role <> mine.role
         JOIN session s ON s.id = mine.session_id
         WHERE mine.person_id = $1 AND ${IN_SCOPE} GROUP BY 1 ORDER BY max(s.starts_at) DESC, 1 LIMIT $3`,
        person,
        scope ?? null,
        limit,
      );
      return rows.map((row) => row.person);
    },
    minutesTaught: async (tutor, since) => {
      const rows = await sql<{ minutes: number }>(
        `SELECT (SELECT coalesce(sum(extract(epoch FROM s.ends_at - s.starts_at)) / 60, 0)::int
           FROM participant me JOIN session s ON s.id = me.session_id
           WHERE me.person_id = $1 AND me.role = 'tutor' AND s.state = 'ended' AND s.starts_at >= since.at::timestamptz
             AND ${IN_SCOPE} AND EXISTS (
               SELECT FROM participant p WHERE p.session_id = s.id AND p.role = 'learner'
                 AND (p.outcome IS NULL OR p.outcome IN ('took-place', 'unknown'))
             )
         ) AS "minutes" FROM unnest($3::text[]) WITH ORDINALITY AS since(at, nth) ORDER BY since.nth`,
        tutor,
        scope ?? null,
        since.map((at) => at.toISOString()),
      );
      return rows.map(({ minutes }) => minutes);
    },
    openRequests: async (learner) => {
      const rows = await sql<{ tutor: string | null }>(
        `SELECT DISTINCT ON (coalesce(s.series_id, s.id)) s.tutor_id AS "tutor" FROM participant p JOIN session s ON s.id = p.session_id
         WHERE p.person_id = $1 AND p.role = 'learner' AND ${IN_SCOPE}
           AND (s.state = 'requested' OR (s.state IN ('declined', 'expired') AND s.proposal ->> 'by' = $1))`,
        learner,
        scope ?? null,
      );
      return rows.map(({ tutor }) => tutor ?? undefined);
    },
  } satisfies Partial<Reads>;
}

export const ALL_STATES = [
  'requested',
  'confirmed',
  'declined',
  'expired',
  'cancelled',
  'started',
  'ended',
] as const satisfies NonNullable<SessionQuery['states']>;

type Order = 'ASC' | 'DESC';

const MATCHES = `${IN_SCOPE} AND ($3::timestamptz IS NULL OR s.starts_at >= $3) AND ($4::timestamptz IS NULL OR s.starts_at < $4)`;

/** A page of ids: what of each state comes first, by the index of states and starts, and of that what comes first. */
const ofStates = (order: Order) => `
  SELECT first.id FROM unnest($1::text[]) AS state CROSS JOIN LATERAL (
    SELECT s.id, s.starts_at FROM session s WHERE s.state = state.state AND ${MATCHES}
    ORDER BY s.starts_at ${order}, s.id LIMIT $5::int + $6::int
  ) AS first ORDER BY first.starts_at ${order}, first.id LIMIT $5::int OFFSET $6::int`;

/** The same of what is somebody's. A request is a candidate's only while it is open to all of them. */
const ofPerson = (order: Order, { seriesOnce = false, with: other }: Pick<SessionQuery, 'seriesOnce' | 'with'>) => `
  SELECT s.id FROM (
    SELECT session_id FROM participant WHERE person_id = $7
    UNION SELECT c.session_id FROM candidate c JOIN session asked ON asked.id = c.session_id AND asked.state = 'requested'
      WHERE c.person_id = $7 AND NOT c.declined
    UNION SELECT w.session_id FROM waiting w JOIN session full_one ON full_one.id = w.session_id
      AND full_one.state = 'confirmed' WHERE w.person_id = $7
  ) AS mine JOIN session s ON s.id = mine.session_id
  WHERE s.state = ANY($1::text[]) AND ${MATCHES}${seriesOnce ? FIRST_OF_SERIES : ''}${other === undefined ? '' : WITH_OTHER}
  ORDER BY s.starts_at ${order}, s.id LIMIT $5::int OFFSET $6::int`;

const WITH_OTHER = ' AND EXISTS (SELECT FROM participant other WHERE other.session_id = s.id AND other.person_id = $8)';

const FIRST_OF_SERIES = ` AND NOT EXISTS (
    SELECT FROM session before WHERE before.series_id = s.series_id AND before.state = s.state
      AND (before.starts_at, before.id) < (s.starts_at, s.id)
  )`;

export function sessionLookups({ sql }: Connection) {
  return {
    sessionByJoinToken: async (joinToken) => {
      const [row] = await sql<SessionRow & { person: string }>(
        `SELECT ${SESSION_ROW}, mine.person_id AS "person" FROM participant mine JOIN session s ON s.id = mine.session_id
         WHERE mine.join_token = $1`,
        joinToken,
      );
      return row && { session: toSession(row), person: row.person };
    },
    sessionByMeeting: async (platform, meetingId) => {
      const [row] = await sql<SessionRow>(
        `SELECT ${SESSION_ROW} FROM meeting there JOIN session s ON s.id = there.session_id
         WHERE there.platform = $1 AND there.meeting_id = $2 LIMIT 1`,
        platform,
        meetingId,
      );
      return row && toSession(row);
    },
  } satisfies Partial<SystemReads>;
}

/** Whether people's calendars say something else after it: another time, that it is off, or that it is on after all. */
function changesCalendars(state: Session['state'], patch: SessionPatch): boolean {
  if (!isOn({ state }) && state !== 'requested' && patch.state === 'confirmed') return true; // reopened
  const isOther = patch.startsAt !== undefined || patch.endsAt !== undefined || patch.state === 'cancelled';
  return isOn({ state }) && isOther;
}

/** Whoever locks a session is about to write its alarms: they need to know when its people want to be reminded. */
const LOCKED = `SELECT ${SESSION_ROW}, ${LEADS_OF_SESSION} FROM session s WHERE s.id = $1 AND ${IN_SCOPE}`;

export function sessionWrites({ sql, prisma: tx }: Connection, scope: Scope, leads: Leads) {
  return {
    lockSession: async (id) => {
      // Two statements: the second sees what whoever had the lock has written to the rows around the session.
      await sql(`SELECT FROM session s WHERE s.id = $1 AND ${IN_SCOPE} FOR UPDATE`, id, scope ?? null);
      const [row] = await sql<SessionRow & LeadsRow>(LOCKED, id, scope ?? null);
      if (row) leads.hear(row);
      return row && toSession(row);
    },
    addSession: async ({
      organization,
      candidates,
      choices: _none,
      participants,
      waiting: _nobody,
      meeting,
      ...session
    }) => {
      const sessionId = session.id;
      const row = { ...fromSession(session), organizationId: organization };
      await atOnce(sql, [
        insertion('session', [row]),
        insertion(
          'participant',
          participants.map((one, position) => ({ ...fromParticipant(one), sessionId, position })),
        ),
        insertion(
          'candidate',
          candidates.map((personId) => ({ sessionId, personId, declined: false })),
        ),
      ]);
      if (meeting) await tx.meeting.create({ data: { ...fromMeeting(meeting), sessionId } });
    },
    changeSession: async ({ id, state, version }, patch) => {
      const [row] = await update<SessionRow>(sql, 'session', { id, version }, fromSessionPatch(patch), {
        also: ['version = t.version + 1', ...(changesCalendars(state, patch) ? ['sequence = t.sequence + 1'] : [])],
        returning: sessionRow('t'),
      });
      return row && toSession(row);
    },
    annotateSession: async (id, patch) => {
      await update(sql, 'session', { id }, nulls(patch));
    },
    decideUntil: async (ids, decidedUntil) => {
      if (ids.length > 0)
        await sql('UPDATE session SET decided_until = $2 WHERE id = ANY($1::text[])', [...ids], decidedUntil);
    },
    addParticipant: async (sessionId, participant) => {
      const last = await sql<{ position: number }>(
        'SELECT position FROM participant WHERE session_id = $1 ORDER BY position DESC LIMIT 1',
        sessionId,
      );
      const position = (last[0]?.position ?? -1) + 1;
      await insert(sql, 'participant', [{ ...fromParticipant(participant), sessionId, position }], 'personId');
    },
    removeParticipant: async (sessionId, personId) => {
      await sql('DELETE FROM participant WHERE session_id = $1 AND person_id = $2', sessionId, personId);
    },
    wait: async (sessionId, personId, sinceAt) => {
      await insert(sql, 'waiting', [{ sessionId, personId, sinceAt }], 'personId');
    },
    stopWaiting: async (sessionId, personId) => {
      await sql('DELETE FROM waiting WHERE session_id = $1 AND person_id = $2', sessionId, personId);
    },
    setCandidates: async (sessionId, people) => {
      await sql('DELETE FROM candidate WHERE session_id = $1', sessionId);
      const asked = people.map((personId) => ({ sessionId, personId, declined: false }));
      await insert(sql, 'candidate', asked, 'personId');
    },
    changeParticipant: async (sessionId, personId, patch) => {
      await update(sql, 'participant', { sessionId, personId }, fromParticipantPatch(patch));
    },
    declineCandidate: async (sessionId, personId) => {
      await tx.candidate.updateMany({ where: { sessionId, personId }, data: { declined: true } });
    },
    chooseAsCandidate: async (sessionId, personId, platformWanted) => {
      await update(sql, 'candidate', { sessionId, personId }, { platformWanted });
    },
    setMeeting: async (sessionId, meeting) => {
      if (!meeting) return void (await sql('DELETE FROM meeting WHERE session_id = $1', sessionId));
      await put(sql, 'meeting', 'sessionId', { ...fromMeeting(meeting), sessionId });
    },
  } satisfies Partial<Transaction>;
}
