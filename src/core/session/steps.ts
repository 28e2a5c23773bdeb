import { tellCalendars } from '../calendar/tell.ts';
import { newId, newSecret } from '../id.ts';
import { noteAnswer } from '../moderation/answering.ts';
import type { Owed, OwedToAll } from '../owing/port.ts';
import { seriesSubject, sessionSubject } from '../owing/subject.ts';
import type { Actor, Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationTransaction, Store, SystemTransaction, Transaction } from '../store.ts';
import type { SessionPatch } from './port.ts';
import { isOn, isOpen, type Participant, type Role, type Session } from './session.ts';

/** What every way of a session is made of. */

/** Locks a session and runs `work` on it as it is now. For whoever acts, that of another organization does not exist. */
export function locking(store: Pick<Store, 'of'>) {
  return <T>(
    by: Pick<Actor, 'person'>,
    id: string,
    work: (tx: OrganizationTransaction, session: Session) => Promise<T>,
  ): Promise<T> => store.of(by.person.organization).transaction((tx) => withLocked(tx, id, work));
}

/** The same for what the bot does by itself, whosever the session is. */
export function lockingAny(store: Pick<Store, 'transaction'>) {
  return <T>(id: string, work: (tx: SystemTransaction, session: Session) => Promise<T>): Promise<T> =>
    store.transaction((tx) => withLocked(tx, id, work));
}

async function withLocked<Tx extends Transaction, T>(
  tx: Tx,
  id: string,
  work: (tx: Tx, session: Session) => Promise<T>,
): Promise<T> {
  const session = await tx.lockSession(id);
  if (!session) throw new Refusal('no-such-session', {});
  return work(tx, session);
}

export function newParticipant(person: string, role: Role): Participant {
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

type Agreed = Pick<Session, 'tutor' | 'candidates' | 'subject' | 'note' | 'startsAt' | 'endsAt'>;

/** A session that nobody has answered yet. */
export function newSession(learner: Person, agreed: Agreed, now: Date): Session {
  return {
    ...agreed,
    choices: {},
    capacity: 1,
    minimum: undefined,
    minimumUntil: undefined,
    waiting: [],
    observers: [],
    id: newId(),
    organization: learner.organization,
    zone: learner.zone,
    state: 'requested',
    version: 1,
    sequence: 0,
    participants: [
      newParticipant(learner.id, 'learner'),
      ...(agreed.tutor === undefined ? [] : [newParticipant(agreed.tutor, 'tutor')]),
    ],
    requestedAt: now,
    confirmedAt: undefined,
    startedAt: undefined,
    endedAt: undefined,
    confirmedBy: undefined,
    movedFromAt: undefined,
    movedBy: undefined,
    proposal: undefined,
    reason: undefined,
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
  };
}

export function holdFor(tx: Transaction, person: string, session: Session): Promise<boolean> {
  return tx.hold(person, { why: 'session', id: session.id }, session.startsAt, session.endsAt);
}

type Step = Parameters<typeof change>;

/**
 * Changes the state, writes who did it, frees the time of a session that is over, and brings the cards up to date. Other
 * times that were suggested are void by any such change but their own. @returns it as it is then.
 */
export async function step(...one: Step): Promise<Session> {
  const [tx, before] = one;
  const changed = await change(...one);
  if (changed.sequence !== before.sequence && isOn(before)) await tellCalendars(tx, changed, one[5]);
  await refresh(tx, [changed], before.state === 'requested' && changed.state === 'confirmed' && !changed.meetingDueAt);
  return changed;
}

/** What is on screens about these sessions, and about the series that they are of, is brought up to date. `isFollowed`: their rooms come in a moment. */
export async function refresh(
  tx: Transaction,
  sessions: readonly Pick<Session, 'id' | 'series'>[],
  isFollowed = false,
): Promise<void> {
  const series = new Set(sessions.flatMap((one) => one.series?.id ?? []));
  for (const { id } of sessions)
    await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id), ...(isFollowed && { isFollowed }) } });
  for (const id of series) await tx.enqueue({ name: 'refresh', data: { about: seriesSubject(id) } });
}

/** The same without bringing the cards up to date, and without telling calendars: of many that change together most have no card, and they are told of in one file. */
export async function change(
  tx: Transaction,
  session: Session,
  by: string,
  event: string,
  patch: SessionPatch,
  at: Date,
  data?: Readonly<Record<string, string | number>>,
): Promise<Session> {
  const to = patch.state ?? session.state;
  const isVoid = session.proposal !== undefined && !('proposal' in patch);
  const changed = await tx.changeSession(session, isVoid ? { ...patch, proposal: undefined } : patch);
  if (!changed) throw new Refusal('changed', {});
  await noteAnswer(tx, session, by, event, at);
  if (isVoid) await tx.release({ id: session.id, why: 'proposal' });
  if (!isOpen({ state: to })) {
    await tx.release({ id: session.id });
    await tx.releaseHost(session.id);
  }
  // Somebody may wait for the time that is free now.
  const isFreed = patch.startsAt !== undefined || to === 'cancelled' || to === 'declined' || to === 'expired';
  if (isFreed && session.tutor !== undefined) await tx.wakeWatches(session.tutor, at);
  if (to === 'cancelled' && session.meeting) {
    const { platform, meetingId } = session.meeting;
    await tx.enqueue({ name: 'remove-meeting', data: { platform, meetingId } });
  }
  const about = sessionSubject(session.id);
  await tx.audit({ about, by, event, from: session.state, to, at, ...(data && { data }) });
  return changed;
}

/** Owes a short message to everybody in the session but whoever did it, and has it before their eyes. */
export async function tell(
  tx: Transaction,
  session: Session,
  by: string,
  news: Pick<Extract<OwedToAll, { kind: 'confirmed' | 'moved' | 'link' }>, 'kind' | 'data' | 'dedupeKey'>,
  at: Date,
): Promise<void> {
  const about = sessionSubject(session.id);
  const others = session.participants.map((one) => one.person).filter((person) => person !== by);
  await tx.owe(
    others.map((person) => ({ ...news, to: { person }, about }) as Owed),
    at,
  );
}

export async function reread(tx: Transaction, id: string): Promise<Session> {
  const session = await tx.session(id);
  if (!session) throw new Refusal('no-such-session', {});
  return session;
}
