import type { Happened } from '../credits/settle.ts';
import { sessionSubject } from '../owing/subject.ts';
import { participant, type Session } from '../session/session.ts';
import type { Transaction } from '../store.ts';

/** A learner has left a group session, which goes on without them. */
const LEFT = 'leave';
/** They did not do that themselves: one of their observers did. */
const TAKEN_OUT = 'take-out';

/** What of all that happens to a session its learners' observers are told, by the event in its audit. */
const TOLD: Readonly<Record<string, ObservedEvent>> = {
  confirm: 'confirmed',
  meet: 'confirmed',
  enrol: 'confirmed',
  'move-up': 'confirmed',
  reopen: 'reopened',
  move: 'moved',
  'take-time': 'moved',
  'hand-over': 'handed-over',
  'hand-to': 'handed-over',
  decline: 'declined',
  expire: 'expired',
  cancel: 'cancelled',
  'call-off': 'cancelled',
  [LEFT]: 'cancelled',
  outcome: 'outcome',
};

export const OBSERVED_EVENTS = [
  'confirmed',
  'reopened',
  'moved',
  'handed-over',
  'declined',
  'expired',
  'cancelled',
  'outcome',
] as const;
export type ObservedEvent = (typeof OBSERVED_EVENTS)[number];

/**
 * Whoever observes a learner hears of what happens to their sessions, whatever it was that did it. Of several of a series
 * to which the same happens at once they hear once.
 */
export async function tellObservers(
  tx: Pick<Transaction, 'owe' | 'observersOf'>,
  sessions: readonly Session[],
  happened: readonly Happened[],
): Promise<void> {
  for (const { session: id, event, by, at } of happened) {
    const session = sessions.find((one) => one.id === id);
    const what = TOLD[event];
    if (!session || !what || (event !== LEFT && session.observers.length === 0)) continue;
    const same = sessions.filter(
      (one) =>
        session.series !== undefined &&
        one.series?.id === session.series.id &&
        happened.some((other) => other.session === one.id && other.event === event),
    );
    const first = same.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0] ?? session;
    if (first.id !== session.id) continue;
    const observers = event === LEFT ? await observersOf(tx, by) : session.observers;
    const knows = event === LEFT ? happened.filter((one) => one.event === TAKEN_OUT).map((one) => one.by) : [];
    const told = observers.filter(
      ({ person }) => person !== by && !knows.includes(person) && !participant(session, person),
    );
    const data = { what, at: session.startsAt.getTime(), count: Math.max(1, same.length) };
    await tx.owe(
      told.map(({ person, of }) => ({
        kind: 'observed',
        to: { person },
        about: sessionSubject(id),
        dedupeKey: `${what} ${String(at.getTime())} ${of}`,
        data: { ...data, of },
      })),
      at,
    );
  }
}

/** Of whoever is not in it any more, no session knows it. */
async function observersOf(tx: Pick<Transaction, 'observersOf'>, learner: string): Promise<Session['observers']> {
  const all = await tx.observersOf(learner);
  return all
    .filter((one) => one.learner === learner && one.confirmedAt && one.agreedAt)
    .map(({ observer }) => ({ person: observer, of: learner }));
}
