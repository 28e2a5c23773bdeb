/** How often it is. `month`: on the same weekday of the month, such as the second Tuesday; `month-end`: on the last one. */
export const EVERY = ['week', 'two-weeks', 'month', 'month-end'] as const;
export type Every = (typeof EVERY)[number];

/** What repeats: so often from the first time on, or up to a day. */
export interface Repeat {
  readonly every: Every;
  readonly end: { readonly times: number } | { readonly until: string };
}

/** A repetition as it was agreed: the clock on the wall of a place. */
export interface Rule extends Repeat {
  /** IANA zone of that wall. */
  readonly zone: string;
  /** What its clock shows the first time: `2026-12-01T17:00`. */
  readonly first: string;
}

/** No series is longer. */
const LONGEST = { years: 1 } as const;

/** Beyond every limit: whoever asks for more is told so. */
const LOOKED_AT = 60;

/**
 * When each of them is. The clock on the wall shows the same time each time, whatever the clocks do in between. Where
 * they jump over it, it is later by as much as they jump; where they show it twice, it is the first of the two.
 */
export function occurrences({ every, end, zone, first }: Rule): readonly Date[] {
  const start = Temporal.PlainDateTime.from(first);
  const day = start.toPlainDate();
  const last = 'until' in end ? Temporal.PlainDate.from(end.until) : day.add(LONGEST);
  const most = 'times' in end ? end.times : LOOKED_AT;
  const all: Date[] = [];
  for (let nr = 0; nr < Math.min(most, LOOKED_AT); nr++) {
    const date = dayOf(day, every, nr);
    if (Temporal.PlainDate.compare(date, last) > 0) break;
    all.push(onTheWall(date.toPlainDateTime(start.toPlainTime()), zone));
  }
  return all;
}

/** True when the last one would be more than a year after the first. */
export function isTooLong({ every, end, first }: Pick<Rule, 'every' | 'end' | 'first'>): boolean {
  const day = Temporal.PlainDateTime.from(first).toPlainDate();
  const last = 'until' in end ? Temporal.PlainDate.from(end.until) : dayOf(day, every, end.times - 1);
  return Temporal.PlainDate.compare(last, day.add(LONGEST)) > 0;
}

/** How long it goes on, as people say it. */
export type Lasting =
  | { readonly times: number }
  | { readonly weeks: number }
  | { readonly months: number }
  | { readonly until: string };

/** Ten weeks have ten Tuesdays, and five of every other one. */
export function endOf(lasting: Lasting, first: Temporal.PlainDate): Repeat['end'] {
  if ('times' in lasting) return { times: lasting.times };
  if ('until' in lasting) return { until: lasting.until };
  return { until: first.add(lasting).subtract({ days: 1 }).toString() };
}

/** What the clocks of a place show then: `2026-12-01T17:00`. */
export function wallTime(at: Date, zone: string): string {
  return at.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** When the clocks of a place show it. */
export function onTheWall(wall: Temporal.PlainDateTime, zone: string): Date {
  return new Date(wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

/** By so many days later or earlier, at another hour, on the clock of the same place. */
export function shifted(at: Date, zone: string, days: number, time: string): Date {
  const day = at.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate().add({ days });
  return onTheWall(day.toPlainDateTime(Temporal.PlainTime.from(time)), zone);
}

/** Which of its weekday in its month a day is. */
export function nthOf(day: Temporal.PlainDate): number {
  return Math.ceil(day.day / 7);
}

const FIFTH = 5;

/** What does not come in every month is the last one. */
export function everyFrom(every: Every, first: string): Every {
  const isFifth = nthOf(Temporal.PlainDateTime.from(first).toPlainDate()) === FIFTH;
  return every === 'month' && isFifth ? 'month-end' : every;
}

function dayOf(first: Temporal.PlainDate, every: Every, nr: number): Temporal.PlainDate {
  switch (every) {
    case 'week':
      return first.add({ weeks: nr });
    case 'two-weeks':
      return first.add({ weeks: 2 * nr });
    case 'month':
      return nthWeekday(first.with({ day: 1 }).add({ months: nr }), first.dayOfWeek, nthOf(first));
    case 'month-end':
      return nthWeekday(first.with({ day: 1 }).add({ months: nr }), first.dayOfWeek, FIFTH);
  }
}

/** The second Tuesday of the month that begins then; of a fifth, the last. */
function nthWeekday(month: Temporal.PlainDate, weekday: number, nth: number): Temporal.PlainDate {
  const ahead = (weekday - month.dayOfWeek + 7) % 7;
  const day = 1 + ahead + 7 * (nth - 1);
  return month.with({ day: day > month.daysInMonth ? day - 7 : day });
}
