import { MET_MINUTES } from '../limits.ts';
import type { Session } from '../session/session.ts';
import type { Stay } from './port.ts';

/**
 * Whether a platform saw as many people together for a while as the session has participants. Names are what people
 * typed, so it does not say who they were: a hint for when nobody says anything, never a verdict against anybody.
 */
export function sawEverybody(
  session: Pick<Session, 'startsAt' | 'endsAt' | 'endedAt' | 'participants'>,
  stays: readonly Stay[],
): boolean {
  const until = session.endedAt ?? session.endsAt;
  const seen = stays.flatMap(({ name, email, joinedAt, leftAt = until }) =>
    joinedAt
      ? [
          {
            who: (email ?? name).toLowerCase(),
            from: Math.max(joinedAt.getTime(), session.startsAt.getTime()),
            to: leftAt.getTime(),
          },
        ]
      : [],
  );
  return seen.some(({ from }) => {
    const together = seen.filter((one) => one.from <= from && one.to >= from + MET_MINUTES * 60_000);
    return new Set(together.map((one) => one.who)).size >= Math.max(2, session.participants.length);
  });
}
