import { sessionSubject } from '../owing/subject.ts';
import type { Doer } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { observedBy, participant, type Session } from '../session/session.ts';
import type { Transaction } from '../store.ts';

/**
 * An observer takes a learner out of it: the learner reads who did that, and so does whoever reads what happened.
 * @throws Refusal where it is not their learner, or not one who has a place in it
 */
export async function tellTakenOut(
  tx: Transaction,
  by: Doer,
  session: Session,
  learner: string,
  at: Date,
): Promise<void> {
  const isTheirs = observedBy(session, by.person.id).includes(learner);
  if (!isTheirs || participant(session, learner)?.role !== 'learner') throw new Refusal('not-in', {});
  const { id, state, subject, startsAt } = session;
  await tx.audit({ about: sessionSubject(id), by: by.person.id, event: 'take-out', from: state, to: state, at });
  const data = { subject, at: startsAt.getTime(), by: by.person.id, name: by.person.name };
  const about = { kind: 'person', id: learner } as const;
  const dedupeKey = `${id} ${String(at.getTime())}`;
  await tx.owe([{ kind: 'taken-out', to: { person: learner }, about, dedupeKey, data }], at);
}
