import { ROOM_KEPT_MINUTES, ROOM_KEPT_MOST_HOURS } from '../core/limits.ts';
import { staysIn } from '../core/meeting/inside.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

const MINUTE = 60_000;
/** A job is tried for long; after that it is asked for anew. */
const ASKED_AGAIN_AFTER_MS = 60 * MINUTE;

/**
 * Removes rooms that stand on their platform, such as voice channels, a while after their session is over, and those
 * that no session meets in any more. People who are still in one are let talk on, for some hours.
 */
export function createTidyRooms({ store, clock }: Pick<SystemDeps, 'store' | 'clock'>): () => Promise<void> {
  return async () => {
    const now = clock();
    const before = (ms: number) => new Date(now.getTime() - ms);
    const left = await store.roomsLeft(before(ROOM_KEPT_MINUTES * MINUTE), before(ASKED_AGAIN_AFTER_MS));
    for (const { endedAt, ...room } of left) {
      const { platform, meetingId } = room;
      if (meetingId === undefined) continue;
      const mayTalkOn = endedAt !== undefined && endedAt > before(ROOM_KEPT_MOST_HOURS * 60 * MINUTE);
      if (mayTalkOn && [...staysIn(await store.meetingNews(platform, meetingId)).values()].some((one) => one.isInside))
        continue;
      await store.transaction(async (tx) => {
        await tx.changeStandingRoom(room, { askedAt: now });
        await tx.enqueue({ name: 'remove-meeting', data: { platform, meetingId } });
      });
    }
  };
}
