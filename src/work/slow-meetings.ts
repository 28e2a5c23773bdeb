import { sessionSubject } from '../core/owing/subject.ts';
import { isOn } from '../core/session/session.ts';
import type { SystemDeps } from '../features/shared/deps.ts';

/** After this long people are told that their room is still being made. */
const SLOW_AFTER_MS = 5_000;

/** Tells people whose meeting takes long to make that it is still under way. */
export interface SlowMeetings {
  /** Follows the making of a session's meeting, try after try, until it is made or given up. */
  follow<T>(session: string, making: () => Promise<T>): Promise<T>;
  /** It is given up: somebody else is asked for a link. */
  forget(session: string): void;
  /** Looks who has waited for long by now, for one that was followed here. */
  look(): Promise<void>;
}

export function createSlowMeetings({ store, clock }: Pick<SystemDeps, 'store' | 'clock'>): SlowMeetings {
  /** Since when, by session. */
  const waiting = new Map<string, number>();

  async function look(): Promise<void> {
    for (const [id, since] of waiting) {
      if (clock().getTime() - since < SLOW_AFTER_MS) continue;
      waiting.delete(id);
      await store.transaction(async (tx) => {
        const session = await tx.lockSession(id);
        if (!session || !isOn(session) || session.meeting || session.meetingSlowAt) return;
        await tx.annotateSession(id, { meetingSlowAt: clock() });
        await tx.enqueue({ name: 'refresh', data: { about: sessionSubject(id) } });
      });
    }
  }

  return {
    look,
    forget: (id) => void waiting.delete(id),
    follow: async (id, making) => {
      if (!waiting.has(id)) waiting.set(id, clock().getTime());
      // The tick comes once a minute: that would be late for this.
      const timer = setTimeout(() => void look().catch(() => undefined), SLOW_AFTER_MS);
      timer.unref();
      try {
        const made = await making();
        waiting.delete(id);
        return made;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
