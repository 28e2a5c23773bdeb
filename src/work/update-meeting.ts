import { announce, BY } from '../core/meeting/announce.ts';
import { failedLately } from '../core/meeting/failure.ts';
import type { MeetingPlatforms } from '../core/meeting/platforms.ts';
import { discard, rehouse } from '../core/meeting/rehouse.ts';
import { sessionSubject } from '../core/owing/subject.ts';
import { isOn, type Meeting } from '../core/session/session.ts';
import type { SystemDeps } from '../features/shared/deps.ts';
import { type Attempt, meetupOf, patienceOf, waitSecondsOf } from './meeting.ts';
import type { Troubles } from './trouble.ts';

/** Brings a session's meeting to what was agreed to since it was made: its time, its recording. Safe to repeat. */
export type UpdateMeeting = (session: string, attempt: Attempt) => Promise<void>;

export function createUpdateMeeting(
  { store, clock }: Pick<SystemDeps, 'store' | 'clock'>,
  platforms: Pick<MeetingPlatforms, 'update' | 'hopeless'>,
  troubles: Pick<Troubles, 'note'>,
): UpdateMeeting {
  return async (id, attempt) => {
    const matter = await store.matter(sessionSubject(id));
    const { session } = matter;
    if (!session?.meeting || !isOn(session)) return;
    const old = session.meeting;
    let fresh: Meeting | undefined;
    try {
      fresh = await platforms.update(meetupOf(session, matter), old);
    } catch (error) {
      const failures = platforms.hopeless(error);
      const isAvoided = failedLately(await store.troubles(), clock()).has(old.platform);
      const { isPatient, again } = patienceOf(attempt, session.startsAt, clock());
      if (!failures && !isAvoided && isPatient(waitSecondsOf(error))) throw again(error);
      await troubles.note(failures ?? [], undefined);
      // The platform cannot bring the meeting to the new time: another one is made, there or elsewhere.
      return store.transaction(async (tx) => {
        const current = await tx.lockSession(id);
        if (current && isOn(current) && current.meeting?.meetingId === old.meetingId)
          await rehouse(tx, current, { by: BY, at: clock() });
      });
    }
    await store.transaction(async (tx) => {
      const current = await tx.lockSession(id);
      if (current && isOn(current) && current.meeting?.meetingId === old.meetingId) {
        const moved = fresh && { ...fresh, fallback: old.fallback };
        if (moved) await announce(tx, current, moved, clock(), `moved-${moved.meetingId}`);
        else await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id) } });
      } else if (fresh) await discard(tx, fresh);
    });
  };
}
