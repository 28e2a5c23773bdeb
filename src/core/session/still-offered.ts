import { countedOf, type Objection, objection } from '../calendar/objection.ts';
import type { Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
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
 * @param tutor undefined: any tutor was asked, and `refuseOverOwnLimit` looks at whoever takes it
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
  const around = await aroundThem(tx, learner, tutor, sessions, now);
  return sessions.map(({ id, startsAt, endsAt }) => {
    const against = objection(tutor, { startsAt, endsAt, except: id }, around, now);
    return against?.why === 'busy' || against?.why === 'full' ? against : undefined;
  });
}

/**
 * Whoever takes what any tutor was asked for has had time to take others since: they go by their own limits until they
 * change them. Days off and holidays are theirs to overlook, and so is what stands in another calendar.
 * @throws Refusal `you-are-full`, `you-are-too-close`
 */
export async function refuseOverOwnLimit(
  tx: Pick<Transaction, 'around' | 'lockPerson' | 'tutor'>,
  person: string,
  session: Pick<Session, 'id' | 'startsAt' | 'endsAt'>,
  now: Date,
): Promise<void> {
  const known = await tx.tutor(person);
  if (!known || !isLimited(known)) return;
  // Two that they confirm at the same moment are looked at one after the other.
  await tx.lockPerson(person);
  const { held, taught } = await aroundThem(tx, person, known, [session], now);
  const around = { held: held.filter(({ why }) => why === 'session'), taught, closures: [] };
  const asked = { startsAt: session.startsAt, endsAt: session.endsAt, except: session.id };
  const against = objection({ ...known, exceptions: [] }, asked, around, now);
  const { beforeMinutes, afterMinutes } = known.rules;
  if (against?.why === 'busy')
    throw new Refusal('you-are-too-close', { minutes: Math.max(beforeMinutes, afterMinutes) });
  if (against?.why === 'full') throw new Refusal('you-are-full', { most: against.most, per: against.per });
}

function aroundThem(
  tx: Pick<Transaction, 'around'>,
  learner: string,
  tutor: Tutor,
  sessions: readonly Pick<Session, 'startsAt' | 'endsAt'>[],
  now: Date,
) {
  return tx.around({
    people: [tutor.person.id],
    counted: countedOf([tutor]),
    from: new Date(Math.min(...sessions.map(({ startsAt }) => startsAt.getTime())) - DAY),
    to: new Date(Math.max(...sessions.map(({ endsAt }) => endsAt.getTime())) + DAY),
    now,
    learner,
  });
}
