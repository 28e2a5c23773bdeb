import type { SessionQuery } from '../core/session/port.ts';
import type { Session } from '../core/session/session.ts';
import type { Reads, SystemReads, Transaction } from '../core/store.ts';
import type { Client } from './client.ts';
import type { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import { inScope, type Scope } from './scope.ts';
import {
  asSession,
  fromMeeting,
  fromParticipant,
  fromParticipantPatch,
  fromSessionPatch,
  toSession,
  WITH,
} from './session-row.ts';

export async function readSessions(db: Client, ids: readonly string[], scope?: Scope): Promise<readonly Session[]> {
  if (ids.length === 0) return [];
  const rows = await db.session.findMany({ where: { id: { in: [...ids] }, ...inScope(scope) }, include: WITH });
  return rows.map(toSession);
}

export function sessionReads(db: Client, scope: Scope) {
  return {
    sessionsOf: (ids) => readSessions(db, ids, scope),
    session: async (id) => asSession(await db.session.findUnique({ where: { id, ...inScope(scope) }, include: WITH })),
    sessions: async (query) => {
      const latest = query.order === 'latest';
      const rows = await db.session.findMany({
        where: { ...matching(query), ...inScope(scope) },
        include: WITH,
        orderBy: [{ startsAt: latest ? 'desc' : 'asc' }, { id: 'asc' }],
        ...(query.limit === undefined ? {} : { take: query.limit }),
        ...(query.offset === undefined ? {} : { skip: query.offset }),
      });
      return rows.map(toSession);
    },
  } satisfies Partial<Reads>;
}

export function sessionLookups(db: Client) {
  return {
    sessionByJoinToken: async (joinToken) => {
      const row = await db.participant.findUnique({
        where: { joinToken },
        include: { session: { include: WITH } },
      });
      return row ? { session: toSession(row.session), person: row.personId } : undefined;
    },
    sessionByMeeting: async (platform, meetingId) => {
      const row = await db.meeting.findFirst({
        where: { platform, meetingId },
        include: { session: { include: WITH } },
      });
      return row ? toSession(row.session) : undefined;
    },
  } satisfies Partial<SystemReads>;
}

export function sessionWrites(tx: Client, scope: Scope) {
  return {
    lockSession: async (id) => {
      await tx.$queryRaw`
        SELECT "id" FROM "session"
        WHERE "id" = ${id} AND "organization_id" = coalesce(${scope ?? null}, "organization_id") FOR UPDATE`;
      return asSession(await tx.session.findUnique({ where: { id, ...inScope(scope) }, include: WITH }));
    },
    addSession: async ({ organization, tutor, candidates, choices: _none, participants, meeting, ...session }) => {
      const sessionId = session.id;
      // Not nested: Prisma would read the session back.
      await tx.session.createMany({
        data: { ...nulls(session), organizationId: organization, tutorId: tutor ?? null },
      });
      await tx.participant.createMany({
        data: participants.map((one, position) => ({ ...fromParticipant(one), sessionId, position })),
      });
      if (candidates.length > 0)
        await tx.candidate.createMany({ data: candidates.map((personId) => ({ sessionId, personId })) });
      if (meeting) await tx.meeting.create({ data: { ...fromMeeting(meeting), sessionId } });
    },
    changeSession: async ({ id, state, version }, patch) => {
      const { count } = await tx.session.updateMany({
        where: { id, state, version },
        data: { ...fromSessionPatch(patch), version: { increment: 1 } },
      });
      return count === 1;
    },
    annotateSession: async (id, patch) => {
      await tx.session.update({ where: { id }, data: nulls(patch) });
    },
    decideUntil: async (ids, decidedUntil) => {
      if (ids.length > 0) await tx.session.updateMany({ where: { id: { in: [...ids] } }, data: { decidedUntil } });
    },
    addParticipant: async (sessionId, participant) => {
      const position = await tx.participant.count({ where: { sessionId } });
      await tx.participant.create({ data: { ...fromParticipant(participant), sessionId, position } });
    },
    changeParticipant: async (sessionId, personId, patch) => {
      await tx.participant.update({
        where: { sessionId_personId: { sessionId, personId } },
        data: fromParticipantPatch(patch),
      });
    },
    chooseAsCandidate: async (sessionId, personId, platformWanted) => {
      await tx.candidate.updateMany({ where: { sessionId, personId }, data: { platformWanted } });
    },
    declineCandidate: async (sessionId, personId) => {
      await tx.candidate.updateMany({ where: { sessionId, personId }, data: { declined: true } });
    },
    setMeeting: async (sessionId, meeting) => {
      if (!meeting) {
        await tx.meeting.deleteMany({ where: { sessionId } });
        return;
      }
      const data = fromMeeting(meeting);
      await tx.meeting.upsert({ where: { sessionId }, create: { ...data, sessionId }, update: data });
    },
  } satisfies Partial<Transaction>;
}

function matching(query: SessionQuery): Prisma.SessionWhereInput {
  const { person, states, startsFrom, startsBefore } = query;
  return {
    ...(states === undefined ? {} : { state: { in: [...states] } }),
    ...(person === undefined
      ? {}
      : {
          OR: [
            { participants: { some: { personId: person } } },
            // Only while it is open to all of them: then it is the business of whoever took it.
            { state: 'requested', candidates: { some: { personId: person, declined: false } } },
          ],
        }),
    startsAt: { ...(startsFrom ? { gte: startsFrom } : {}), ...(startsBefore ? { lt: startsBefore } : {}) },
  };
}
