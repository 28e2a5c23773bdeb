import { may } from '../../core/may/may.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Session } from '../../core/session/session.ts';
import type { RenderDeps } from './deps.ts';

/**
 * Where somebody enters the room: for the tutor with the host's rights, where the platform has such a link. It is asked
 * for now, shown to them alone and kept nowhere; when it cannot be had they enter as everybody does.
 */
export async function wayIn(
  by: Pick<Actor, 'person' | 'isAdmin'>,
  session: Session,
  { meetings, clock }: Pick<RenderDeps, 'meetings' | 'clock'>,
): Promise<string> {
  const isHost = may(by, 'host', session, clock()).isAllowed;
  const asHost = isHost ? await meetings.hostLink(session) : undefined;
  return asHost ?? meetings.roomLink(session, by.person);
}
