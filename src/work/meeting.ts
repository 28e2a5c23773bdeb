import type { Meetup } from '../core/meeting/platforms.ts';
import type { Matter } from '../core/owing/matter.ts';
import type { Session } from '../core/session/session.ts';

/** What the jobs that make and move meetings have in common. */

/** How often the wanted platform is tried before another one is used: people wait for the link. */
const PATIENT_TRIES = 3;

/** Who has to wait longer for it had better meet elsewhere. */
const LONGEST_WAIT_SECONDS = 10;
/** What the wanted platform asks people to wait is no try for so long; after that it is one like any other failure. */
const WAITS_MS = 60_000;
/** So long before the start nobody is let wait any more. */
const NEAR_MS = 60_000;

export interface Attempt {
  readonly number: number;
  readonly isLast: boolean;
  /** Since the meeting was asked for. */
  readonly ageMs: number;
}

/** How long people wait for the platform that they want. */
export interface Patience {
  /** Whether it is asked again, before another one is used. `waitSeconds`: how long it says itself; 0: it says nothing. */
  isPatient(waitSeconds: number): boolean;
  /** What to throw, so that it is asked again: its wait is waited for and is no try, everything else is one. */
  again(error: unknown): Error;
}

export function patienceOf({ number, isLast, ageMs }: Attempt, startsAt: Date, now: Date): Patience {
  const isWorthAnotherTry = number < PATIENT_TRIES && !isLast;
  const isWaitedFor = (seconds: number) => seconds > 0 && ageMs + seconds * 1000 <= WAITS_MS;
  return {
    isPatient: (waitSeconds) => {
      if (waitSeconds === 0) return isWorthAnotherTry;
      const isNear = startsAt.getTime() - now.getTime() < NEAR_MS + waitSeconds * 1000;
      if (isNear || waitSeconds > LONGEST_WAIT_SECONDS) return false;
      return isWorthAnotherTry || isWaitedFor(waitSeconds);
    },
    again: (error) => {
      if (error instanceof Error && isWaitedFor(waitSecondsOf(error))) return error;
      return new Error(error instanceof Error ? error.message : String(error), { cause: error });
    },
  };
}

/** How long a platform that failed wants to be left alone; 0 where it does not say. */
export function waitSecondsOf(error: unknown): number {
  const seconds = error instanceof Error && 'retryAfterSeconds' in error ? error.retryAfterSeconds : undefined;
  return typeof seconds === 'number' ? seconds : 0;
}

/** The session with all that a platform is told of it. */
export function meetupOf(session: Session, { tutor, contacts }: Matter): Meetup {
  return { session, tutor, contacts: session.participants.flatMap(({ person }) => contacts.get(person) ?? []) };
}
