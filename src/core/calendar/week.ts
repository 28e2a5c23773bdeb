/** Seven days as somebody reads them off a wall: what is drawn of them is decided here, and how it looks in `pictures`. */
export interface Week {
  readonly days: readonly WeekDay[];
  /** What is shown of each day, in full hours: at least a working day, and all that is on. */
  readonly fromHour: number;
  readonly toHour: number;
}

export interface WeekDay {
  readonly date: Temporal.PlainDate;
  readonly isToday: boolean;
  /** Hours that the tutor offers. */
  readonly offered: readonly WallStretch[];
  readonly marks: readonly Mark[];
}

/** Part of a day in minutes of its wall clock; the end of the day is 1440. */
export interface WallStretch {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** What somebody has at a time. `request`: not agreed yet; `busy`: taken by something that is no session; `off`: no tutoring then. */
export type MarkKind = 'session' | 'request' | 'busy' | 'off';

export interface Mark extends WallStretch {
  readonly kind: MarkKind;
  readonly label: string;
  /** Side by side with others at the same time: which column of how many. */
  readonly column: number;
  readonly columns: number;
}

interface Stretch {
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface WeekData {
  /** IANA zone whose days and hours are shown. */
  readonly zone: string;
  readonly from: Temporal.PlainDate;
  readonly now: Date;
  readonly offered: readonly Stretch[];
  readonly items: readonly (Stretch & Pick<Mark, 'kind' | 'label'>)[];
}

const DAYS = 7;
const MINUTES_OF_DAY = 1440;
/** What is shown where nothing is earlier or later. */
const USUAL_HOURS = { from: 8, to: 18 };
/** What is shorter on the wall, or goes back on it when the clocks change, is drawn so long. */
const LEAST_MINUTES = 15;

/**
 * The seven days from a date on, as the clock on the wall shows them: what lasts over midnight is on both days, and on
 * the night in which the clocks change the hours are those that the clock shows.
 */
export function weekOf({ zone, from, now, offered, items }: WeekData): Week {
  const today = now.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate();
  const days = Array.from({ length: DAYS }, (_, index): WeekDay => {
    const date = from.add({ days: index });
    const onThisDay = <T extends Stretch>(one: T) => {
      const part = partOn(date, zone, one);
      return part ? [{ ...one, ...part }] : [];
    };
    return {
      date,
      isToday: date.equals(today),
      offered: offered.flatMap(onThisDay).map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute })),
      marks: arranged(items.flatMap(onThisDay)),
    };
  });
  const all = days.flatMap((day) => [...day.offered, ...day.marks.filter(({ kind }) => kind !== 'off')]);
  return {
    days,
    fromHour: Math.min(USUAL_HOURS.from, ...all.map(({ fromMinute }) => Math.floor(fromMinute / 60))),
    toHour: Math.max(USUAL_HOURS.to, ...all.map(({ toMinute }) => Math.ceil(toMinute / 60))),
  };
}

/** What of a stretch lies on a day. */
function partOn(date: Temporal.PlainDate, zone: string, { startsAt, endsAt }: Stretch): WallStretch | undefined {
  const midnight = date.toZonedDateTime(zone).epochMilliseconds;
  const nextMidnight = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
  const [start, end] = [startsAt.getTime(), endsAt.getTime()];
  if (end <= midnight || start >= nextMidnight) return undefined;
  const fromMinute = start <= midnight ? 0 : minuteOf(startsAt, zone);
  const toMinute = end >= nextMidnight ? MINUTES_OF_DAY : minuteOf(endsAt, zone);
  return { fromMinute, toMinute: Math.min(MINUTES_OF_DAY, Math.max(toMinute, fromMinute + LEAST_MINUTES)) };
}

function minuteOf(at: Date, zone: string): number {
  const { hour, minute } = at.toTemporalInstant().toZonedDateTimeISO(zone);
  return hour * 60 + minute;
}

type Loose = Omit<Mark, 'column' | 'columns'>;

/** Time off lies beneath all else. */
function arranged(marks: readonly Loose[]): readonly Mark[] {
  const off = marks.filter(({ kind }) => kind === 'off').map((mark) => ({ ...mark, column: 0, columns: 1 }));
  return [...off, ...sideBySide(marks.filter(({ kind }) => kind !== 'off'))];
}

/** Those that overlap share the width of the day: the first column that is free, of as many as are needed at once. */
function sideBySide(marks: readonly Loose[]): readonly Mark[] {
  const placed: (Omit<Mark, 'columns'> & { readonly group: number })[] = [];
  let [group, groupEnds] = [0, 0];
  for (const { kind, label, fromMinute, toMinute } of marks.toSorted((a, b) => a.fromMinute - b.fromMinute)) {
    if (fromMinute >= groupEnds) group += 1;
    groupEnds = Math.max(groupEnds, toMinute);
    const taken = placed.filter((one) => one.group === group && one.toMinute > fromMinute).map((one) => one.column);
    const column = Array.from({ length: taken.length + 1 }, (_, index) => index).find((one) => !taken.includes(one));
    placed.push({ kind, label, fromMinute, toMinute, column: column ?? 0, group });
  }
  return placed.map(({ group, ...mark }) => ({
    ...mark,
    columns: 1 + Math.max(...placed.filter((one) => one.group === group).map(({ column }) => column)),
  }));
}
