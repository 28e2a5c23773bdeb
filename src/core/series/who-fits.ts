import { countedOf } from '../calendar/objection.ts';
import type { Clock } from '../clock.ts';
import type { Actor, Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { refuseImpossible, type Whom } from '../session/wish.ts';
import type { Store } from '../store.ts';
import { placesOf, plannedWith, type RepeatedWish, ruleOf } from './plan.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const WEEK_AROUND = 8 * DAY;

/** A tutor who is there at fewer of its dates is no tutor of a series. */
const SHARE_FREE = 0.5;

/** Those of any tutor's subject who have the most of its dates free, and how many those are. */
export interface Fitting {
  readonly tutors: readonly Tutor[];
  readonly free: number;
  readonly of: number;
}

/** Who could teach all of a series, or nearly all. @throws Refusal at the field that is wrong, `nobody-free` */
export type WhoFits = (by: Actor, wish: RepeatedWish) => Promise<Fitting>;

export function createWhoFits(all: Pick<Store, 'of'>, clock: Clock, whom: Whom): WhoFits {
  return async (by, wish) => {
    const now = clock();
    const ours = all.of(by.person.organization);
    refuseImpossible(wish, await ours.rules(by.person.organization), now);
    const rule = ruleOf(wish);
    const { subject, tutors } = await whom(by, { ...wish, tutor: undefined });
    const places = placesOf(rule, wish);
    // As far as a week of the last one reaches: of many tutors there is much to read.
    const last = Math.max(...places.map(({ startsAt }) => startsAt.getTime()));
    const around = await ours.around({
      people: [by.person.id, ...tutors.map(({ person }) => person.id)],
      counted: countedOf(tutors),
      from: new Date(now.getTime() - DAY),
      to: new Date(last + WEEK_AROUND),
      now,
      learner: by.person.id,
    });
    const wanted = places.filter(({ isSkipped }) => !isSkipped).length;
    const length = wish.lengthMinutes * MINUTE;
    const standings = tutors
      .filter(({ lengths }) => lengths.includes(wish.lengthMinutes))
      .map((tutor) => {
        const planned = plannedWith(tutor, by.person.id, places, length, around, now);
        // What the learner has then is in the way of all of them alike.
        const isFree = ({ obstacle }: (typeof planned)[number]) => !obstacle || obstacle.why === 'mine';
        return { tutor, free: planned.filter((one) => !one.isSkipped && isFree(one)).length };
      });
    const free = Math.max(0, ...standings.map((one) => one.free));
    if (free < wanted * SHARE_FREE) throw new Refusal('nobody-free', { subject }, 'when');
    return { tutors: standings.filter((one) => one.free === free).map(({ tutor }) => tutor), free, of: wanted };
  };
}
