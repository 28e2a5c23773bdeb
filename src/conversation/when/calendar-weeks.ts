import type { Day, Weekday } from './days.ts';
import { type Days, distinct } from './days-meant.ts';

export const WEEK = 7;
const SATURDAY = 6;
const SUNDAY = 7;

export function weekend(which: 'bare' | 'next', today: Temporal.PlainDate): Days {
  const ahead = [SATURDAY, SUNDAY].map((day) => today.add({ days: (day - today.dayOfWeek + WEEK) % WEEK }));
  const days = which === 'bare' ? ahead : [...ahead, ...ahead.map((day) => day.add({ days: WEEK }))];
  return { days: days.toSorted(Temporal.PlainDate.compare), doubts: ['several'] };
}

/** On a Sunday the week that is meant may be the one that has just begun, or the one that ends. */
export function inWeek(today: Temporal.PlainDate, weeks: number, day: number): Days {
  const monday = dayOfWeek(today, weeks, day);
  if (today.dayOfWeek !== SUNDAY || day === SUNDAY) return { days: [monday], doubts: [] };
  return { days: [monday, monday.add({ days: WEEK })], doubts: ['which-week'], asksPast: true };
}

/** Day `day` (1 is Monday) of the calendar week `weeks` after this one; weeks begin on Monday. */
const dayOfWeek = (today: Temporal.PlainDate, weeks: number, day: number) =>
  today.add({ days: WEEK * weeks + day - today.dayOfWeek });

export function weekdayAhead(word: Extract<Day, { is: 'weekday' }>, today: Temporal.PlainDate): Days {
  const ahead = (word.day - today.dayOfWeek + WEEK) % WEEK;
  const nearest = today.add({ days: ahead || WEEK });
  if (word.which === 'coming') return { days: [nearest], doubts: [] };
  if (word.which === 'last')
    return { days: [today.subtract({ days: (today.dayOfWeek - word.day + WEEK) % WEEK || WEEK })], doubts: [] };
  const others = othersOf(word, today, nearest);
  const days = distinct(others).sort(Temporal.PlainDate.compare);
  return { days, doubts: days.length > 1 ? ['which-week'] : [] };
}

function othersOf(
  { which, day }: Weekday,
  today: Temporal.PlainDate,
  nearest: Temporal.PlainDate,
): Temporal.PlainDate[] {
  const ofNextWeek = dayOfWeek(today, 1, day);
  switch (which) {
    case 'next':
      return [ofNextWeek, nearest];
    case 'near':
      return [ofNextWeek.subtract({ days: WEEK }), day === today.dayOfWeek ? today : nearest];
    case 'after-next':
      return [ofNextWeek.add({ days: WEEK }), nearest.add({ days: WEEK })];
    default:
      return [day === today.dayOfWeek ? today : nearest, nearest];
  }
}

export function nearestWeekday(
  day: Temporal.PlainDate,
  weekday: number,
  today: Temporal.PlainDate,
): Temporal.PlainDate {
  const ahead = (weekday - day.dayOfWeek + WEEK) % WEEK;
  const before = day.add({ days: ahead - WEEK });
  return ahead > WEEK / 2 && Temporal.PlainDate.compare(before, today) >= 0 ? before : day.add({ days: ahead });
}
