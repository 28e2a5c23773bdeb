import { Refusal } from '../refusal.ts';
import { type Around, blockedBy, type Taught } from './around.ts';
import { isOffered, type Teacher } from './availability.ts';
import { closedOn, offOn } from './open-days.ts';
import { dayIn, partsOf } from './wall-clock.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Why a tutor does not offer a time. `outside` alone may still be asked for, where the tutor allows it. */
export type Objection =
  | { readonly why: 'closed'; readonly name: string | undefined }
  | { readonly why: 'away' }
  | { readonly why: 'busy' }
  | { readonly why: 'full'; readonly most: number; readonly per: 'day' | 'week' }
  | { readonly why: 'too-soon'; readonly minutes: number }
  | { readonly why: 'too-far'; readonly days: number }
  | { readonly why: 'outside' };

export interface Asked {
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** A session that would be at that time instead of its own: what is held for it is not in its way. */
  readonly except?: string | undefined;
}

/**
 * What speaks against a session of this tutor then; undefined: they offer it. This is the one place that says whether a
 * given time is offered: requests, moves, series and waitlists all ask it. `around` comes from `store.around`, once for
 * any number of times, and has to reach a day beyond them to each side:
 *
 *     const around = await store.around({ people: [tutor.person.id], counted: countedOf([tutor]), from, to, now });
 *     const against = occurrences.map((one) => objection(tutor, one, around, now, defaultZone));
 *
 * Learners are not looked at here, nor what the organization allows each of them; lengths are the caller's to check.
 * @param zone where a tutor lives who has not said so
 */
export function objection(
  tutor: Teacher,
  asked: Asked,
  around: Around,
  now: Date,
  zone = 'UTC',
): Objection | undefined {
  const { rules, person } = tutor;
  const own = person.zone ?? zone;
  const [start, end] = [asked.startsAt.getTime(), asked.endsAt.getTime()];
  const days = daysOf(start, end, own);
  for (const day of days) {
    const closed = closedOn(day, around.closures);
    if (closed) return { why: 'closed', name: closed.name };
  }
  if (isAway(tutor, asked.startsAt, asked.endsAt, own)) return { why: 'away' };
  const isBusy = around.held.some((held) => {
    if (held.person !== person.id || (asked.except !== undefined && held.session === asked.except)) return false;
    const { from, to } = blockedBy(held, rules);
    return from < end && to > start;
  });
  if (isBusy) return { why: 'busy' };
  const full = fullAt(tutor, start, around.taught, own, asked.except);
  if (full) return { why: 'full', ...full };
  if (rules.noticeMinutes !== undefined && start < now.getTime() + rules.noticeMinutes * MINUTE)
    return { why: 'too-soon', minutes: rules.noticeMinutes };
  if (start > now.getTime() + rules.aheadDays * DAY) return { why: 'too-far', days: rules.aheadDays };
  return isOffered(tutor, asked.startsAt, asked.endsAt) ? undefined : { why: 'outside' };
}

/** Whether the tutor has taken off some of that time. */
export function isAway(tutor: Pick<Teacher, 'exceptions'>, startsAt: Date, endsAt: Date, zone: string): boolean {
  const [start, end] = [startsAt.getTime(), endsAt.getTime()];
  return daysOf(start, end, zone).some((day) =>
    offOn(day, tutor, partsOf(day, zone)).some(({ from, to }) => from < end && to > start),
  );
}

/** The tutors of whom `store.around` has to count sessions. */
export function countedOf(tutors: readonly Teacher[]): readonly string[] {
  return tutors
    .filter(({ rules }) => rules.mostADay !== undefined || rules.mostAWeek !== undefined)
    .map(({ person }) => person.id);
}

/** Whether the tutor has as many sessions on that day, or in that week, as they want. */
export function fullAt(
  { person, rules: { mostADay, mostAWeek } }: Teacher,
  start: number,
  taught: readonly Taught[],
  zone: string,
  except?: string,
): { readonly most: number; readonly per: 'day' | 'week' } | undefined {
  if (mostADay === undefined && mostAWeek === undefined) return undefined;
  const theirs = taught.filter(({ tutor, session }) => tutor === person.id && session !== except);
  const day = dayIn(start, zone);
  const days = theirs.map(({ startsAt }) => dayIn(startsAt.getTime(), zone));
  if (mostADay !== undefined && days.filter((one) => one.equals(day)).length >= mostADay)
    return { most: mostADay, per: 'day' };
  const isOfWeek = (one: Temporal.PlainDate) => mondayOf(one).equals(mondayOf(day));
  if (mostAWeek !== undefined && days.filter(isOfWeek).length >= mostAWeek) return { most: mostAWeek, per: 'week' };
  return undefined;
}

export function mondayOf(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: day.dayOfWeek - 1 });
}

/** The tutor's days on which it is. */
function daysOf(start: number, end: number, zone: string): readonly Temporal.PlainDate[] {
  const [first, last] = [dayIn(start, zone), dayIn(end - 1, zone)];
  return first.equals(last) ? [first] : [first, last];
}

/** What a learner is told; undefined where the time may be asked for all the same. */
export function refusalFor(
  tutor: Teacher & { readonly person: { readonly name: string } },
  against: Objection,
): Refusal | undefined {
  const { name } = tutor.person;
  switch (against.why) {
    case 'closed':
      return new Refusal('closed-then', { name: against.name }, 'when');
    case 'away':
      return new Refusal('tutor-away', { tutor: name }, 'when');
    case 'busy':
      return new Refusal('tutor-busy', { tutor: name }, 'when');
    case 'full':
      return new Refusal('tutor-full', { tutor: name, most: against.most, per: against.per }, 'when');
    case 'too-soon':
      return new Refusal('too-soon', { tutor: name, minutes: against.minutes }, 'when');
    case 'too-far':
      return new Refusal('too-far', { days: against.days }, 'when');
    case 'outside':
      return tutor.rules.takesOutside ? undefined : new Refusal('outside-hours', { tutor: name }, 'when');
  }
}
