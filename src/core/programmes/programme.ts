/** Learners and tutors whom an organization pairs for a term. Days are ISO dates, the last one included. */
export interface Programme {
  readonly id: string;
  readonly organization: string;
  readonly name: string;
  readonly subject: string;
  /** They are to meet once in so many days. */
  readonly everyDays: number;
  readonly from: string;
  readonly until: string;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly endedAt: Date | undefined;
}

/** How often they can be expected to meet: each week, every two weeks, each month. */
export const EVERY_DAYS = [7, 14, 28] as const;

export interface Pair {
  readonly id: string;
  readonly programme: string;
  readonly learner: string;
  readonly tutor: string;
  /** When it was agreed to; undefined while it is proposed. */
  readonly since: Date | undefined;
  /** When both were asked whether they still meet, and when the admins were told that they do not. */
  readonly nudgedAt: Date | undefined;
  readonly toldAt: Date | undefined;
  readonly endedAt: Date | undefined;
}

/** A pair that is shown: when they met last, or are to meet. */
export interface PairSeen extends Pair {
  readonly lastAt: Date | undefined;
}

const DAY = 86_400_000;

/** So long after they were to have met nobody says anything. */
const GRACE_DAYS = 2;

/** The first instant of the term, and the first after it. */
export function termOf({ from, until }: Pick<Programme, 'from' | 'until'>, zone: string): { from: Date; to: Date } {
  const midnight = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds);
  return {
    from: midnight(Temporal.PlainDate.from(from)),
    to: midnight(Temporal.PlainDate.from(until).add({ days: 1 })),
  };
}

/** Whether a pair of which the admins were told meets again, or is to. */
export function meetsAgain({ toldAt, lastAt }: Pick<PairSeen, 'toldAt' | 'lastAt'>): boolean {
  return toldAt !== undefined && lastAt !== undefined && lastAt > toldAt;
}

/** What is to be said about a pair now, and when it is to be looked at again; `undefined`: nothing, and never. */
export interface Look {
  readonly say: 'nudge' | 'tell' | undefined;
  readonly lookAt: Date | undefined;
}

/**
 * Whether a pair still meets: who has not met for as long as was agreed, and a little more, and has nothing planned is
 * asked once; if nothing comes of it for as long again the admins are told once, and it is looked at each day whether
 * that still is so. Meeting begins it anew.
 */
export function look(
  programme: Pick<Programme, 'everyDays' | 'from' | 'until' | 'endedAt'>,
  { since, nudgedAt, toldAt, endedAt }: Pick<Pair, 'since' | 'nudgedAt' | 'toldAt' | 'endedAt'>,
  lastAt: Date | undefined,
  now: Date,
  zone: string,
): Look {
  const term = termOf(programme, zone);
  if (!since || endedAt || programme.endedAt || now >= term.to) return { say: undefined, lookAt: undefined };
  const last = Math.max(since.getTime(), term.from.getTime(), lastAt?.getTime() ?? 0);
  const after = (from: number, days: number) => new Date(from + days * DAY);
  const due = after(last, programme.everyDays + GRACE_DAYS);
  if (now < due) return { say: undefined, lookAt: due };
  if (!nudgedAt || nudgedAt.getTime() < last)
    return { say: 'nudge', lookAt: after(now.getTime(), programme.everyDays) };
  const tell = after(nudgedAt.getTime(), programme.everyDays);
  if (now < tell) return { say: undefined, lookAt: tell };
  const isTold = toldAt !== undefined && toldAt.getTime() >= last;
  return { say: isTold ? undefined : 'tell', lookAt: after(now.getTime(), 1) };
}
