import type { WeeklyHours } from '../people/person.ts';
import type { Closure, Exception, Window } from './hours.ts';
import { instantsOf, midnightShown, type Part, type Piece, type Shown, type Stretch, without } from './wall-clock.ts';

/** When somebody teaches, by their own wall clock. */
export interface Hours {
  readonly weeklyHours: readonly WeeklyHours[];
  readonly exceptions: readonly Exception[];
}

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/** The open stretches of one day, soonest first: the usual week and what is extra, without what is off. */
export function openOn(day: Temporal.PlainDate, hours: Hours, parts: readonly Part[]): readonly Piece[] {
  const open = instantsOf(
    shownOn(day, (date) => windowsOn(date, hours), hasNights(hours)),
    parts,
  );
  return without(open, offOn(day, hours, parts));
}

function hasNights({ weeklyHours, exceptions }: Hours): boolean {
  return weeklyHours.some(isOvernight) || exceptions.some(({ windows }) => windows.some(isOvernight));
}

/** What somebody has taken off of one day. */
export function offOn(
  day: Temporal.PlainDate,
  { exceptions }: Pick<Hours, 'exceptions'>,
  parts: readonly Part[],
): readonly Stretch[] {
  const off = exceptions.filter(({ kind }) => kind === 'off');
  if (off.length === 0) return [];
  const [first, last] = [parts[0], parts.at(-1)];
  const isWhole = first && last && off.some((one) => one.windows.length === 0 && isOn(one, day.toString()));
  if (isWhole) return [{ from: first.from, to: last.to }];
  return instantsOf(
    shownOn(day, (date) => windowsOf(off, date), true),
    parts,
  );
}

function windowsOn(day: Temporal.PlainDate, { weeklyHours, exceptions }: Hours): readonly Window[] {
  const { weekday } = shownBy(day);
  const usual = weeklyHours.filter((one) => one.day === weekday);
  const extra =
    exceptions.length === 0
      ? []
      : windowsOf(
          exceptions.filter(({ kind }) => kind === 'extra'),
          day,
        );
  return extra.length === 0 ? usual : [...usual, ...extra];
}

function windowsOf(exceptions: readonly Exception[], day: Temporal.PlainDate): readonly Window[] {
  const date = day.toString();
  return exceptions.filter((one) => isOn(one, date)).flatMap(({ windows }) => windows);
}

/** The windows of a day, and what goes on from the evening before. */
function shownOn(
  day: Temporal.PlainDate,
  windowsOn: (day: Temporal.PlainDate) => readonly Window[],
  hasNights: boolean,
) {
  const { begins, eve } = shownBy(day);
  const own = windowsOn(day).map((window): Shown => {
    const from = begins + timeOf(window.from);
    return { from, to: begins + (isOvernight(window) ? DAY_MS : timeOf(window.to)), anchor: from };
  });
  if (!hasNights) return own;
  const before = windowsOn(eve).filter(isOvernight);
  const going = before.map(
    ({ from, to }): Shown => ({
      from: begins,
      to: begins + timeOf(to),
      anchor: begins + timeOf(from) - DAY_MS,
    }),
  );
  return [...going, ...own];
}

interface ShownDay {
  readonly begins: number;
  readonly weekday: number;
  /** The day before. */
  readonly eve: Temporal.PlainDate;
}

/** What a day is asked anew for every tutor is worked out once. */
const known = new WeakMap<Temporal.PlainDate, ShownDay>();

function shownBy(day: Temporal.PlainDate): ShownDay {
  const before = known.get(day);
  if (before) return before;
  const shown = { begins: midnightShown(day), weekday: day.dayOfWeek, eve: day.subtract({ days: 1 }) };
  known.set(day, shown);
  return shown;
}

/** Milliseconds since midnight, as the clock shows them. */
function timeOf(time: string): number {
  const colon = time.indexOf(':');
  return (Number(time.slice(0, colon)) * 60 + Number(time.slice(colon + 1))) * MINUTE_MS;
}

export function isOvernight({ from, to }: Window): boolean {
  return to <= from;
}

function isOn({ from, until }: { readonly from: string; readonly until: string }, date: string): boolean {
  return from <= date && date <= until;
}

/** What keeps everybody from teaching on a day: a holiday, or that it lies outside every term. */
export function closedOn(
  day: Temporal.PlainDate,
  closures: readonly Closure[],
): { readonly name: string | undefined } | undefined {
  if (closures.length === 0) return undefined;
  const date = day.toString();
  const there = closures.filter((one) => isOn(one, date));
  const holiday = there.find(({ kind }) => kind === 'holiday');
  if (holiday) return { name: holiday.name };
  const hasTerms = closures.some(({ kind }) => kind === 'term');
  return hasTerms && there.length === 0 ? { name: undefined } : undefined;
}
