import type { Person, Tutor } from '../people/person.ts';
import { type Hours, openOn } from './open-days.ts';
import { coveredUntil, dayIn, partsOf } from './wall-clock.ts';

/** What the calendar has to know of a tutor. */
export type Teacher = Pick<Tutor, 'weeklyHours' | 'exceptions' | 'rules' | 'lengths'> & {
  readonly person: Pick<Person, 'id' | 'zone'>;
};

/** True when the whole of it lies within the hours. */
export function isWithinHours(hours: Hours, zone: string, startsAt: Date, endsAt: Date): boolean {
  const day = dayIn(startsAt.getTime(), zone);
  // Hours that end at midnight may go on with the next day's first ones.
  const stretches = [day, day.add({ days: 1 })].flatMap((one) => openOn(one, hours, partsOf(one, zone)));
  return coveredUntil(startsAt.getTime(), stretches) >= endsAt.getTime();
}

/**
 * True when the tutor offers that time by their hours, or has not said which times they offer. What else may be in the
 * way is for `objection` to say: this is for cards, which mark what lies outside the hours.
 */
export function isOffered(tutor: Teacher, startsAt: Date, endsAt: Date): boolean {
  const { zone } = tutor.person;
  return tutor.weeklyHours.length === 0 || zone === undefined || isWithinHours(tutor, zone, startsAt, endsAt);
}
