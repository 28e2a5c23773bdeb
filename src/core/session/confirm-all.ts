import type { Actor } from '../people/person.ts';
import type { Store } from '../ports.ts';
import { Refusal } from '../refusal.ts';
import { learnerOf, type Session } from './session.ts';

/** `isOneOfMany`: its meeting may wait until the platform has room for it. */
export type Confirm = (
  by: Actor,
  id: string,
  version: number,
  platform: string,
  isOneOfMany?: boolean,
) => Promise<Session>;

export type ConfirmAll = (
  by: Actor,
  /** Any of the requests. */
  id: string,
  /** How many there were on the card: nobody agrees to what they have not seen. */
  count: number,
  platform: string,
) => Promise<{ readonly confirmed: readonly Session[]; readonly left: number }>;

/** What one learner waits for from one tutor, soonest first. */
export async function waitingTogether(store: Pick<Store, 'sessions'>, session: Session): Promise<readonly Session[]> {
  const { tutor } = session;
  if (tutor === undefined) return [];
  const all = await store.sessions({ person: learnerOf(session), states: ['requested'], order: 'soonest' });
  return all.filter((one) => one.tutor === tutor && learnerOf(one) === learnerOf(session));
}

/** One answer to many requests. Each is confirmed by itself, so one that is not possible any more does not hold up the rest. */
export function createConfirmAll(store: Store, confirm: Confirm): ConfirmAll {
  return async (by, id, count, platform) => {
    const session = await store.session(id);
    if (session?.organization !== by.person.organization) throw new Refusal('no-such-session', {});
    if (session.tutor !== by.person.id) throw new Refusal('not-yours', {});
    const waiting = await waitingTogether(store, session);
    if (waiting.length === 0) throw new Refusal('moved-on', { state: session.state });
    if (waiting.length !== count) throw new Refusal('changed', {});
    const confirmed: Session[] = [];
    for (const one of waiting) {
      try {
        confirmed.push(await confirm(by, one.id, one.version, platform, true));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return { confirmed, left: waiting.length - confirmed.length };
  };
}
