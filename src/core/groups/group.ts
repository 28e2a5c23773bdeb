import { learners, type Session } from '../session/session.ts';

/** What is true of sessions with room for several learners. */

const HOUR = 3_600_000;

/** So long before the start it is decided whether enough have signed up, the usual one first; of those that lie ahead. */
export const DECIDED_HOURS_BEFORE = [12, 24, 48, 6, 2, 1] as const;

/** Anybody of the organization may sign up for it. */
export function isGroup({ capacity }: Pick<Session, 'capacity'>): boolean {
  return capacity > 1;
}

export function placesLeft(session: Pick<Session, 'capacity' | 'participants'>): number {
  return Math.max(0, session.capacity - learners(session).length);
}

export function isWaitingFor({ waiting }: Pick<Session, 'waiting'>, person: string): boolean {
  return waiting.includes(person);
}

/** True while it is not decided whether it takes place, and fewer have signed up than it needs. */
export function needsMore({ minimum, minimumUntil, participants }: MinimumOf): boolean {
  return minimum !== undefined && minimumUntil !== undefined && learners({ participants }).length < minimum;
}

type MinimumOf = Pick<Session, 'minimum' | 'minimumUntil' | 'participants'>;

/** When it is decided, so many hours before the start; where that has passed, as late as it can be. */
export function decidedAt(startsAt: Date, hoursBefore: number, now: Date): Date {
  const earlier = DECIDED_HOURS_BEFORE.filter((hours) => hours <= hoursBefore).toSorted((a, b) => b - a);
  const instants = earlier.map((hours) => new Date(startsAt.getTime() - hours * HOUR));
  return instants.find((at) => at > now) ?? startsAt;
}

/** The same for one that is moved: as long before its new start, where that is still ahead. */
export function decidedWhenMoved(
  { startsAt, minimumUntil }: Pick<Session, 'startsAt' | 'minimumUntil'>,
  to: Date,
  now: Date,
): Date | undefined {
  return minimumUntil && decidedAt(to, (startsAt.getTime() - minimumUntil.getTime()) / HOUR, now);
}
