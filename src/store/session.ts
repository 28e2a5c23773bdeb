import type { SessionQuery } from '../core/session/port.ts';
import type { Session } from '../core/session/session.ts';
import type { Reads, SystemReads, Transaction } from '../core/store.ts';
import type { Connection } from './connection.ts';
import { nulls } from './nulls.ts';
import type { Scope } from './scope.ts';
import {
  fromMeeting,
  fromParticipant,
  fromParticipantPatch,
  fromSessionPatch,
  SESSION_ROW,
  type SessionRow,
  toSession,
} from './session-row.ts';
import type { Sql } from './sql.ts';
import { insert, update } from './table.ts';

const IN_SCOPE = '($2::text IS NULL OR s.organization_id = $2)';

export async function readSessions(sql: Sql, ids: readonly string[], scope?: Scope): Promise<readonly Session[]> {
  if (ids.length === 0) return [];
  const text = `SELECT ${SESSION_ROW} FROM session s WHERE s.id = ANY($1::text[]) AND ${IN_SCOPE}`;
  return (await sql<SessionRow>(text, [...ids], scope ?? null)).map(toSession);
}

async function readSession(sql: Sql, id: string, scope: Scope): Promise<Session | undefined> {
  const text = `SELECT ${SESSION_ROW} FROM session s WHERE s.id = $1 AND ${IN_SCOPE}`;
  const [row] = await sql<SessionRow>(text, id, scope ?? null);
  return row && toSession(row);
}

export function sessionReads({ sql }: Connection, scope: Scope) {
  return {
    sessionsOf: (ids) => readSessions(sql, ids, scope),
    session: (id) => readSession(sql, id, scope),
    sessions: async (query) => {
      const order = query.order === 'latest' ? 'DESC' : 'ASC';
      const page = query.person === undefined ? ofStates(order) : ofPerson(order);
      const { person, states, startsFrom, startsBefore, limit = null, offset = 0 } = query;
      const rows = await sql<SessionRow>(
        `WITH page AS (${page}) SELECT ${SESSION_ROW} FROM page JOIN session s ON s.id = page.id
         ORDER BY s.starts_at ${order}, s.id`,
        states ? [...states] : ALL_STATES,
        scope ?? null,
        startsFrom ?? null,
        startsBefore ?? null,
        limit,
        offset,
        ...(person === undefined ? [] : [person]),
      );
      return rows.map(toSession);
    },
  } satisfies Partial<Reads>;
}

const ALL_STATES = [
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
const ofPerson = (order: Order) => `
  SELECT s.id FROM (
    SELECT session_id FROM participant WHERE person_id = $7
    UNION SELECT c.session_id FROM candidate c JOIN session asked ON asked.id = c.session_id AND asked.state = 'requested'
      WHERE c.person_id = $7 AND NOT c.declined
  ) AS mine JOIN session s ON s.id = mine.session_id
  WHERE s.state = ANY($1::text[]) AND ${MATCHES}
  ORDER BY s.starts_at ${order}, s.id LIMIT $5::int OFFSET $6::int`;

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

export function sessionWrites({ sql, prisma: tx }: Connection, scope: Scope) {
  return {
    lockSession: async (id) => {
      // Two statements: the second sees what whoever had the lock has written to the rows around the session.
      await sql(`SELECT FROM session s WHERE s.id = $1 AND ${IN_SCOPE} FOR UPDATE`, id, scope ?? null);
      return readSession(sql, id, scope);
    },
    addSession: async ({ organization, tutor, candidates, choices: _none, participants, meeting, ...session }) => {
      const sessionId = session.id;
      const row = { ...nulls(session), organizationId: organization, tutorId: tutor ?? null };
      if ((await insert(sql, 'session', [row], 'id')).length === 0)
        throw new Error(`session ${sessionId} is there already`);
      await insert(
        sql,
        'participant',
        participants.map((one, position) => ({ ...fromParticipant(one), sessionId, position })),
        'personId',
      );
      await insert(
        sql,
        'candidate',
        candidates.map((personId) => ({ sessionId, personId, declined: false })),
        'personId',
      );
      if (meeting) await tx.meeting.create({ data: { ...fromMeeting(meeting), sessionId } });
    },
    changeSession: async ({ id, state, version }, patch) =>
      (await update(
        sql,
        'session',
        { id, state, version },
        fromSessionPatch(patch),
        '"version" = "session"."version" + 1',
      )) === 1,
    annotateSession: async (id, patch) => {
      await update(sql, 'session', { id }, nulls(patch));
    },
    decideUntil: async (ids, decidedUntil) => {
      if (ids.length > 0)
        await sql('UPDATE session SET decided_until = $2 WHERE id = ANY($1::text[])', [...ids], decidedUntil);
    },
    addParticipant: async (sessionId, participant) => {
      const position = await tx.participant.count({ where: { sessionId } });
      await insert(sql, 'participant', [{ ...fromParticipant(participant), sessionId, position }], 'personId');
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
      await sql('DELETE FROM meeting WHERE session_id = $1', sessionId);
      if (meeting) await insert(sql, 'meeting', [{ ...fromMeeting(meeting), sessionId }], 'sessionId');
    },
  } satisfies Partial<Transaction>;
}
