import type { Busy } from '../session/port.ts';
import type { Closure, Rules } from './hours.ts';
import type { Stretch } from './wall-clock.ts';

/** A stretch of somebody's time that is held, and what for. */
export interface Held extends Busy {
  readonly why: string;
  /** Whose it is; undefined: no session's. */
  readonly session: string | undefined;
}

/** A session that a tutor has, to be counted. */
export interface Taught {
  readonly tutor: string;
  readonly session: string;
  readonly startsAt: Date;
}

/** All that is in the way of new sessions of some people, read with one question: `store.around`. */
export interface Around {
  readonly held: readonly Held[];
  /** Of tutors with a limit alone: a week more to each side than what was asked for. */
  readonly taught: readonly Taught[];
  readonly closures: readonly Closure[];
}

export interface AroundQuery {
  /** Tutors and learners. */
  readonly people: readonly string[];
  /** Those of whom sessions are counted. */
  readonly counted: readonly string[];
  readonly from: Date;
  readonly to: Date;
  readonly now: Date;
  /** What is kept for them is in nobody's way who asks for them. */
  readonly learner?: string | undefined;
}

export interface CalendarReads {
  /** Holidays and terms, soonest first. */
  closures(): Promise<readonly Closure[]>;
  around(query: AroundQuery): Promise<Around>;
  /** How many sessions each of these tutors has between two instants; who has none is left out. */
  sessionCounts(tutors: readonly string[], from: Date, to: Date): Promise<ReadonlyMap<string, number>>;
}

export interface CalendarWrites {
  putClosures(
    organization: string,
    closures: readonly (Closure & { readonly key?: string | undefined })[],
  ): Promise<void>;
  removeClosure(organization: string, id: string): Promise<void>;
}

const MINUTE = 60_000;

/** During which nothing of this tutor's may lie because of what is held: between two sessions the larger buffer counts, once. */
export function blockedBy({ startsAt, endsAt, why }: Held, { beforeMinutes, afterMinutes }: Rules): Stretch {
  const larger = Math.max(beforeMinutes, afterMinutes);
  const isNoSession = why === 'calendar';
  const [after, before] = why === 'buffer' ? [0, 0] : isNoSession ? [beforeMinutes, afterMinutes] : [larger, larger];
  return { from: startsAt.getTime() - before * MINUTE, to: endsAt.getTime() + after * MINUTE };
}
