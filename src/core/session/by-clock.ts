import { noteIgnored } from '../moderation/answering.ts';
import { sessionSubject } from '../owing/subject.ts';
import { refreshMany, tellOfMany } from '../series/steps.ts';
import type { Transaction } from '../store.ts';
import { sides } from './proposals.ts';
import { learners, type Session, type SessionState } from './session.ts';
import { ended, shouldStart } from './sessions.ts';
import { change, step } from './steps.ts';

/** What the clock does to a session whose time has come, in the transaction that has locked it. */

const BY = 'clock';

/** Those of a series expire together, and one message says so. */
export async function expire(tx: Transaction, session: Session, now: Date, to: SessionState): Promise<void> {
  const expired = { state: to };
  await noteIgnored(tx, session, now);
  if (session.series) {
    await change(tx, session, BY, 'expire', expired, now);
    await refreshMany(tx, [session]);
    const people = learners(session).map(({ person }) => person);
    return tellOfMany(tx, session.series.id, people, { what: 'expired' }, [session], session.series.answerBy);
  }
  await step(tx, session, BY, 'expire', expired, now);
  const about = sessionSubject(session.id);
  await tx.owe(
    learners(session).map(({ person }) => ({
      kind: 'expired',
      to: { person },
      about,
      dedupeKey: String(session.version),
    })),
    now,
  );
}

/** Nobody has taken another time: all stays as it was, and both sides know. */
export async function lapse(tx: Transaction, session: Session, now: Date, to: SessionState): Promise<void> {
  const { id, proposal } = session;
  if (!proposal) return;
  await step(tx, session, BY, 'lapse', { state: to, proposal: undefined }, now);
  await tx.release({ id, why: 'proposal' });
  const about = sessionSubject(id);
  const data = { by: proposal.by };
  const dedupeKey = String(session.version);
  await tx.owe(
    sides(session).map((person) => ({ kind: 'times-lapsed', to: { person }, about, data, dedupeKey })),
    now,
  );
}

/** Who comes later starts it by coming. */
export async function startByClock(tx: Transaction, session: Session, now: Date, to: SessionState): Promise<void> {
  if (!shouldStart(session, now)) return;
  await step(tx, session, BY, 'start', { state: to, startedAt: now }, now);
}

export async function endByClock(tx: Transaction, session: Session, now: Date, to: SessionState): Promise<void> {
  await ended(tx, session, BY, to, now);
}
