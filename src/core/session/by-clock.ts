import { follow } from '../may.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Transaction } from '../store.ts';
import { learners, type Session } from './session.ts';
import { ended, shouldStart } from './sessions.ts';
import { step } from './steps.ts';

/** What the clock does to a session whose time has come, in the transaction that has locked it. */

const BY = 'clock';

export async function expire(tx: Transaction, session: Session, now: Date): Promise<void> {
  await step(tx, session, BY, 'expire', { state: follow(BY, 'expire', session, now) }, now);
  const about = sessionSubject(session.id);
  await tx.owe(
    learners(session).map(({ person }) => ({ kind: 'expired', to: { person }, about })),
    now,
  );
}

/** Who comes later starts it by coming. */
export async function startByClock(tx: Transaction, session: Session, now: Date): Promise<void> {
  if (!shouldStart(session, now)) return;
  await step(tx, session, BY, 'start', { state: follow(BY, 'start', session, now), startedAt: now }, now);
}

export async function endByClock(tx: Transaction, session: Session, now: Date): Promise<void> {
  await ended(tx, session, BY, follow(BY, 'end', session, now), now);
}
