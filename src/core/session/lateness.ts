import { LATE_GRACE_MINUTES, LATE_MINUTES } from '../limits.ts';
import type { Participant, Session } from './session.ts';

const MINUTE = 60_000;

type Timed = Pick<Session, 'startsAt'>;

/** How late somebody said that they come to the start that it has now; undefined: they did not, or are there. */
export function minutesLate(
  { startsAt }: Timed,
  { joinedAt, lateUntil }: Pick<Participant, 'joinedAt' | 'lateUntil'>,
): number | undefined {
  if (!lateUntil || joinedAt) return undefined;
  const minutes = (lateUntil.getTime() - startsAt.getTime()) / MINUTE;
  return LATE_MINUTES.find((one) => one === minutes);
}

export function lateUntil({ startsAt }: Timed, minutes: number): Date {
  return new Date(startsAt.getTime() + minutes * MINUTE);
}

/** Until when the others wait for whoever said that they come late: before that nobody has stayed away. */
export function awaitedUntil(session: Timed & Pick<Session, 'participants'>): Date | undefined {
  const minutes = session.participants.flatMap((one) => minutesLate(session, one) ?? []);
  return minutes.length === 0 ? undefined : lateUntil(session, Math.max(...minutes) + LATE_GRACE_MINUTES);
}
