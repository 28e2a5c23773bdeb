import { ROOM_KEPT_MOST_HOURS, SERIES_HORIZON_DAYS } from '../core/limits.ts';
import type { Log } from '../core/log.ts';
import type { MeetingPlatforms } from '../core/meeting/platforms.ts';
import { sessionSubject } from '../core/owing/subject.ts';
import { isOn, type Session } from '../core/session/session.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Longer than any job is tried: after that, what a session knows of its meeting is the truth. */
const SETTLED_AFTER_MS = 3_600_000;

/** Removals of one night. */
const SWEPT_MOST = 200;

/** Removes meetings of ours that no session knows: what a lost answer left behind. */
export function createSweep(
  { store, clock }: Pick<SystemDeps, 'store' | 'clock'>,
  platforms: Pick<MeetingPlatforms, 'list'>,
  log: Log,
): () => Promise<void> {
  /** Something is being made or moved for the session, or was a moment ago: what it will know cannot be told yet. */
  async function isUnsettled(session: Session): Promise<boolean> {
    const last = (await store.auditOf(sessionSubject(session.id))).at(-1);
    return last !== undefined && clock().getTime() - last.at.getTime() < SETTLED_AFTER_MS;
  }

  return async () => {
    const now = clock().getTime();
    const found = await platforms.list(new Date(now), new Date(now + (SERIES_HORIZON_DAYS + 1) * DAY));
    let removed = 0;
    for (const { platform, meetingId, session } of found) {
      const known = session === undefined ? undefined : await store.session(session);
      // An account may be shared with other installations: what is not about a session of ours is not ours to remove.
      if (!known || (await isUnsettled(known))) continue;
      // People may still talk on in a room that stands: it is tidied away by itself.
      if (known.endedAt && clock().getTime() - known.endedAt.getTime() < ROOM_KEPT_MOST_HOURS * HOUR) continue;
      // A meeting that is being made has no session that knows it yet: the next night will tell.
      const isWanted = isOn(known) && (!known.meeting || known.meeting.meetingId === meetingId);
      if (isWanted || removed >= SWEPT_MOST) continue;
      log.info({ platform, meetingId, session }, 'a meeting that its session does not know is removed');
      removed += 1;
      await store.enqueue({ name: 'remove-meeting', data: { platform, meetingId } });
    }
  };
}
