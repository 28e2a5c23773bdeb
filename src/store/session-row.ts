import { z } from 'zod';
import type { MessageRule } from '../core/community/rules.ts';
import { failureCode } from '../core/meeting/failure.ts';
import type { SessionPatch } from '../core/session/port.ts';
import type {
  Claim,
  Meeting,
  Outcome,
  Participant,
  Proposal,
  Role,
  Session,
  SessionState,
} from '../core/session/session.ts';
import { Prisma } from './generated/client.ts';
import { nulls } from './nulls.ts';
import { asJson, columns, fromJson } from './table.ts';

/** A session with everything that belongs to it: it is always read whole, and this is read more than all else. */
type Row = Prisma.SessionGetPayload<Record<never, never>> & {
  readonly participants: readonly Prisma.ParticipantGetPayload<Record<never, never>>[];
  readonly candidates: readonly Pick<Prisma.CandidateGetPayload<Record<never, never>>, 'personId' | 'platformWanted'>[];
  readonly meeting: Prisma.MeetingGetPayload<Record<never, never>> | null;
  readonly asksComing: boolean;
  readonly messages: MessageRule;
  readonly waiting: readonly string[];
  readonly observers: Session['observers'];
};

export type SessionRow = Row;

/** What a session is added with. */
export function fromSession({
  tutor,
  proposal,
  asksComing: _asksComing,
  messages: _messages,
  observers: _observers,
  series,
  ...session
}: Omit<Session, 'candidates' | 'choices' | 'participants' | 'waiting' | 'meeting' | 'organization'>) {
  return {
    ...nulls(session),
    ...fromSeries(series),
    tutorId: tutor ?? null,
    proposal: proposal ? fromProposal(proposal) : null,
  };
}

/** The columns of `SessionRow`, for a statement that calls the session `s`. */
export const SESSION_ROW = sessionRow('s');

/** The same where it is called something else. */
export function sessionRow(s: string): string {
  return `${columns(s, Prisma.SessionScalarFieldEnum)},
  COALESCE((SELECT json_agg(${asJson('p', Prisma.ParticipantScalarFieldEnum)} ORDER BY p.position, p.person_id)
    FROM participant p WHERE p.session_id = ${s}.id), '[]') AS "participants",
  COALESCE((SELECT json_agg(json_build_object('personId', c.person_id, 'platformWanted', c.platform_wanted) ORDER BY c.person_id)
    FROM candidate c WHERE c.session_id = ${s}.id AND NOT c.declined), '[]') AS "candidates",
  (SELECT ${asJson('m', Prisma.MeetingScalarFieldEnum)} FROM meeting m WHERE m.session_id = ${s}.id) AS "meeting",
  (SELECT o.asks_coming FROM organization o WHERE o.id = ${s}.organization_id) AS "asksComing",
  (SELECT o.messages FROM organization o WHERE o.id = ${s}.organization_id) AS "messages",
  CASE WHEN ${s}.capacity = 1 THEN '[]' ELSE COALESCE((SELECT json_agg(w.person_id ORDER BY w.nr)
    FROM waiting w WHERE w.session_id = ${s}.id), '[]') END AS "waiting",
  COALESCE((SELECT json_agg(json_build_object('person', o.observer_id, 'of', o.learner_id) ORDER BY o.id)
    FROM observer o JOIN participant ol ON ol.person_id = o.learner_id AND ol.role = 'learner'
    WHERE ol.session_id = ${s}.id AND o.confirmed_at IS NOT NULL AND o.agreed_at IS NOT NULL AND o.ended_at IS NULL),
    '[]') AS "observers"`;
}

