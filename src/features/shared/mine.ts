import { follow } from '../../core/may/may.ts';
import type { Act } from '../../core/may/table.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { participant, type Session } from '../../core/session/session.ts';
import type { Deps } from './deps.ts';

/**
 * A session to which this person may do `act` now, before they are asked for the rest; whether they still may when
 * they send it is for core to say.
 * @throws Refusal
 */
export async function mine(by: Actor, id: string, deps: Deps, act: Act = 'see'): Promise<Session> {
  const session = await deps.store.session(id);
  if (!session) throw new Refusal('no-such-session', {});
  follow(by, act, session, deps.clock());
  return session;
}

/** Whether this person acts on it as an admin alone: then everybody concerned reads why. */
export function actsForOthers({ person }: Pick<Actor, 'person'>, session: Session): boolean {
  return participant(session, person.id) === undefined && !session.candidates.includes(person.id);
}
