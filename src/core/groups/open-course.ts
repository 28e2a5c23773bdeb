import { countedOf, objection } from '../calendar/objection.ts';
import { tellCalendarsOfMany } from '../calendar/tell.ts';
import type { Clock } from '../clock.ts';
import { newId } from '../id.ts';
import { SERIES_HORIZON_DAYS, SERIES_LEAST, SERIES_MOST } from '../limits.ts';
import { sessionSubject } from '../owing/subject.ts';
import type { Actor, Tutor } from '../people/person.ts';
import { Refusal } from '../refusal.ts';
import { holdAll } from '../series/request.ts';
import { everyFrom, isTooLong, occurrences, type Repeat, type Rule, wallTime } from '../series/rule.ts';
import type { Series } from '../series/series.ts';
import { meetingDueAt, refreshMany } from '../series/steps.ts';
import type { Session } from '../session/session.ts';
import { newParticipant, newSession } from '../session/steps.ts';
import type { OrganizationTransaction, Store } from '../store.ts';
import type { GroupPlan } from './open.ts';
import { owingSeriesCards } from './places.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** A group session that repeats, on the clock of a place. */
export interface CoursePlan extends GroupPlan {
  readonly repeat: Repeat;
  readonly zone: string;
}

/** One of a course before it is opened; what is in the way of its tutor is left out. */
export interface CourseDate {
  readonly nr: number;
  readonly startsAt: Date;
  readonly obstacle: 'busy' | 'closed' | 'away' | undefined;
}

export interface CourseDates {
  readonly rule: Rule;
  readonly all: readonly CourseDate[];
}

export interface Courses {
  /** When it would be. @throws Refusal where it cannot be opened */
  datesOf(by: Actor, plan: CoursePlan): Promise<CourseDates>;
  /** Opens all of it at once: its tutor's time is held, and each is confirmed from the start. */
  openCourse(by: Actor, plan: CoursePlan): Promise<Session>;
}

type Check = (by: Actor, plan: GroupPlan) => Promise<unknown>;
type Announce = (tx: OrganizationTransaction, by: Actor, session: Session, at: Date) => Promise<boolean>;

export function createCourses(store: Pick<Store, 'of'>, clock: Clock, check: Check, announceHere: Announce): Courses {
  async function datesOf(by: Actor, plan: CoursePlan): Promise<CourseDates> {
    await check(by, plan);
    const ours = store.of(by.person.organization);
    const tutor = await ours.tutor(plan.tutor);
    if (!tutor) throw new Refusal('not-a-tutor', {});
    const now = clock();
    const rule = ruleOf(plan);
    const around = await ours.around({
      people: [plan.tutor],
      counted: countedOf([tutor]),
      from: new Date(now.getTime() - DAY),
      to: new Date(now.getTime() + SERIES_HORIZON_DAYS * DAY),
      now,
    });
    const all = occurrences(rule).map((at, index) => {
      const startsAt = index === 0 ? plan.startsAt : at;
      const asked = { startsAt, endsAt: endOf(startsAt, plan) };
      const why = objection(withoutRules(tutor), asked, around, now)?.why;
      return {
        nr: index + 1,
        startsAt,
        obstacle: why === 'busy' || why === 'closed' || why === 'away' ? why : undefined,
      };
    });
    if (all.filter(({ obstacle }) => !obstacle).length < SERIES_LEAST)
      throw new Refusal('series-too-short', { least: SERIES_LEAST }, 'when');
    return { rule, all };
  }

  return {
    datesOf,
    openCourse: async (by, plan) => {
      const dates = await datesOf(by, plan);
      const now = clock();
      const ours = store.of(by.person.organization);
      const tutor = await ours.person(plan.tutor);
      if (!tutor) throw new Refusal('not-a-tutor', {});
      const series = seriesOf(by, dates, now);
      const kept = dates.all.filter(({ obstacle }) => !obstacle);
      const sessions = kept.map(({ startsAt }, index): Session => {
        const { subject, note, capacity, minimum, platform: platformWanted } = plan;
        const agreed = { tutor: tutor.id, candidates: [], subject, note, startsAt, endsAt: endOf(startsAt, plan) };
        const inSeries = { id: series.id, ordinal: index + 1, size: kept.length, answerBy: plan.startsAt };
        return {
          ...newSession(tutor, agreed, now),
          zone: plan.zone,
          participants: [newParticipant(tutor.id, 'tutor')],
          capacity,
          minimum,
          // Whether it takes place is decided once, before the first.
          minimumUntil: index === 0 ? plan.minimumUntil : undefined,
          state: 'confirmed',
          confirmedAt: now,
          confirmedBy: by.person.id,
          platformWanted,
          meetingDueAt: meetingDueAt({ startsAt, series: inSeries }, now),
          series: inSeries,
        };
      });
      const [first] = sessions;
      if (!first) throw new Refusal('series-too-short', { least: SERIES_LEAST }, 'when');
      await ours.transaction(async (tx) => {
        await tx.addSeries(series);
        for (const session of sessions) await tx.addSession(session);
        await holdAll(tx, [tutor.id], sessions);
        for (const { id, state, meetingDueAt: isLater } of sessions) {
          await tx.audit({ about: sessionSubject(id), by: by.person.id, event: 'open', to: state, at: now });
          if (!isLater) await tx.enqueue({ name: 'make-meeting', data: { session: id, isOneOfMany: true } });
        }
        await tx.owe(owingSeriesCards(sessions, [tutor.id], now), now);
        await tellCalendarsOfMany(tx, sessions, [tutor.id], 'on', now);
        await refreshMany(tx, sessions);
        await announceHere(tx, by, first, now);
      });
      return first;
    },
  };
}

/** Whoever opens a course decides for themselves how soon, how far ahead and how many; not against a holiday. */
function withoutRules(tutor: Tutor): Tutor {
  const rules = {
    ...tutor.rules,
    noticeMinutes: undefined,
    mostADay: undefined,
    mostAWeek: undefined,
    aheadDays: SERIES_HORIZON_DAYS,
  };
  return { ...tutor, rules };
}

function ruleOf({ startsAt, zone, repeat }: CoursePlan): Rule {
  const first = wallTime(startsAt, zone);
  const rule = { ...repeat, every: everyFrom(repeat.every, first), zone, first };
  const times = 'times' in repeat.end ? repeat.end.times : occurrences(rule).length;
  if (times < SERIES_LEAST) throw new Refusal('series-too-short', { least: SERIES_LEAST }, 'when');
  if (times > SERIES_MOST || isTooLong(rule)) throw new Refusal('series-too-long', { most: SERIES_MOST }, 'when');
  return rule;
}

function seriesOf({ person }: Actor, { rule, all }: CourseDates, now: Date): Series {
  const { zone, first, every } = rule;
  return {
    id: newId(),
    organization: person.organization,
    zone,
    first,
    every,
    times: all.length,
    size: all.filter(({ obstacle }) => !obstacle).length,
    createdAt: now,
    createdBy: person.id,
    goesOnBy: undefined,
    goesOnIn: undefined,
    proposal: undefined,
    proposalUntil: undefined,
  };
}

function endOf(startsAt: Date, { lengthMinutes }: Pick<GroupPlan, 'lengthMinutes'>): Date {
  return new Date(startsAt.getTime() + lengthMinutes * MINUTE);
}
