import { RateLimited } from '../conversation/chat.ts';
import type { ChatTrouble } from '../core/community/chat-trouble.ts';

/** Waits of those who would only be refused, and between looks whether it is over: as long as it has lasted. */
const SHORTEST_SECONDS = 2;
const LONGEST_SECONDS = 600;

/** What of a chat somebody has to mend. Nothing that is owed is lost meanwhile: it waits, longer and longer. */
export interface Standing {
  troubles(): readonly ChatTrouble[];
  note(trouble: ChatTrouble): void;
  /** What was in the way is not any more. */
  clear(...troubles: readonly ChatTrouble[]): void;
  /** Notes it. To be thrown in place of what the vendor said: nothing was sent, and the next try comes later each time. */
  refused(trouble: ChatTrouble): RateLimited;
  /** How long to wait before the next look, in milliseconds. */
  pauseMs(): number;
}

export function createStanding(chat: string, now: () => number = performance.now.bind(performance)): Standing {
  const since = new Map<ChatTrouble, number>();
  const pauseOf = (begin: number) => Math.min(LONGEST_SECONDS, Math.max(SHORTEST_SECONDS, (now() - begin) / 1000));
  const note = (trouble: ChatTrouble): number => {
    const begin = since.get(trouble) ?? now();
    since.set(trouble, begin);
    return begin;
  };
  return {
    troubles: () => [...since.keys()],
    note,
    clear: (...troubles) => {
      for (const trouble of troubles) since.delete(trouble);
    },
    refused: (trouble) => new RateLimited(pauseOf(note(trouble)), `${chat} ${trouble}`),
    pauseMs: () => pauseOf(Math.min(now(), ...since.values())) * 1000,
  };
}
