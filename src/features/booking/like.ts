import type { RawInput } from '../../conversation/handler.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { isLearner, lengthMinutes, type Session } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';

/**
 * What was asked for once, to be asked for again: of somebody else, or at another time. What is given now counts. Only
 * the learner's own sessions say anything, and only a time that is still ahead.
 */
export async function likeBefore(by: Actor, input: RawInput, deps: Deps): Promise<RawInput> {
  const { like, ...given } = input;
  if (like === undefined || like === '') return given;
  const session = await deps.store.session(like);
  if (!session || !isLearner(session, by.person.id)) throw new Refusal('no-such-session', {});
  return { ...wishOf(session, deps.clock()), ...given };
}

function wishOf(session: Session, now: Date): RawInput {
  return {
    ...(session.tutor !== undefined && { tutor: session.tutor }),
    subject: session.subject,
    length: String(lengthMinutes(session)),
    ...(session.note !== '' && { note: session.note }),
    ...(session.startsAt > now && { when: session.startsAt.toISOString() }),
  };
}
