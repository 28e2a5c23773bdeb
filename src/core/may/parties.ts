import { isGroup, isWaitingFor } from '../groups/group.ts';
import type { Actor } from '../people/person.ts';
import { observedBy, participant, type Role, type Session } from '../session/session.ts';

/**
 * What somebody is to a session: in it, there for one of its learners, asked whether they will teach it, an admin of its organization, or no person at
 * all. To a group session everybody else of the organization is something too: they wait for a place, or could take one.
 */
export type Party = Role | 'observer' | 'candidate' | 'waiting' | 'member' | 'admin' | 'clock' | 'webhook';

export type Who = Pick<Actor, 'person' | 'isAdmin'> | 'clock' | 'webhook';

/** The parties that somebody is to a session; none for a stranger, and for everybody of another organization. */
export function partiesOf(session: Session, who: Who): readonly Party[] {
  if (typeof who === 'string') return [who];
  const { person, isAdmin } = who;
  if (person.organization !== session.organization) return [];
  const role = participant(session, person.id)?.role;
  return [
    ...(role ? [role] : without(session, person.id)),
    ...(observedBy(session, person.id).length > 0 ? (['observer'] as const) : []),
    ...(isAdmin ? (['admin'] as const) : []),
  ];
}

/** What somebody is who is not in it. */
function without(session: Session, person: string): readonly Party[] {
  if (isGroup(session)) return [isWaitingFor(session, person) ? 'waiting' : 'member'];
  return session.candidates.includes(person) ? ['candidate'] : [];
}
