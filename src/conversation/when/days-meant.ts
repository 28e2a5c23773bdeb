import type { Doubt } from './when.ts';

/** The days that words can mean, and why there are several. */
export interface Days {
  readonly days: readonly Temporal.PlainDate[];
  readonly doubts: readonly Doubt[];
  /** One of them may be past and is asked about all the same. */
  readonly asksPast?: true;
}

export function together(found: readonly Days[]): Days | undefined {
  if (found.length === 0) return undefined;
  const days = distinct(found.flatMap((one) => one.days)).sort(Temporal.PlainDate.compare);
  const doubts = found.flatMap((one) => one.doubts);
  const asksPast = found.some((one) => one.asksPast) ? ({ asksPast: true } as const) : {};
  return { days, doubts: found.length > 1 && days.length > 1 ? [...doubts, 'several'] : doubts, ...asksPast };
}

export const distinct = (days: readonly Temporal.PlainDate[]) =>
  days.filter((day, index) => days.findIndex((other) => other.equals(day)) === index);
