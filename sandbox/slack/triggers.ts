import { refusal } from './refusal.ts';
import type { State } from './state.ts';

/** Short-lived permissions to open a modal: https://docs.slack.dev/interactivity/handling-user-interaction#modal_responses */
export interface Triggers {
  issue(userId: string): string;
  /** Whose trigger this is. Throws when it is unknown, too old or used. */
  exchange(triggerId: string): string;
}

export function createTriggers(state: State): Triggers {
  const issued = new Map<string, { user: string; at: number; used: boolean }>();
  return {
    issue(user) {
      const now = performance.now();
      // Spent ones are remembered for a minute, so that they are refused by their right name.
      for (const [id, { at }] of issued) {
        if (now - at < 60_000) break;
        issued.delete(id);
      }
      const id = `${Math.floor(now)}.${state.newId('')}.${crypto.randomUUID().replaceAll('-', '')}`;
      issued.set(id, { user, at: now, used: false });
      return id;
    },
    exchange(triggerId) {
      const trigger = issued.get(triggerId);
      if (!trigger) throw refusal('invalid_trigger_id');
      if (trigger.used) throw refusal('exchanged_trigger_id');
      if (performance.now() - trigger.at > state.timings.triggerMs) throw refusal('expired_trigger_id');
      trigger.used = true;
      return trigger.user;
    },
  };
}
