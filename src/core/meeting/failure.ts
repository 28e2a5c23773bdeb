import { AVOIDED_MINUTES } from '../limits.ts';

/**
 * How a failure of a platform ends:
 * - `by-itself`: soon, and a look at the account tells. Nobody has to do anything.
 * - `mended`: when somebody has done something about it, and a look at the account tells.
 * - `next-day`: with the day in UTC, by which limits are counted.
 * - `that-hour`: the platform works, only not at the time of that session.
 * - `those-people`: it works, only not for the people of that session. Nobody has to hear of it.
 * - `next-meeting`: only the next meeting tells; an account without Meet answers every other question well.
 */
type End = 'by-itself' | 'mended' | 'next-day' | 'that-hour' | 'those-people' | 'next-meeting';

/** Why a platform could not be used. What an admin must do about it is in the words of each language. */
const FAILURES = {
  /** Not in `MEETING_PLATFORMS` any more. */
  'not-set-up': 'next-meeting',
  'bad-credentials': 'mended',
  'missing-permission': 'mended',
  /** The account makes no links for video meetings. */
  'no-link': 'next-meeting',
  /** The account's plan does not cover it. */
  'needs-paid-plan': 'next-meeting',
  /** An account or a calendar that the settings name is not there. */
  'no-such-host': 'mended',
  'no-host-free': 'that-hour',
  /** Not all of a session's people are in one server of the bot. */
  'not-in-server': 'those-people',
  /** No more channels fit into the server. */
  'too-many-rooms': 'next-meeting',
  refused: 'next-meeting',
  'rate-limited': 'by-itself',
  /** Nothing more today. */
  'quota-used-up': 'next-day',
  gone: 'next-meeting',
  /** People are in it, so it cannot be deleted now. */
  'in-progress': 'next-meeting',
  /** Something else answers where it should be. */
  'wrong-address': 'mended',
  'bad-certificate': 'mended',
  unreachable: 'by-itself',
  'timed-out': 'by-itself',
  broken: 'by-itself',
  /** An answer that does not fit the vendor's own description, or a fault of ours. */
  'not-understood': 'next-meeting',
} as const satisfies Record<string, End>;

export type FailureCode = keyof typeof FAILURES;

/** A code as it was stored. One that there is no more says as much as `not-understood`. */
export function failureCode(text: string): FailureCode {
  return isFailureCode(text) ? text : 'not-understood';
}

function isFailureCode(text: string): text is FailureCode {
  return Object.hasOwn(FAILURES, text);
}

/** Over soon by itself: whoever hears of it may be patient. */
export function isPassing(why: FailureCode): boolean {
  return FAILURES[why] === 'by-itself';
}

/** Whether a look at the account tells that it is over. */
export function isSeenByCheck(why: FailureCode): boolean {
  const end: End = FAILURES[why];
  return end === 'by-itself' || end === 'mended';
}

/**
 * Platforms that failed a moment ago: nobody waits while they are tried once more. Only those of which a look at the
 * account tells that they work again: it is taken each minute.
 */
export function failedLately(
  troubles: readonly { readonly platform: string; readonly why: FailureCode; readonly failedAt: Date }[],
  now: Date,
): ReadonlyMap<string, FailureCode> {
  const lately = now.getTime() - AVOIDED_MINUTES * 60_000;
  const failed = troubles.filter(({ why, failedAt }) => isSeenByCheck(why) && failedAt.getTime() > lately);
  return new Map(failed.map(({ platform, why }) => [platform, why]));
}

/** Whether it is over with the day in UTC. */
export function isOverNextDay(why: FailureCode): boolean {
  return FAILURES[why] === 'next-day';
}

/** Whether it says nothing of any other hour. */
export function isOfThatHour(why: FailureCode): boolean {
  return FAILURES[why] === 'that-hour';
}

/** Whether it says nothing of anybody else. */
export function isOfThosePeople(why: FailureCode): boolean {
  return FAILURES[why] === 'those-people';
}