export function toSession(row: Row): Session {
  return {
    id: row.id,
    organization: row.organizationId,
    state: row.state as SessionState,
    version: row.version,
    sequence: row.sequence,
    subject: row.subject,
    note: row.note,
    startsAt: row.startsAt,
    endsAt: row.endsAt,
    zone: row.zone ?? undefined,
    tutor: row.tutorId ?? undefined,
    candidates: row.candidates.map((candidate) => candidate.personId),
    choices: Object.fromEntries(
      row.candidates.flatMap(({ personId, platformWanted }) =>
        platformWanted === null ? [] : [[personId, platformWanted]],
      ),
    ),
    participants: row.participants.map((one) => toParticipant(fromJson(one))),
    capacity: row.capacity,
    minimum: row.minimum ?? undefined,
    minimumUntil: row.minimumUntil ?? undefined,
    waiting: row.waiting,
    observers: row.observers,
    requestedAt: row.requestedAt,
    confirmedAt: row.confirmedAt ?? undefined,
    startedAt: row.startedAt ?? undefined,
    endedAt: row.endedAt ?? undefined,
    confirmedBy: row.confirmedBy ?? undefined,
    movedFromAt: row.movedFromAt ?? undefined,
    movedBy: row.movedBy ?? undefined,
    proposal: row.proposal === null ? undefined : toProposal(row.proposal),
    reason: row.reason ?? undefined,
    closedBy: row.closedBy ?? undefined,
    cancelledLate: row.cancelledLate,
    needsCredit: row.needsCredit,
    platformWanted: row.platformWanted ?? undefined,
    meeting: row.meeting ? toMeeting(fromJson(row.meeting)) : undefined,
    meetingAttempt: row.meetingAttempt,
    meetingDueAt: row.meetingDueAt ?? undefined,
    meetingSlowAt: row.meetingSlowAt ?? undefined,
    recordingUrl: row.recordingUrl ?? undefined,
    transcriptUrl: row.transcriptUrl ?? undefined,
    recordingDueAt: row.recordingDueAt ?? undefined,
    tutorNotes: row.tutorNotes ?? undefined,
    nudgedAt: row.nudgedAt ?? undefined,
    escalatedAt: row.escalatedAt ?? undefined,
    rateNudgedAt: row.rateNudgedAt ?? undefined,
    decidedUntil: row.decidedUntil ?? undefined,
    asksComing: row.asksComing,
    messages: row.messages,
    comingAskedAt: row.comingAskedAt ?? undefined,
    silenceAt: row.silenceAt ?? undefined,
    series: toSeries(row),
  };
}

function toSeries({ seriesId, seriesOrdinal, seriesSize, answerUntil }: Row): Session['series'] {
  if (seriesId === null || seriesOrdinal === null || seriesSize === null || answerUntil === null) return undefined;
  return { id: seriesId, ordinal: seriesOrdinal, size: seriesSize, answerBy: answerUntil };
}

function fromSeries(series: Session['series']) {
  return {
    seriesId: series?.id ?? null,
    seriesOrdinal: series?.ordinal ?? null,
    seriesSize: series?.size ?? null,
    answerUntil: series?.answerBy ?? null,
  };
}

const KeptProposal = z.object({ by: z.string(), at: z.number(), times: z.array(z.number()) });

function toProposal(kept: unknown): Proposal {
  const { by, at, times } = KeptProposal.parse(kept);
  return { by, at: new Date(at), times: times.map((time) => new Date(time)) };
}

function fromProposal({ by, at, times }: Proposal) {
  return { by, at: at.getTime(), times: times.map((time) => time.getTime()) };
}

function toParticipant(row: Row['participants'][number]): Participant {
  return {
    person: row.personId,
    role: row.role as Role,
    joinedAt: row.joinedAt ?? undefined,
    leftAt: row.leftAt ?? undefined,
    lateUntil: row.lateUntil ?? undefined,
    comesAt: row.comesAt ?? undefined,
    claim: (row.claim ?? undefined) as Claim | undefined,
    claimedAt: row.claimedAt ?? undefined,
    tutorClaim: (row.tutorClaim ?? undefined) as Claim | undefined,
    outcome: (row.outcome ?? undefined) as Outcome | undefined,
    rating: row.rating ?? undefined,
    comment: row.comment ?? undefined,
    note: row.note ?? undefined,
    sharesComment: row.sharesComment,
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
    ...(row.invites && { invited: row.invited }),
    fallback: fallbackFrom === null ? undefined : { from: fallbackFrom, why: failureCode(fallbackWhy ?? '') },
  };
}

export function fromMeeting({ fallback, invited, ...meeting }: Meeting) {
  return {
    ...nulls(meeting),
    invites: invited !== undefined,
    invited: [...(invited ?? [])],
    fallbackFrom: fallback?.from ?? null,
    fallbackWhy: fallback?.why ?? null,
  };
}

export function fromSessionPatch({ ...patch }: SessionPatch) {
  const { tutor, proposal, series, ...rest } = patch;
  return {
    ...nulls(rest),
    ...(series && { answerUntil: series.answerBy }),
    ...('tutor' in patch ? { tutorId: tutor ?? null } : {}),
    ...('proposal' in patch ? { proposal: proposal ? fromProposal(proposal) : null } : {}),
  };
}

export function fromParticipantPatch(patch: Partial<Omit<Participant, 'person' | 'role'>>) {
  const { checklist, ...rest } = patch;
  return { ...nulls(rest), ...(checklist === undefined ? {} : { checklist: [...checklist] }) };
}
