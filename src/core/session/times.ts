import {
  END_GRACE_MINUTES,
  EXPIRE_AFTER_HOURS,
  JOIN_BEFORE_MINUTES,
  OUTCOME_AFTER_HOURS,
  RATING_DAYS,
} from '../limits.ts';
import type { Session } from './session.ts';

/** The instants at which something becomes possible for a session, or stops being possible. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const after = (at: Date, ms: number) => new Date(at.getTime() + ms);

/** By when a request must be answered: then it expires. */
export function answerBy({ requestedAt, startsAt }: Pick<Session, 'requestedAt' | 'startsAt'>): Date {
  const tooLong = after(requestedAt, EXPIRE_AFTER_HOURS * HOUR);
  return tooLong < startsAt ? tooLong : startsAt;
}

/** From when people may enter. */
export function doorOpensAt({ startsAt }: Pick<Session, 'startsAt'>): Date {
  return after(startsAt, -JOIN_BEFORE_MINUTES * MINUTE);
}

/** When the clock ends what nobody has ended. */
export function endsByItselfAt({ endsAt }: Pick<Session, 'endsAt'>): Date {
  return after(endsAt, END_GRACE_MINUTES * MINUTE);
}

/** The last instant at which a rating can be given or changed; undefined before the end. */
export function rateBy({ endedAt }: Pick<Session, 'endedAt'>): Date | undefined {
  return endedAt && after(endedAt, RATING_DAYS * DAY);
}

/** When what people did not say is settled by the clock; undefined before the end. */
export function settlesAt({ endedAt }: Pick<Session, 'endedAt'>): Date | undefined {
  return endedAt && after(endedAt, OUTCOME_AFTER_HOURS * HOUR);
}
