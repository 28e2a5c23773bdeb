import type { MeetingPlatforms } from '../core/meeting/platforms.ts';
import { sessionSubject } from '../core/owing/subject.ts';
import type { Session } from '../core/session/session.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const EVERY_MS = 15 * MINUTE;
/** Those of the next days: what is further off is seen when it comes closer. */
const AHEAD_MS = 7 * DAY;
const MOST = 100;
/** What we have changed ourselves may be on its way there. */
const SETTLED_MS = 10 * MINUTE;

/** Events that people delete or move in their calendar: whether the session follows is for its people to say. */
export interface EventChanges {
  /** Has them looked at, every quarter of an hour. */
  due(): Promise<void>;
  look(): Promise<void>;
}

export function createEventChanges(
  { store, clock }: Pick<SystemDeps, 'store' | 'clock'>,
  { whereNow, areChanged }: Pick<MeetingPlatforms, 'whereNow' | 'areChanged'>,
): EventChanges {
  // The queue decides; this only saves asking it each minute.
  let lookedAt = Number.NEGATIVE_INFINITY;

  async function lookAt(session: Session & { readonly meeting: NonNullable<Session['meeting']> }): Promise<void> {
    const now = clock();
    const { id, meeting, startsAt } = session;
    const at = await whereNow(meeting);
    if (at === undefined || (at !== 'gone' && at.getTime() === startsAt.getTime())) return;
    await store.transaction(async (tx) => {
      const current = await tx.lockSession(id);
      const isSame = current?.version === session.version && current.meeting?.meetingId === meeting.meetingId;
      if (!isSame) return;
      const data = at === 'gone' ? {} : { to: at.getTime() };
      const dedupeKey = `${meeting.meetingId}-${data.to ?? 'gone'}-${startsAt.getTime()}`;
      await tx.owe(
        current.participants.map(({ person }) => ({
          kind: 'event-changed',
          to: { person },
          about: sessionSubject(id),
          dedupeKey,
          data,
        })),
        now,
      );
    });
  }

  return {
    due: async () => {
      const now = clock().getTime();
      if (!areChanged || now - lookedAt < EVERY_MS) return;
      lookedAt = now;
      await store.enqueue({ name: 'look-at-events', data: {} });
    },
    look: async () => {
      const now = clock();
      const startsBefore = new Date(now.getTime() + AHEAD_MS);
      const query = { states: ['confirmed'], startsFrom: now, startsBefore, order: 'soonest', limit: MOST } as const;
      for (const session of await store.sessions(query)) {
        const { meeting, confirmedAt } = session;
        const changedAt = Math.max(confirmedAt?.getTime() ?? 0, meeting?.madeAt.getTime() ?? 0);
        if (meeting && now.getTime() - changedAt > SETTLED_MS) await lookAt({ ...session, meeting });
      }
    },
  };
}
