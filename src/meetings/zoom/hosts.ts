import type { Clock } from '../../core/clock.ts';
import type { Store } from '../../core/store.ts';
import { type Details, PlatformFailed } from '../platform.ts';
import { WRITES_PER_DAY } from './meeting.ts';

/**
 * The database's side of a pool of hosts. A licensed host runs one meeting at a time, so the database guarantees that
 * one host is not held by two sessions at overlapping times. A session holds one host at most; what cancels or replaces
 * a session's meeting gives the host back with the other holds.
 */
export interface HostHolds {
  /** False when another session has it at that time. Holding again moves the time, or moves the session to this host. */
  hold(host: string, session: string, from: Date, to: Date): Promise<boolean>;
  /** The host that the session holds. */
  heldBy(session: string): Promise<string | undefined>;
  release(host: string, session: string): Promise<void>;
}

/** In our database. */
export function hostHoldsIn(store: Pick<Store, 'transaction' | 'hostHeldBy'>): HostHolds {
  return {
    hold: (host, session, from, to) => store.transaction((tx) => tx.holdHost(host, session, from, to)),
    heldBy: (session) => store.hostHeldBy(session),
    release: (_host, session) => store.transaction((tx) => tx.releaseHost(session)),
  };
}

/** Where there is no database, as in `doctor`: every host is free. */
export const UNCHECKED: HostHolds = {
  hold: async () => true,
  heldBy: async () => undefined,
  release: async () => undefined,
};

/**
 * Counts the meetings made and moved for each user: 100 a UTC day. Each process counts its own, to spare requests that
 * are known to be in vain and to say about how many are left: what counts is Zoom's own answer, which is understood
 * wherever it comes first.
 */
export interface Writes {
  /** @throws PlatformFailed when this user's are known to be used up. */
  spend(host: string): void;
  /** Zoom did not take it: it came too fast. */
  giveBack(host: string): void;
  /** Zoom says that they are. */
  usedUp(host: string): void;
  /** Of all these users together. */
  left(hosts: readonly string[]): number;
}

export function createWrites(now: Clock): Writes {
  const spent = new Map<string, number>();
  let day = '';
  const turnDay = () => {
    const today = now().toISOString().slice(0, 10);
    if (today !== day) spent.clear();
    day = today;
  };
  return {
    spend(host) {
      turnDay();
      const count = spent.get(host) ?? 0;
      if (count >= WRITES_PER_DAY) {
        const midnight = Date.parse(`${day}T00:00:00Z`) + 86_400_000;
        const retryAfterSeconds = Math.ceil((midnight - now().getTime()) / 1000);
        throw new PlatformFailed('quota-used-up', false, { retryAfterSeconds, detail: `${WRITES_PER_DAY} a day` });
      }
      spent.set(host, count + 1);
    },
    giveBack(host) {
      turnDay();
      spent.set(host, Math.max(0, (spent.get(host) ?? 0) - 1));
    },
    usedUp(host) {
      turnDay();
      spent.set(host, WRITES_PER_DAY);
    },
    left(hosts) {
      turnDay();
      return hosts.reduce((sum, host) => sum + WRITES_PER_DAY - (spent.get(host) ?? 0), 0);
    },
  };
}

/** What may be gone to the next host about: nothing that the next one would say as well. */
const OF_THIS_HOST_ALONE = ['quota-used-up', 'no-such-host', 'needs-paid-plan'];

/**
 * Does `work` with the first host that is free at the session's time and can do it, beginning with the one that the
 * session already has. A host that could not is given back, unless trying again may help: then its meeting may be there.
 * @throws PlatformFailed `no-host-free`, or why the last one could not.
 */
export async function withFreeHost<T>(
  pool: readonly string[],
  holds: HostHolds,
  { session, startsAt, endsAt }: Details,
  work: (host: string) => Promise<T>,
): Promise<T> {
  const held = await holds.heldBy(session);
  const order = held !== undefined && pool.includes(held) ? [held, ...pool.filter((host) => host !== held)] : pool;
  let last: PlatformFailed | undefined;
  for (const host of order) {
    if (!(await holds.hold(host, session, startsAt, endsAt))) continue;
    try {
      return await work(host);
    } catch (error) {
      if (!(error instanceof PlatformFailed && error.isTemporary)) await holds.release(host, session);
      if (!(error instanceof PlatformFailed) || !OF_THIS_HOST_ALONE.includes(error.why)) throw error;
      last = error;
    }
  }
  throw last ?? new PlatformFailed('no-host-free', false, { detail: `${pool.length} hosts, all taken then` });
}
