import type { HostHolds } from '../../src/meetings/zoom/hosts.ts';

/** What the database guarantees about hosts, in memory: no two sessions at overlapping times, one host a session. */
export function createMemoryHolds(): HostHolds {
  const held = new Map<string, { host: string; from: Date; to: Date }>();
  return {
    async hold(host, session, from, to) {
      const isTaken = [...held].some(
        ([other, one]) => other !== session && one.host === host && one.from < to && from < one.to,
      );
      if (!isTaken) held.set(session, { host, from, to });
      return !isTaken;
    },
    heldBy: async (session) => held.get(session)?.host,
    async release(host, session) {
      if (held.get(session)?.host === host) held.delete(session);
    },
  };
}
