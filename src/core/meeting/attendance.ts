import { MET_MINUTES } from '../limits.ts';
import type { Session } from '../session/session.ts';
import type { Stay } from './port.ts';

/**
 * Whether a platform saw two people together for a while. Names are what people typed, so it does not say who they
 * were: a hint for when nobody says anything, never a verdict against anybody.
 */
export function sawBoth(session: Pick<Session, 'startsAt' | 'endsAt' | 'endedAt'>, stays: readonly Stay[]): boolean {
  const until = session.endedAt ?? session.endsAt;
  const seen = stays.flatMap(({ name, email, joinedAt, leftAt = until }) =>
    joinedAt ? [{ who: (email ?? name).toLowerCase(), from: joinedAt.getTime(), to: leftAt.getTime() }] : [],
  );
  return seen.some((one) =>
    seen.some((other) => {
      const together = Math.min(one.to, other.to) - Math.max(one.from, other.from, session.startsAt.getTime());
      return other.who !== one.who && together >= MET_MINUTES * 60_000;
    }),
  );
}
