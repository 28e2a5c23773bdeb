import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { partiesOf, type Session } from '../../core/session/session.ts';
import type { Deps } from './deps.ts';

/** @throws Refusal when there is no such session for this person. */
export async function mine(by: Actor, id: string, deps: Deps): Promise<Session> {
  const session = await deps.store.session(id);
  if (!session) throw new Refusal('no-such-session', {});
  if (partiesOf(session, by.person.id, by.isAdmin).length === 0) throw new Refusal('not-yours', {});
  return session;
}
