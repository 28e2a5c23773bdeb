import type { Meeting, Session } from '../core/session.ts';
import type { Deps } from './deps.ts';

/** Makes a meeting on the platform that is wanted, or honestly on another one. */
export type MakeMeeting = (session: Session, tutorZone: string | undefined) => Promise<Meeting>;

/** The job after Confirm: the room is made, and everybody gets the link. Safe to repeat. */
export function createMeetingMaker(deps: Deps, make: MakeMeeting): (session: string) => Promise<void> {
  const { store, clock } = deps;
  return async (id) => {
    const session = await store.session(id);
    if (session?.state !== 'confirmed' || session.meeting) return;
    const tutor = session.tutor === undefined ? undefined : await store.person(session.tutor);
    const meeting = await make(session, tutor?.zone);
    const now = clock();
    await store.transaction(async (tx) => {
      const current = await tx.lockSession(id);
      // Cancelled, or made by somebody else, while the platform was being asked.
      if (!current || current.meeting || (current.state !== 'confirmed' && current.state !== 'started')) return;
      await tx.setMeeting(id, meeting);
      for (const one of current.participants)
        await tx.owe({ kind: 'meeting', to: { person: one.person }, session: id }, now);
      await tx.enqueue({ name: 'refresh', data: { session: id } });
    });
  };
}
