import { Refusal } from '../refusal.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import type { Actor, Offer, Tutor } from './person.ts';

/** What tutors say of themselves. Every change is made to what stands there now: of two presses at once both count. */
export interface Offers {
  /** What is taught and when; all else stays as it is. Whoever says it for the first time is a tutor from then on. */
  teach(by: Actor, said: Pick<Offer, 'subjects' | 'bio' | 'lengths' | 'weeklyHours'>, zone?: string): Promise<void>;
  /**
   * Where they meet, and whether they can be asked at all.
   * @throws Refusal `not-a-tutor`
   */
  change(
    by: Actor,
    patch: Partial<Pick<Offer, 'defaultPlatform' | 'ownRoom' | 'platformAccount' | 'isPaused'>>,
  ): Promise<void>;
}

const NOTHING_YET = { defaultPlatform: undefined, ownRoom: undefined, platformAccount: undefined, isPaused: false };

export function createOffers(store: Pick<Store, 'of'>): Offers {
  /** Locks what somebody offers and writes what `revise` makes of it. */
  function revising(
    by: Actor,
    revise: (offer: Tutor | undefined, tx: OrganizationTransaction) => Promise<Offer>,
  ): Promise<void> {
    return store.of(by.person.organization).transaction(async (tx) => {
      const offer = await revise(await tx.lockTutor(by.person.id), tx);
      await tx.saveOffer(by.person, offer);
    });
  }

  return {
    teach: (by, said, zone) =>
      revising(by, async (tutor, tx) => {
        if (zone !== undefined && zone !== by.person.zone) await tx.changePerson(by.person.id, { zone });
        return { ...NOTHING_YET, ...tutor, ...said };
      }),
    change: (by, patch) =>
      revising(by, async (tutor) => {
        if (!tutor) throw new Refusal('not-a-tutor', {});
        return { ...tutor, ...patch };
      }),
  };
}
