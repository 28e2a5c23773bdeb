import type { Community } from '../../src/core/community/community.ts';
import { newId, newSecret } from '../../src/core/id.ts';
import type { Participant, Role, Session } from '../../src/core/session/session.ts';
import type { Store } from '../../src/core/store.ts';

/** A time in the days of these tests. */
export function at(time: string, day = 2): Date {
  return new Date(`2026-03-0${day}T${time}:00Z`);
}

export const NOW = at('08:00', 1);

type Seen = Parameters<Store['recognise']>[0];

/** How Lena is seen in Slack. */
export const LENA = {
  organization: 'school',
  chat: 'slack',
  space: 'T1',
  userId: 'U-lena',
  name: 'Lena',
  locale: 'de',
} as const satisfies Seen;

/** A community of the school, with a moderation channel. */
export async function someCommunity(store: Store, chat: string, more: Partial<Community> = {}): Promise<Community> {
  const usual = { space: 'T1', organization: 'school', moderationChannel: 'C-admins', adminRole: undefined };
  const community = { ...usual, id: chat, chat, language: 'en', ...more };
  await store.transaction(async (tx) => {
    await tx.addOrganization(community.organization);
    await tx.putCommunity(community);
  });
  return community;
}

/** Gets to know somebody and gives back the id of the person. */
export async function someone(store: Store, name: string, more: Partial<Seen> = {}): Promise<string> {
  const { person } = await store.recognise({ ...LENA, name, userId: `U-${name}`, ...more }, NOW);
  return person.id;
}

export function someParticipant(person: string, role: Role): Participant {
  return {
    person,
    role,
    joinedAt: undefined,
    leftAt: undefined,
    lateUntil: undefined,
    comesAt: undefined,
    claim: undefined,
    claimedAt: undefined,
    tutorClaim: undefined,
    outcome: undefined,
    rating: undefined,
    comment: undefined,
    note: undefined,
    sharesComment: true,
    ratedAt: undefined,
    checklist: [],
    agreesToRecording: undefined,
    joinToken: newSecret(),
  };
}

/** A requested session, not in the database yet. */
export function someSession(learner: string, tutor: string, more: Partial<Session> = {}): Session {
  return {
    id: newId(),
    organization: 'school',
    state: 'requested',
    version: 1,
    sequence: 0,
    subject: 'Algebra',
    note: '',
    startsAt: at('17:00'),
    endsAt: at('18:00'),
    tutor,
    candidates: [],
    choices: {},
    capacity: 1,
    minimum: undefined,
    minimumUntil: undefined,
    waiting: [],
    observers: [],
    participants: [someParticipant(learner, 'learner'), someParticipant(tutor, 'tutor')],
    zone: undefined,
    requestedAt: NOW,
    confirmedAt: undefined,
    startedAt: undefined,
    endedAt: undefined,
    reason: undefined,
    confirmedBy: undefined,
    movedFromAt: undefined,
    movedBy: undefined,
    proposal: undefined,
    closedBy: undefined,
    cancelledLate: false,
    needsCredit: false,
    platformWanted: undefined,
    meeting: undefined,
    meetingAttempt: 1,
    meetingDueAt: undefined,
    meetingSlowAt: undefined,
    recordingUrl: undefined,
    transcriptUrl: undefined,
    recordingDueAt: undefined,
    tutorNotes: undefined,
    nudgedAt: undefined,
    escalatedAt: undefined,
    rateNudgedAt: undefined,
    decidedUntil: undefined,
    asksComing: false,
    messages: 'on',
    comingAskedAt: undefined,
    silenceAt: undefined,
    series: undefined,
    ...more,
  };
}

/** A requested session of two people, in the database. */
export async function booked(
  store: Store,
  learner: string,
  tutor: string,
  more: Partial<Session> = {},
): Promise<Session> {
  const session = someSession(learner, tutor, more);
  await store.transaction((tx) => tx.addSession(session));
  return session;
}
