import { type Act, follow } from '../../core/may.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Session } from '../../core/session/session.ts';
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
