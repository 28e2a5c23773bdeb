import { follow } from '../may/may.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Session } from '../session/session.ts';
import { step } from '../session/steps.ts';
import type { Transaction } from '../store.ts';
import { callOffAll } from './course.ts';
import { everybodyOf, isEnough } from './places.ts';

const BY = 'clock';

/** The time has come to decide whether it takes place: if fewer have signed up than it needs it is called off, and everybody hears of it. */
export async function decideOnMinimum(tx: Transaction, session: Session, now: Date): Promise<void> {
  const about = sessionSubject(session.id);
  if (isEnough(session)) {
    await tx.annotateSession(session.id, { minimumUntil: undefined });
    await tx.enqueue({ name: 'refresh', data: { about } });
    return;
  }
  const to = follow(BY, 'call-off', session, now);
  const course = session.series && (await tx.lockSeries(session.series.id));
  if (course) return callOffAll(tx, course.sessions, BY, now);
  await step(tx, session, BY, 'call-off', { state: to, closedBy: BY }, now);
  await tx.owe(
    everybodyOf(session).map((person) => ({
      kind: 'cancelled',
      to: { person },
      about,
      dedupeKey: String(session.version),
    })),
    now,
  );
}
