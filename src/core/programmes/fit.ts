import type { Person, Tutor, WeeklyHours } from '../people/person.ts';

/** Somebody for whom a tutor is looked for. */
export interface Seeking {
  readonly person: Pick<Person, 'id' | 'zone'>;
  readonly languages: readonly string[];
  /** Who is no tutor for them. */
  readonly apartFrom: ReadonlySet<string>;
}

/** A tutor who could have them, with how many pairs they are in. */
export interface Offering {
  readonly tutor: Pick<Tutor, 'person' | 'weeklyHours'>;
  readonly languages: readonly string[];
  readonly pairs: number;
}

/** On their own clock: when learners can be expected to have time, and tutors who say no hours. */
const DAYTIME = { from: '08:00', to: '21:00' } as const;

/** A language in common is worth this many hours in common, and so is each pair less that a tutor is in. */
const HOURS_FOR_A_LANGUAGE = 20;
const HOURS_FOR_A_PAIR = 5;
/** More hours in common than these make no difference. */
const HOURS_MOST = 20;

/**
 * For each learner the tutor who fits best: by languages, by hours in common on the clocks of both, and so that all tutors
 * get some. Nobody is their own tutor.
 */
export function propose(
  learners: readonly Seeking[],
  tutors: readonly Offering[],
  now: Date,
  usualZone: string,
): ReadonlyMap<string, string> {
  const load = new Map(tutors.map(({ tutor, pairs }) => [tutor.person.id, pairs]));
  const found = new Map<string, string>();
  for (const learner of learners) {
    const worth = ({ tutor, languages }: Offering) => {
      const hours = hoursInCommon(tutor, learner.person, now, usualZone);
      const common = languages.some((one) => learner.languages.includes(one)) ? HOURS_FOR_A_LANGUAGE : 0;
      return Math.min(hours, HOURS_MOST) + common - (load.get(tutor.person.id) ?? 0) * HOURS_FOR_A_PAIR;
    };
    const ranked = tutors
      .filter(({ tutor }) => tutor.person.id !== learner.person.id && !learner.apartFrom.has(tutor.person.id))
      .map((one) => ({ id: one.tutor.person.id, name: one.tutor.person.name, worth: worth(one) }))
      .toSorted((a, b) => b.worth - a.worth || a.name.localeCompare(b.name));
    const [best] = ranked;
    if (!best) continue;
    found.set(learner.person.id, best.id);
    load.set(best.id, (load.get(best.id) ?? 0) + 1);
  }
  return found;
}

/** How many hours a week of the tutor's lie in the learner's daytime. */
export function hoursInCommon(
  { person, weeklyHours }: Pick<Tutor, 'person' | 'weeklyHours'>,
  learner: Pick<Person, 'zone'>,
  now: Date,
  usualZone: string,
): number {
  const theirs = weeklyHours.length > 0 ? weeklyHours : everyDay();
  const offered = minutesOf(theirs, offsetOf(person.zone ?? usualZone, now));
  const awake = minutesOf(everyDay(), offsetOf(learner.zone ?? usualZone, now));
  let common = 0;
  for (const minute of offered) if (awake.has(minute)) common += STEP;
  return common / 60;
}

function everyDay(): readonly WeeklyHours[] {
  return [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, ...DAYTIME }));
}

const STEP = 15;
const A_DAY = 24 * 60;
const A_WEEK = 7 * A_DAY;

/** The quarters of an hour of a week in UTC that these hours cover, by their first minute. */
function minutesOf(hours: readonly WeeklyHours[], offset: number): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { day, from, to } of hours) {
    const begin = (day - 1) * A_DAY + minuteOf(from);
    const length = (minuteOf(to) - minuteOf(from) + A_DAY) % A_DAY || A_DAY;
    for (let minute = 0; minute < length; minute += STEP)
      covered.add((((begin + minute - offset) % A_WEEK) + A_WEEK) % A_WEEK);
  }
  return covered;
}

function minuteOf(wall: string): number {
  const [hours = 0, minutes = 0] = wall.split(':').map(Number);
  return hours * 60 + Math.floor(minutes / STEP) * STEP;
}

/** Of a zone from UTC now, in minutes, to a quarter of an hour. */
function offsetOf(zone: string, now: Date): number {
  const minutes = now.toTemporalInstant().toZonedDateTimeISO(zone).offsetNanoseconds / 60e9;
  return Math.round(minutes / STEP) * STEP;
}
