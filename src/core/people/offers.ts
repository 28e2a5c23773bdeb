import type { Clock } from '../clock.ts';
import { FIRST_TUTORS } from '../limits.ts';
import { apply } from '../moderation/applications.ts';
import { refuseSuspended } from '../moderation/complaints.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from '../store.ts';
import type { Actor, Offer } from './person.ts';

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

/** `firstTutors`: so many of an organization are approved as soon as they say so. */
export function createOffers(store: Pick<Store, 'of'>, clock: Clock, firstTutors = FIRST_TUTORS): Offers {
  return {
    teach: (by, said, zone) =>
      store.of(by.person.organization).transaction(async (tx) => {
        const tutor = await tx.lockTutor(by.person.id);
        if (zone !== undefined && zone !== by.person.zone) await tx.changePerson(by.person.id, { zone });
        if (!tutor) refuseSuspended(by.person, clock());
        await tx.saveOffer(by.person, { ...NOTHING_YET, ...tutor, ...said });
        await apply(tx, by.person, tutor?.application, firstTutors, clock());
      }),
    change: (by, patch) =>
      store.of(by.person.organization).transaction(async (tx) => {
        const tutor = await tx.lockTutor(by.person.id);
        if (!tutor) throw new Refusal('not-a-tutor', {});
        if (patch.isPaused === false) refuseSuspended(by.person, clock());
        await tx.saveOffer(by.person, { ...tutor, ...patch });
      }),
  };
}
