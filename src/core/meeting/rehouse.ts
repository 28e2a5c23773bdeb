import { sessionSubject } from '../owing/subject.ts';
import type { Meeting, Session } from '../session/session.ts';
import type { Transaction } from '../store.ts';

/**
 * Drops the session's meeting and has another one made: the old link stops working, and everybody gets the new one.
 * `platform`: where, if not where it was wanted before. `isGone`: the old one is not there any more to be removed.
 */
export async function rehouse(
  tx: Transaction,
  session: Session,
  how: { readonly by: string; readonly at: Date; readonly platform?: string; readonly isGone?: boolean },
): Promise<void> {
  const { id, state, meeting } = session;
  const { by, at, platform, isGone = false } = how;
  // The next meeting is another one also for the platform, which gives for the same one what it made before.
  const meetingAttempt = session.meetingAttempt + 1;
  await tx.annotateSession(id, { meetingAttempt, ...(platform !== undefined && { platformWanted: platform }) });
  await tx.setMeeting(id, undefined);
  await tx.releaseHost(id);
  if (meeting && !isGone) await discard(tx, meeting);
  await tx.enqueue({ name: 'make-meeting', data: { session: id } });
  const about = sessionSubject(id);
  await tx.audit({ about, by, event: 'new-link', from: state, to: state, at });
  await tx.enqueue({ name: 'refresh', data: { about } });
}

/** Nobody will use this meeting: it is removed where it is. */
export function discard(tx: Transaction, { platform, meetingId }: Meeting): Promise<void> {
  return tx.enqueue({ name: 'remove-meeting', data: { platform, meetingId } });
}
