/** What is offered at once: three days, and no more buttons than one takes in at a glance. */
const DAYS = 3;
const TIMES = 6;

/** Hours at which the reader is awake, as far as one can tell. */
const FROM_HOUR = 8;
const BEFORE_HOUR = 21;

/** So many full hours of a day will do, however many there is room for. */
const ENOUGH_FULL_HOURS = 4;

/** How far around a time that cannot be had another is looked for, and how many are named. */
export const NEAR = { beforeMs: 3 * 86_400_000, most: 4 } as const;

/** A few of many starts: spread over the first days and their hours, rather than one half hour after the other. */
export function few(starts: readonly Date[], zone: string, days = DAYS, most = TIMES): readonly Date[] {
  const first = firstDays(starts, zone, days);
  const aDay = Math.floor(most / Math.max(first.length, 1));
  return first.flatMap((day) => spread(pleasant(day, aDay), aDay));
}

/** A start, and what the clock shows then. */
interface Shown {
  readonly start: Date;
  readonly local: Temporal.PlainDateTime;
}

/** The starts of so many days, day by day: there may be far more of them, and the others are not looked at. */
function firstDays(starts: readonly Date[], zone: string, days: number): readonly (readonly Shown[])[] {
  const byDay = new Map<string, Shown[]>();
  for (const start of starts) {
    const local = start.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDateTime();
    const day = local.toPlainDate().toString();
    const those = byDay.get(day);
    if (those) those.push({ start, local });
    else if (byDay.size === days) break;
    else byDay.set(day, [{ start, local }]);
  }
  return [...byDay.values()];
}

/** Those nearest to an instant, in the order of time. */
export function nearest(starts: readonly Date[], to: Date): readonly Date[] {
  const distance = (start: Date) => Math.abs(start.getTime() - to.getTime());
  return starts
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, NEAR.most)
    .sort((a, b) => a.getTime() - b.getTime());
}

export function startOfDayAfter(at: Date, zone: string): Date {
  const day = at.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 });
  return new Date(day.toZonedDateTime(zone).epochMilliseconds);
}

/** In the daytime and on the full hour, as long as enough of them are left. */
function pleasant(all: readonly Shown[], enough: number): readonly Date[] {
  const awake = all.filter(({ local: { hour } }) => hour >= FROM_HOUR && hour < BEFORE_HOUR);
  const some = awake.length > 0 ? awake : all;
  const full = some.filter(({ local }) => local.minute === 0);
  return (full.length >= Math.min(enough, ENOUGH_FULL_HOURS) ? full : some).map(({ start }) => start);
}

function spread(day: readonly Date[], most: number): readonly Date[] {
  if (day.length <= most) return day;
  return Array.from({ length: most }, (_, index) => day[Math.floor((index * day.length) / most)]).filter(
    (start) => start !== undefined,
  );
}
