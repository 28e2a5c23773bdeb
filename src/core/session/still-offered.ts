import { countedOf, type Objection, objection } from '../calendar/objection.ts';
import type { Tutor } from '../people/person.ts';
import type { Transaction } from '../store.ts';
import type { Session } from './session.ts';

const DAY = 86_400_000;

/** The holds alone keep nobody from what is only too close to another session, or one too many. */
function isLimited({ rules }: Tutor): boolean {
  const { mostADay, mostAWeek, beforeMinutes, afterMinutes } = rules;
  return mostADay !== undefined || mostAWeek !== undefined || beforeMinutes > 0 || afterMinutes > 0;
}

/**
 * Whoever asks does so one after the other, and whoever asks the same tutor at the same moment too, where that matters.
 * @param tutor undefined: whoever takes it looks at it themself
 */
export async function lockAsking(
  tx: Pick<Transaction, 'lockPerson'>,
  learner: string,
  tutor: Tutor | undefined,
): Promise<void> {
  const people = tutor && isLimited(tutor) ? [learner, tutor.person.id] : [learner];
  // Always in the same order: two who ask each other do not wait for each other.
  for (const person of people.toSorted()) await tx.lockPerson(person);
}

/**
 * What speaks against these sessions since somebody else asked a moment ago: looked at again once it is locked. What
 * each of them holds itself is not in its way.
 */
export async function objectionsNow(
  tx: Pick<Transaction, 'around'>,
  learner: string,
  tutor: Tutor,
  sessions: readonly Pick<Session, 'id' | 'startsAt' | 'endsAt'>[],
  now: Date,
): Promise<readonly (Objection | undefined)[]> {
  if (!isLimited(tutor)) return sessions.map(() => undefined);
  const around = await tx.around({
    people: [tutor.person.id],
    counted: countedOf([tutor]),
    from: new Date(Math.min(...sessions.map(({ startsAt }) => startsAt.getTime())) - DAY),
    to: new Date(Math.max(...sessions.map(({ endsAt }) => endsAt.getTime())) + DAY),
    now,
    learner,
  });
  return sessions.map(({ id, startsAt, endsAt }) => {
    const against = objection(tutor, { startsAt, endsAt, except: id }, around, now);
    return against?.why === 'busy' || against?.why === 'full' ? against : undefined;
  });
}
