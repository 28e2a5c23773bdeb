import { sessionSubject } from '../owing/subject.ts';
import type { Meeting, Session } from '../session/session.ts';
import type { Transaction } from '../store.ts';

/**
 * Drops the session's meeting and has another one made: the old link stops working, and everybody gets the new one.
 * `platform`: where, if not where it was wanted before. `isGone`: the old one is not there any more to be removed.
 * `event`: what is noted; left out: that a new link was asked for.
 */
export async function rehouse(
  tx: Transaction,
  session: Session,
  how: {
    readonly by: string;
    readonly at: Date;
    readonly platform?: string;
    readonly isGone?: boolean;
    readonly event?: string;
  },
): Promise<void> {
  const { id, state, meeting } = session;
  const { by, at, platform, isGone = false, event = 'new-link' } = how;
  // The next meeting is another one also for the platform, which gives for the same one what it made before.
  const meetingAttempt = session.meetingAttempt + 1;
  await tx.annotateSession(id, {
    meetingAttempt,
    meetingSlowAt: undefined,
    ...(platform !== undefined && { platformWanted: platform }),
  });
  await tx.setMeeting(id, undefined);
  await tx.releaseHost(id);
  if (meeting && !isGone) await discard(tx, meeting);
  await tx.enqueue({ name: 'make-meeting', data: { session: id } });
  const about = sessionSubject(id);
  const was = meeting && { data: { platform: meeting.platform } };
  await tx.audit({ about, by, event, from: state, to: state, at, ...was });
  await tx.enqueue({ name: 'refresh', data: { about } });
}

/** Nobody will use this meeting: it is removed where it is. */
export function discard(tx: Transaction, { platform, meetingId }: Meeting): Promise<void> {
  return tx.enqueue({ name: 'remove-meeting', data: { platform, meetingId } });
}
