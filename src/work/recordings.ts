import type { ByWebhook } from '../core/meeting/by-webhook.ts';
import type { Recorded } from '../core/meeting/platforms.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

/** After the end: what the platform has kept of a session, where it does not tell by itself. Safe to repeat. */
export function createRecordings(
  { store }: Pick<SystemDeps, 'store'>,
  ask: (platform: string, meetingId: string) => Promise<readonly Recorded[] | undefined>,
  byWebhook: Pick<ByWebhook, 'recorded'>,
): (session: string) => Promise<void> {
  return async (id) => {
    const meeting = (await store.session(id))?.meeting;
    if (!meeting) return;
    for (const one of (await ask(meeting.platform, meeting.meetingId)) ?? []) await byWebhook.recorded(id, one);
  };
}
