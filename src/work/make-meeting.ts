import { tellCalendars } from '../core/calendar/tell.ts';
import { announce } from '../core/meeting/announce.ts';
import { failedLately } from '../core/meeting/failure.ts';
import type { MeetingPlatforms } from '../core/meeting/platforms.ts';
import { discard } from '../core/meeting/rehouse.ts';
import { sessionSubject } from '../core/owing/subject.ts';
import { isOn, learners } from '../core/session/session.ts';
import type { SystemDeps } from '../features/shared/deps.ts';
import { type Attempt, meetupOf, patienceOf } from './meeting.ts';
import type { SlowMeetings } from './slow-meetings.ts';
import type { Troubles } from './trouble.ts';

/** A meeting may be made another day only if its session is further away than this. */
const FAR_MS = 2 * 86_400_000;

/**
 * Makes a session's meeting, where it was wanted or else where it can be made, and sends everybody the link. Safe to
 * repeat. `isOneOfMany`: it may be made another day, when its platform takes no more today and its session is far.
 */
export type MakeMeeting = (session: string, attempt: Attempt, isOneOfMany?: boolean) => Promise<void>;

export function createMakeMeeting(
  { store, clock }: Pick<SystemDeps, 'store' | 'clock'>,
  platforms: Pick<MeetingPlatforms, 'make' | 'hopeless'>,
  troubles: Pick<Troubles, 'note'>,
  slow: Pick<SlowMeetings, 'follow' | 'forget'>,
): MakeMeeting {
  /** The tick has it made when the platform takes more again, or when the session comes close. */
  async function wait(id: string, until: Date): Promise<void> {
    await store.transaction(async (tx) => {
      await tx.annotateSession(id, { meetingDueAt: until });
      const session = await tx.session(id);
      if (session && !session.series) await tellCalendars(tx, session, clock());
      await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id) } });
    });
  }

  return async (id, attempt, isOneOfMany = false) => {
    const matter = await store.matter(sessionSubject(id));
    const { session } = matter;
    if (!session || !isOn(session) || session.meeting) return;
    const known = await store.troubles();
    const { isPatient, again } = patienceOf(attempt, session.startsAt, clock());
    let made: Exclude<Awaited<ReturnType<MeetingPlatforms['make']>>, { waitUntil: Date }>;
    try {
      const mayWait = isOneOfMany && session.startsAt.getTime() - clock().getTime() > FAR_MS;
      const how = { isPatient, mayWait, avoid: failedLately(known, clock()) };
      const answer = await slow.follow(id, () => platforms.make(meetupOf(session, matter), how));
      if ('waitUntil' in answer) return await wait(id, answer.waitUntil);
      made = answer;
    } catch (error) {
      const failures = platforms.hopeless(error);
      if (!failures) throw again(error);
      slow.forget(id);
      await troubles.note(failures, undefined);
      await store.transaction(async (tx) => {
        await tx.releaseHost(id);
        if (!session.series) await tellCalendars(tx, session, clock());
        const anybody = learners(session).map((one) => one.person);
        const asked = session.tutor === undefined ? anybody : [session.tutor];
        const wanted = { kind: 'link-wanted', about: sessionSubject(id) } as const;
        const dedupeKey = String(session.meetingAttempt);
        await tx.owe(
          asked.map((person) => ({ ...wanted, to: { person }, dedupeKey })),
          clock(),
        );
      });
      return;
    }
    const { meeting } = made;
    const isBack = known.some(({ platform }) => platform === meeting.platform);
    await troubles.note(made.failures, isBack ? meeting.platform : undefined);
    await store.transaction(async (tx) => {
      const current = await tx.lockSession(id);
      const isWanted = current && isOn(current) && !current.meeting;
      if (isWanted && current.meetingAttempt === session.meetingAttempt) {
        await announce(tx, current, meeting, clock());
        // Moved while the platform was at it: what was made is for the old time.
        if (current.startsAt.getTime() !== session.startsAt.getTime())
          await tx.enqueue({ name: 'update-meeting', data: { session: id } });
        return;
      }
      if (current?.meeting?.meetingId === meeting.meetingId) return;
      // Cancelled, or asked for anew, while the platform was at it: nobody will use this one, nor its host.
      if (current?.meeting?.host === undefined) await tx.releaseHost(id);
      await discard(tx, meeting);
    });
  };
}
