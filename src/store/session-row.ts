import { failureCode } from '../core/meeting/failure.ts';
import type { SessionPatch } from '../core/session/port.ts';
import type { Claim, Meeting, Outcome, Participant, Role, Session, SessionState } from '../core/session/session.ts';
import { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import { asJson, columns, fromJson } from './table.ts';

/** A session with everything that belongs to it: it is always read whole, and this is read more than all else. */
type Row = Prisma.SessionGetPayload<Record<never, never>> & {
  readonly participants: readonly Prisma.ParticipantGetPayload<Record<never, never>>[];
  readonly candidates: readonly Pick<Prisma.CandidateGetPayload<Record<never, never>>, 'personId' | 'platformWanted'>[];
  readonly meeting: Prisma.MeetingGetPayload<Record<never, never>> | null;
};

export type SessionRow = Row;

/** The columns of `SessionRow`, for a statement that calls the session `s`. */
export const SESSION_ROW = `${columns('s', Prisma.SessionScalarFieldEnum)},
  COALESCE((SELECT json_agg(${asJson('p', Prisma.ParticipantScalarFieldEnum)} ORDER BY p.position, p.person_id)
    FROM participant p WHERE p.session_id = s.id), '[]') AS "participants",
  COALESCE((SELECT json_agg(json_build_object('personId', c.person_id, 'platformWanted', c.platform_wanted) ORDER BY c.person_id)
    FROM candidate c WHERE c.session_id = s.id AND NOT c.declined), '[]') AS "candidates",
  (SELECT ${asJson('m', Prisma.MeetingScalarFieldEnum)} FROM meeting m WHERE m.session_id = s.id) AS "meeting"`;

export function toSession(row: Row): Session {
  return {
    id: row.id,
    organization: row.organizationId,
    state: row.state as SessionState,
    version: row.version,
    subject: row.subject,
    note: row.note,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    tutor: row.tutorId ?? undefined,
    candidates: row.candidates.map((candidate) => candidate.personId),
    choices: Object.fromEntries(
      row.candidates.flatMap(({ personId, platformWanted }) =>
        platformWanted === null ? [] : [[personId, platformWanted]],
      ),
    ),
    participants: row.participants.map((one) => toParticipant(fromJson(one))),
    requestedAt: row.requestedAt,
    confirmedAt: row.confirmedAt ?? undefined,
    startedAt: row.startedAt ?? undefined,
    endedAt: row.endedAt ?? undefined,
    reason: row.reason ?? undefined,
    closedBy: row.closedBy ?? undefined,
    platformWanted: row.platformWanted ?? undefined,
    meeting: row.meeting ? toMeeting(fromJson(row.meeting)) : undefined,
    meetingAttempt: row.meetingAttempt,
    meetingDueAt: row.meetingDueAt ?? undefined,
    recordingUrl: row.recordingUrl ?? undefined,
    tutorNotes: row.tutorNotes ?? undefined,
    escalatedAt: row.escalatedAt ?? undefined,
    rateNudgedAt: row.rateNudgedAt ?? undefined,
    decidedUntil: row.decidedUntil ?? undefined,
  };
}

function toParticipant(row: Row['participants'][number]): Participant {
  return {
    person: row.personId,
    role: row.role as Role,
    joinedAt: row.joinedAt ?? undefined,
    leftAt: row.leftAt ?? undefined,
    claim: (row.claim ?? undefined) as Claim | undefined,
    tutorClaim: (row.tutorClaim ?? undefined) as Claim | undefined,
    outcome: (row.outcome ?? undefined) as Outcome | undefined,
    rating: row.rating ?? undefined,
    comment: row.comment ?? undefined,
    ratedAt: row.ratedAt ?? undefined,
    checklist: row.checklist,
    agreesToRecording: row.agreesToRecording ?? undefined,
    joinToken: row.joinToken,
  };
}

export function fromParticipant({ person, checklist, ...rest }: Participant) {
  return { ...nulls(rest), personId: person, checklist: [...checklist] };
}

function toMeeting({ fallbackFrom, fallbackWhy, ...row }: NonNullable<Row['meeting']>): Meeting {
  return {
    platform: row.platform,
    meetingId: row.meetingId,
    url: row.url,
    passcode: row.passcode ?? undefined,
    host: row.host ?? undefined,
    madeAt: row.madeAt,
    fallback: fallbackFrom === null ? undefined : { from: fallbackFrom, why: failureCode(fallbackWhy ?? '') },
  };
}

export function fromMeeting({ fallback, ...meeting }: Meeting) {
  return { ...nulls(meeting), fallbackFrom: fallback?.from ?? null, fallbackWhy: fallback?.why ?? null };
}

export function fromSessionPatch({ ...patch }: SessionPatch) {
  const { tutor, ...rest } = patch;
  return { ...nulls(rest), ...('tutor' in patch ? { tutorId: tutor ?? null } : {}) };
}

export function fromParticipantPatch(patch: Partial<Omit<Participant, 'person' | 'role'>>) {
  const { checklist, ...rest } = patch;
  return { ...nulls(rest), ...(checklist === undefined ? {} : { checklist: [...checklist] }) };
}
