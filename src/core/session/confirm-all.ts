import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { follow } from '../may.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Reads, Store } from '../store.ts';
import { asker, type Session } from './session.ts';

/** `isOneOfMany`: its meeting may wait until the platform takes it. */
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
  /** `seenKey` of those that were on the card: nobody agrees to what they have not seen. */
  seen: string,
  platform: string,
) => Promise<{ readonly confirmed: readonly Session[]; readonly left: number }>;

/** What one learner waits for from one tutor, soonest first. */
export async function waitingTogether(store: Pick<Reads, 'sessions'>, session: Session): Promise<readonly Session[]> {
  const { tutor } = session;
  const learner = asker(session);
  if (tutor === undefined || learner === undefined) return [];
  const all = await store.sessions({ person: learner, states: ['requested'], order: 'soonest' });
  return all.filter((one) => one.tutor === tutor && asker(one) === learner);
}

/** Another one as soon as a request comes, goes or changes. */
export function seenKey(waiting: readonly Pick<Session, 'id' | 'version'>[]): string {
  const all = waiting.map(({ id, version }) => `${id} ${version}`).toSorted();
  return createHash('sha256').update(all.join('\n')).digest('base64url').slice(0, 12);
}

/** One answer to many requests. Each is confirmed by itself, so one that is not possible any more does not hold up the rest. */
export function createConfirmAll(store: Pick<Store, 'of'>, clock: Clock, confirm: Confirm): ConfirmAll {
  return async (by, id, seen, platform) => {
    const ours = store.of(by.person.organization);
    const session = await ours.session(id);
    if (!session) throw new Refusal('no-such-session', {});
    follow(by, 'confirm-all', session, clock());
    const waiting = await waitingTogether(ours, session);
    if (seenKey(waiting) !== seen) throw new Refusal('changed', {});
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
