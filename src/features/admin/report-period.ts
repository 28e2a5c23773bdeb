import type { Closure } from '../../core/calendar/hours.ts';
import { Refusal } from '../../core/refusal.ts';

export const PERIODS = ['week', 'month', 'term'] as const;
export type Period = (typeof PERIODS)[number];

/** The days from `from` to the one before `before`. */
export interface Stretch {
  readonly from: Temporal.PlainDate;
  readonly before: Temporal.PlainDate;
}

/** The week, the month or the term around a day; between two terms the one that is over. @throws Refusal `no-terms` */
export function stretchAround(period: Period, day: Temporal.PlainDate, closures: readonly Closure[]): Stretch {
  switch (period) {
    case 'week': {
      const from = day.subtract({ days: day.dayOfWeek - 1 });
      return { from, before: from.add({ weeks: 1 }) };
    }
    case 'month': {
      const from = day.with({ day: 1 });
      return { from, before: from.add({ months: 1 }) };
    }
    case 'term': {
      const terms = closures.filter(({ kind }) => kind === 'term').toSorted((a, b) => a.from.localeCompare(b.from));
      const term = terms.findLast(({ from }) => from <= day.toString()) ?? terms[0];
      if (!term) throw new Refusal('no-terms', {});
      return {
        from: Temporal.PlainDate.from(term.from),
        before: Temporal.PlainDate.from(term.until).add({ days: 1 }),
      };
    }
  }
}
