import type { Option } from '../../conversation/message.ts';
import { foreseeing, type Planned, type SeriesPlan } from '../../core/series/plan.ts';
import { onTheWall } from '../../core/series/rule.ts';
import type { Deps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';
import { openTimes, timeLabel } from '../shared/times.ts';
import { nearest } from './few-times.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** As near as that it still is the one of that week. */
const NEAR_DAYS = 3;
const LOOKED_THROUGH = 240;
/** Hours from the time that cannot be had, where a tutor names no hours of their own. */
const HOURS = [-2, -1, 1, 2];

/** The times near one that is not possible at which both are free. */
export async function insteadOf(
  one: Planned,
  plan: SeriesPlan,
  reader: Reader,
  deps: Deps,
): Promise<readonly Option[]> {
  const { tutor, wish } = plan;
  const [from, to] = [-NEAR_DAYS, NEAR_DAYS].map((days) => new Date(one.startsAt.getTime() + days * DAY));
  const query = {
    tutors: [foreseeing(tutor)],
    lengthMinutes: wish.lengthMinutes,
    learner: reader.person.id,
    from,
    to,
    most: LOOKED_THROUGH,
  };
  const open = await openTimes(query, deps);
  const starts = tutor.weeklyHours.length > 0 ? open : await free(one, plan, reader, deps);
  const length = wish.lengthMinutes * 60_000;
  const others = plan.all.filter(({ nr, isSkipped }) => nr !== one.nr && !isSkipped);
  const isAlone = (at: Date) => !others.some(({ startsAt }) => Math.abs(startsAt.getTime() - at.getTime()) < length);
  return nearest(starts.filter(isAlone), one.startsAt).map((start) => ({
    value: start.toISOString(),
    label: timeLabel(start, reader, [tutor], deps),
  }));
}

/** The hours around it, and the same hour of the days around it. */
async function free(
  { startsAt }: Planned,
  { rule, wish, tutor }: SeriesPlan,
  reader: Reader,
  deps: Deps,
): Promise<readonly Date[]> {
  const wall = startsAt.toTemporalInstant().toZonedDateTimeISO(rule.zone).toPlainDateTime();
  const all = [
    ...HOURS.map((hours) => new Date(startsAt.getTime() + hours * HOUR)),
    ...[-1, 1].map((days) => onTheWall(wall.add({ days }), rule.zone)),
  ].filter((at) => at > deps.clock());
  const [from, to] = [Math.min(...all.map(Number)), Math.max(...all.map(Number)) + wish.lengthMinutes * 60_000];
  const people = [tutor.person.id, reader.person.id];
  const busy = all.length === 0 ? [] : await deps.store.busy(people, new Date(from), new Date(to));
  return all.filter((at) => {
    const until = new Date(at.getTime() + wish.lengthMinutes * 60_000);
    return !busy.some((one) => one.startsAt < until && one.endsAt > at);
  });
}
