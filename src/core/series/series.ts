import type { Session } from '../session/session.ts';
import { type Every, occurrences, type Rule } from './rule.ts';

/** Sessions that repeat, as they were agreed. When each of them is, the session itself says. */
export interface Series {
  readonly id: string;
  readonly organization: string;
  /** IANA: on whose clock the time stays the same. */
  readonly zone: string;
  /** What that clock shows the first time: `2026-12-01T17:00`. */
  readonly first: string;
  readonly every: Every;
  /** How often the rule was asked for. */
  readonly times: number;
  /** How many sessions it has: without those that were skipped. */
  readonly size: number;
  readonly createdAt: Date;
  /** A person's id. */
  readonly createdBy: string;
  /** The tutor who would go on after the last one. */
  readonly goesOnBy: string | undefined;
  /** The series in which it goes on. */
  readonly goesOnIn: string | undefined;
  /** Another time for the rest of it, which waits for the other side. */
  readonly proposal: MoveProposed | undefined;
  /** Until when it can be answered: then it lapses. */
  readonly proposalUntil: Date | undefined;
}

/** Another time, from one session on; instants in milliseconds. */
export interface MoveProposed {
  readonly by: string;
  readonly session: string;
  readonly scope: Exclude<Scope, 'this'>;
  readonly seen: string;
  readonly at: number;
  readonly to: number;
}

/** What a session knows of the series that it is of. */
export interface InSeries {
  readonly id: string;
  /** Which of how many, counted from 1. */
  readonly ordinal: number;
  readonly size: number;
  /** By when its requests are answered: they expire together. */
  readonly answerBy: Date;
}

/** Which of a series is meant: the one, it and those after it, or all that are to come. */
export const SCOPES = ['this', 'following', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** Those that are meant, soonest first. */
export function inScope(scope: Scope, session: Session, all: readonly Session[]): readonly Session[] {
  const from = session.startsAt.getTime();
  return all
    .filter((one) => one.id === session.id || (scope === 'following' ? one.startsAt.getTime() > from : scope === 'all'))
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** The rule of the stretch that comes after a series: as long as it was, from where it would have gone on. */
export function nextStretch({ zone, first, every, times }: Series): Rule {
  const rule = { zone, first, every, end: { times: times + 1 } };
  const start = occurrences(rule).at(-1) ?? new Date(0);
  const day = start.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate();
  const time = Temporal.PlainDateTime.from(first).toPlainTime();
  return { zone, first: day.toPlainDateTime(time).toString({ smallestUnit: 'minute' }), every, end: { times } };
}
