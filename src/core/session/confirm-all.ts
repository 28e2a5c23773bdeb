import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { follow } from '../may/may.ts';
import type { Actor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
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
) => Promise<Answered>;

/** Those of the learner's sessions that wait for the answer of this one's tutor, as this one does. */
export function waitingWith(session: Session, all: readonly Session[]): readonly Session[] {
  const { tutor } = session;
  const learner = asker(session);
  if (tutor === undefined || learner === undefined) return [];
  const isAlone = (one: Session) => one.series === undefined; // a series is answered as one
  return all.filter(
    (one) => one.state === 'requested' && one.tutor === tutor && asker(one) === learner && isAlone(one),
  );
}

/** Another one as soon as a request comes, goes or changes. */
export function seenKey(waiting: readonly Pick<Session, 'id' | 'version'>[]): string {
  const all = waiting.map(({ id, version }) => `${id} ${version}`).toSorted();
  return createHash('sha256').update(all.join('\n')).digest('base64url').slice(0, 12);
}

/** A page of a list of requests. */
export interface Page {
  readonly list: string;
  readonly limit: number;
  readonly offset: number;
}

export type ConfirmListed = (
  by: Actor,
  page: Page,
  /** `seenKey` of those that were on the page. */
  seen: string,
  platform: string,
) => Promise<Answered>;

/** How many could be confirmed, and how many could not any more. */
interface Answered {
  readonly confirmed: readonly Session[];
  readonly left: number;
}

/** One answer to many requests. Each is confirmed by itself, so one that is not possible any more does not hold up the rest. */
export function createConfirmAll(
  store: Pick<Store, 'of'>,
  clock: Clock,
  confirm: Confirm,
): { readonly confirmAll: ConfirmAll; readonly confirmListed: ConfirmListed } {
  async function confirmEach(by: Actor, all: readonly Session[], seen: string, platform: string): Promise<Answered> {
    if (seenKey(all) !== seen) throw new Refusal('changed', {});
    const confirmed: Session[] = [];
    for (const one of all) {
      try {
        confirmed.push(await confirm(by, one.id, one.version, platform, true));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    }
    return { confirmed, left: all.length - confirmed.length };
  }

  return {
    confirmAll: async (by, id, seen, platform) => {
      const ours = store.of(by.person.organization);
      const session = await ours.session(id);
      if (!session) throw new Refusal('no-such-session', {});
      follow(by, 'confirm-all', session, clock());
      const person = asker(session);
      if (person === undefined) throw new Refusal('changed', {});
      const all = await ours.sessions({ person, states: ['requested'], order: 'soonest' });
      return confirmEach(by, waitingWith(session, all), seen, platform);
    },
    confirmListed: async (by, { list, limit, offset }, seen, platform) => {
      const { sessions } = await store.of(by.person.organization).listed(by.person.id, list, limit, offset);
      return confirmEach(by, sessions, seen, platform);
    },
  };
}
