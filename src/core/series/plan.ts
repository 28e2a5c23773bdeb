import type { Around } from '../calendar/around.ts';
import { countedOf, type Objection, objection, refusalFor } from '../calendar/objection.ts';
import type { Clock } from '../clock.ts';
import { SERIES_HORIZON_DAYS, SERIES_LEAST, SERIES_MOST } from '../limits.ts';
import { checkMayAsk } from '../people/may-ask.ts';
import type { Actor, Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { type CheckedWish, refuseImpossible, type Whom, type Wish } from '../session/wish.ts';
import type { Store } from '../store.ts';
import { everyFrom, isTooLong, occurrences, type Repeat, type Rule, wallTime } from './rule.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** What a learner asks for who wants it more than once. Its start is that of the first. */
export interface SeriesWish extends RepeatedWish {
  readonly tutor: string;
}

/** The same while any tutor would do. */
export interface RepeatedWish extends Wish {
  /** IANA: where it was agreed. */
  readonly zone: string;
  readonly repeat: Repeat;
  /** Places in the rule, counted from 1, that are left out. */
  readonly skips: readonly number[];
  /** Those that are at another time. */
  readonly moves: ReadonlyMap<number, Date>;
  /** The series that it goes on with. */
  readonly continues?: string | undefined;
}

/** What is in the way of one of them; with `isHard` it cannot be asked for as it is. */
export interface Obstacle {
  readonly why: 'mine' | 'past' | Objection['why'];
  readonly isHard: boolean;
}

/** One of a rule, before anybody was asked. */
export interface Planned {
  /** Its place in the rule, counted from 1. */
  readonly nr: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isSkipped: boolean;
  /** When it is by the rule, where it was moved away from there. */
  readonly ruledAt: Date | undefined;
  readonly obstacle: Obstacle | undefined;
}

export interface SeriesPlan {
  readonly rule: Rule;
  readonly wish: CheckedWish;
  readonly tutor: Tutor;
  readonly all: readonly Planned[];
}

/** What a series would be, with all that is in its way. @throws Refusal at the field that is wrong. */
export type PlanSeries = (by: Actor, wish: SeriesWish) => Promise<SeriesPlan>;

/** Those that would be asked for. */
export function kept({ all }: SeriesPlan): readonly Planned[] {
  return all.filter(({ isSkipped }) => !isSkipped);
}

/** Those that cannot be asked for as they are. */
export function blocked(plan: SeriesPlan): readonly Planned[] {
  return kept(plan).filter(({ obstacle }) => obstacle?.isHard === true);
}

export function createPlanSeries(all: Pick<Store, 'of'>, clock: Clock, whom: Whom): PlanSeries {
  return async (by, wish) => {
    const now = clock();
    const ours = all.of(by.person.organization);
    checkMayAsk(by, now);
    refuseImpossible(wish, await ours.rules(by.person.organization), now);
    const rule = ruleOf(wish);
    const { subject, tutors } = await whom(by, wish);
    const [tutor] = tutors as readonly [Tutor];
    if (!tutor.lengths.includes(wish.lengthMinutes))
      throw new Refusal('length-not-offered', { minutes: tutor.lengths }, 'length');
    const length = wish.lengthMinutes * MINUTE;
    const around = await ours.around({
      people: [by.person.id, wish.tutor],
      counted: countedOf([tutor]),
      from: new Date(now.getTime() - DAY),
      to: new Date(now.getTime() + SERIES_HORIZON_DAYS * DAY),
      now,
      learner: by.person.id,
    });
    const endsAt = new Date(wish.startsAt.getTime() + length);
    const planned = plannedWith(tutor, by.person.id, placesOf(rule, wish), length, around, now);
    return { rule, wish: { ...wish, endsAt, subject, tutors }, tutor, all: planned };
  };
}

/** All of a rule with one tutor, each with what is in its way. */
export function plannedWith(
  tutor: Tutor,
  learner: string,
  places: ReturnType<typeof placesOf>,
  length: number,
  around: Around,
  now: Date,
): readonly Planned[] {
  return places.map((place): Planned => {
    const endsAt = new Date(place.startsAt.getTime() + length);
    const asked = { nr: place.nr, startsAt: place.startsAt, endsAt };
    const isApart = (one: Date) => Math.abs(one.getTime() - place.startsAt.getTime()) >= length;
    const others = places.filter(({ nr, isSkipped }) => nr !== place.nr && !isSkipped);
    const isFree = others.every(({ startsAt }) => isApart(startsAt));
    const obstacle = isFree ? obstacleOf(asked, learner, tutor, around, now) : MINE;
    return { ...place, endsAt, obstacle };
  });
}

/** @throws Refusal where it has too few, or goes on for too long. */
export function ruleOf({ startsAt, zone, repeat }: RepeatedWish): Rule {
  const first = wallTime(startsAt, zone);
  const rule = { ...repeat, every: everyFrom(repeat.every, first), zone, first };
  const times = 'times' in repeat.end ? repeat.end.times : occurrences(rule).length;
  if (times < SERIES_LEAST) throw new Refusal('series-too-short', { least: SERIES_LEAST }, 'repeat');
  if (times > SERIES_MOST || isTooLong(rule)) throw new Refusal('series-too-long', { most: SERIES_MOST }, 'repeat');
  return rule;
}

export function placesOf(rule: Rule, { startsAt, skips, moves }: RepeatedWish) {
  return occurrences(rule).map((ruled, index) => {
    const nr = index + 1;
    // Of an hour that comes twice the one that was chosen.
    const usual = nr === 1 ? startsAt : ruled;
    const moved = moves.get(nr);
    return { nr, startsAt: moved ?? usual, ruledAt: moved && usual, isSkipped: skips.includes(nr) };
  });
}

const MINE: Obstacle = { why: 'mine', isHard: true };

function obstacleOf(
  asked: { readonly nr: number; readonly startsAt: Date; readonly endsAt: Date },
  learner: string,
  tutor: Tutor,
  around: Around,
  now: Date,
): Obstacle | undefined {
  const { nr, startsAt, endsAt } = asked;
  if (startsAt <= now) return { why: 'past', isHard: true };
  const isMine = around.held.some((one) => one.person === learner && one.startsAt < endsAt && one.endsAt > startsAt);
  if (isMine) return MINE;
  // How far ahead the tutor is asked is said of the first.
  const far = nr === 1 ? tutor : foreseeing(tutor);
  const against = objection(far, asked, around, now);
  return against && { why: against.why, isHard: refusalFor(far, against) !== undefined };
}

/** A tutor who could be asked for any day of a series. */
export function foreseeing(tutor: Tutor): Tutor {
  return { ...tutor, rules: { ...tutor.rules, aheadDays: SERIES_HORIZON_DAYS } };
}
