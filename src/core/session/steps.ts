import { newId, newSecret } from '../id.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor, Person } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { OrganizationTransaction, Store, SystemTransaction, Transaction } from '../store.ts';
import type { SessionPatch } from './port.ts';
import { isOpen, type Participant, type Role, type Session } from './session.ts';

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
    claim: undefined,
    tutorClaim: undefined,
    outcome: undefined,
    rating: undefined,
    comment: undefined,
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
    id: newId(),
    organization: learner.organization,
    state: 'requested',
    version: 1,
    participants: [
      newParticipant(learner.id, 'learner'),
      ...(agreed.tutor === undefined ? [] : [newParticipant(agreed.tutor, 'tutor')]),
    ],
    requestedAt: now,
    confirmedAt: undefined,
    startedAt: undefined,
    endedAt: undefined,
    reason: undefined,
    closedBy: undefined,
    platformWanted: undefined,
    meeting: undefined,
    meetingAttempt: 1,
    meetingDueAt: undefined,
    recordingUrl: undefined,
    tutorNotes: undefined,
    escalatedAt: undefined,
    rateNudgedAt: undefined,
    decidedUntil: undefined,
  };
}

export function holdFor(tx: Transaction, person: string, session: Session): Promise<boolean> {
  return tx.hold(person, { why: 'session', id: session.id }, session.startsAt, session.endsAt);
}

/** Changes the state, writes who did it, frees the time of a session that is over, and brings the cards up to date. */
export async function step(
  tx: Transaction,
  session: Session,
  by: string,
  event: string,
  patch: SessionPatch,
  at: Date,
  data?: Readonly<Record<string, string | number>>,
): Promise<void> {
  const to = patch.state ?? session.state;
  if (!(await tx.changeSession(session, patch))) throw new Refusal('changed', {});
  if (!isOpen({ state: to })) {
    await tx.release({ id: session.id });
    await tx.releaseHost(session.id);
  }
  if (to === 'cancelled' && session.meeting) {
    const { platform, meetingId } = session.meeting;
    await tx.enqueue({ name: 'remove-meeting', data: { platform, meetingId } });
  }
  const about = sessionSubject(session.id);
  await tx.audit({ about, by, event, from: session.state, to, at, ...(data && { data }) });
  await tx.enqueue({ name: 'refresh', data: { about } });
}

export async function reread(tx: Transaction, id: string): Promise<Session> {
  const session = await tx.session(id);
  if (!session) throw new Refusal('no-such-session', {});
  return session;
}
