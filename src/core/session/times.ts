import {
  END_GRACE_MINUTES,
  EXPIRE_AFTER_HOURS,
  JOIN_BEFORE_MINUTES,
  LATE_FROM_MINUTES,
  LATE_MINUTES,
  OUTCOME_AFTER_HOURS,
  PROPOSAL_HOURS,
  PROPOSE_AFTER_DAYS,
  RATING_DAYS,
  TALK_DAYS,
} from '../limits.ts';
import { isOpen, type Session } from './session.ts';

/** The instants at which something becomes possible for a session, or stops being possible. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const after = (at: Date, ms: number) => new Date(at.getTime() + ms);

/**
 * By when a request must be answered: then it expires. Those of a series expire together. While another time is under
 * discussion it waits for that.
 */
export function answerBy(
  session: Pick<Session, 'state' | 'requestedAt' | 'startsAt'> & Partial<Pick<Session, 'proposal' | 'series'>>,
): Date {
  const { requestedAt, startsAt, series } = session;
  const tooLong = latest(series?.answerBy ?? after(requestedAt, EXPIRE_AFTER_HOURS * HOUR), lapsesAt(session));
  return tooLong < startsAt ? tooLong : startsAt;
}

/** When other times that were suggested are none any more: after a day, or when the first of all its times has come. */
export function lapsesAt({
  state,
  startsAt,
  proposal,
}: Pick<Session, 'state' | 'startsAt'> & Partial<Pick<Session, 'proposal'>>): Date | undefined {
  if (!proposal) return undefined;
  const [first = proposal.at] = proposal.times;
  const times = [after(proposal.at, PROPOSAL_HOURS * HOUR), first, ...(isOpen({ state }) ? [startsAt] : [])];
  return new Date(Math.min(...times.map((time) => time.getTime())));
}

/** Until when another time can be suggested: until the start, or for a while after one that came to nothing. */
export function proposeBy({ state, startsAt }: Pick<Session, 'state' | 'startsAt'>): Date {
  return isOpen({ state }) ? startsAt : after(startsAt, PROPOSE_AFTER_DAYS * DAY);
}

function latest(one: Date, other: Date | undefined): Date {
  return other && other > one ? other : one;
}

/** From when people may enter. */
export function doorOpensAt({ startsAt }: Pick<Session, 'startsAt'>): Date {
  return after(startsAt, -JOIN_BEFORE_MINUTES * MINUTE);
}

/** When the clock ends what nobody has ended. */
export function endsByItselfAt({ endsAt }: Pick<Session, 'endsAt'>): Date {
  return after(endsAt, END_GRACE_MINUTES * MINUTE);
}

/** From when, and until when, it is of use to say that one is late. */
export function lateBetween({ startsAt }: Pick<Session, 'startsAt'>): readonly [Date, Date] {
  return [after(startsAt, -LATE_FROM_MINUTES * MINUTE), after(startsAt, Math.max(...LATE_MINUTES) * MINUTE)];
}

/** The last instant at which a rating can be given or changed; undefined before the end. */
export function rateBy({ endedAt }: Pick<Session, 'endedAt'>): Date | undefined {
  return endedAt && after(endedAt, RATING_DAYS * DAY);
}

/**
 * When what people did not say is settled by the clock: some days after the end, and after the last word, so that there
 * was time enough to object; undefined before the end.
 */
export function settlesAt({
  endedAt,
  participants = [],
}: Pick<Session, 'endedAt'> & Partial<Pick<Session, 'participants'>>): Date | undefined {
  if (!endedAt) return undefined;
  const words = participants.flatMap(({ claimedAt }) => claimedAt?.getTime() ?? []);
  return after(new Date(Math.max(endedAt.getTime(), ...words)), OUTCOME_AFTER_HOURS * HOUR);
}

/** Until when its people write to each other. */
export function talkBy({ endsAt }: Pick<Session, 'endsAt'>): Date {
  return after(endsAt, TALK_DAYS * DAY);
}
