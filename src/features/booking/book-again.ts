import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import { Refusal } from '../../core/refusal.ts';
import { lengthMinutes, type Session } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { timesInstead } from './instead.ts';
import { settleRequest } from './request.ts';

/** The same tutor, subject and length once more, on the same weekday at the same hour: read back, and sent with a press. */
export const bookAgain = handler({
  input: z.object({ session: SessionId }),
  run: async (by, { session: id }, deps: Deps) => {
    const session = await mine(by, id, deps, 'book-again');
    const zone = session.zone ?? by.person.zone ?? deps.defaultZone;
    const wish = { ...wishOf(session), when: nextWeek(session.startsAt, zone, deps.clock()).toISOString() };
    return settleRequest(by, wish, deps, 'proposed');
  },
  instead: async (by, { session: id = '' }, refusal, sentence, deps) => {
    const session = await deps.store.session(id);
    if (session?.tutor === undefined) return undefined;
    const zone = session.zone ?? by.person.zone ?? deps.defaultZone;
    const when = nextWeek(session.startsAt, zone, deps.clock()).toISOString();
    return timesInstead(by, { ...wishOf(session), when }, refusal, sentence, deps, 'private');
  },
});

function wishOf(session: Session) {
  if (session.tutor === undefined) throw new Refusal('unknown-tutor', { typed: '' });
  return { tutor: session.tutor, subject: session.subject, length: String(lengthMinutes(session)) };
}

/** The same weekday and hour on the wall, the first time after now: the clocks may have changed in between. */
function nextWeek(startsAt: Date, zone: string, now: Date): Date {
  const first = startsAt.toTemporalInstant().toZonedDateTimeISO(zone);
  let weeks = 1;
  while (first.add({ weeks }).epochMilliseconds <= now.getTime()) weeks += 1;
  return new Date(first.add({ weeks }).epochMilliseconds);
}
