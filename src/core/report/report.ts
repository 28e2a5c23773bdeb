import type { SessionState } from '../session/session.ts';

/** What there was of one subject of one tutor, in one state. */
export interface ReportLine {
  /** Undefined where nobody in particular was asked. */
  readonly tutor: string | undefined;
  readonly subject: string;
  readonly state: SessionState;
  readonly sessions: number;
  /** Of what took place, as far as anybody knows. */
  readonly minutes: number;
  /** Learners who did not come, and sessions to which the tutor did not. */
  readonly learnersMissing: number;
  readonly tutorMissing: number;
  /** Given by learners, as far as they count. */
  readonly ratingSum: number;
  readonly ratings: number;
}

/** What became of the sessions that begin in a stretch of time. */
export interface Report {
  readonly lines: readonly ReportLine[];
  /** How many were asked for, to how many of those somebody said yes. */
  readonly asked: number;
  readonly filled: number;
  /** The median from the request to the first yes, or the last no; undefined while nothing is answered. */
  readonly answerMinutes: number | undefined;
}

/** `from` and `before` are half-open. */
export interface ReportReads {
  report(from: Date, before: Date): Promise<Report>;
}

/** The lines of a report put together: of a tutor, of a subject, of all. */
export type Sum = Omit<ReportLine, 'tutor' | 'subject' | 'state'>;

const NOTHING: Sum = { sessions: 0, minutes: 0, learnersMissing: 0, tutorMissing: 0, ratingSum: 0, ratings: 0 };

export function sumOf(lines: readonly ReportLine[]): Sum {
  return lines.reduce<Sum>(
    (sum, line) => ({
      sessions: sum.sessions + line.sessions,
      minutes: sum.minutes + line.minutes,
      learnersMissing: sum.learnersMissing + line.learnersMissing,
      tutorMissing: sum.tutorMissing + line.tutorMissing,
      ratingSum: sum.ratingSum + line.ratingSum,
      ratings: sum.ratings + line.ratings,
    }),
    NOTHING,
  );
}

/** The lines by what they have in common, the longest taught first. */
export function sumsBy<Key extends string | undefined>(
  lines: readonly ReportLine[],
  keyOf: (line: ReportLine) => Key,
): readonly { readonly key: Key; readonly sum: Sum }[] {
  return [...Map.groupBy(lines, keyOf)]
    .map(([key, some]) => ({ key, sum: sumOf(some) }))
    .sort((a, b) => b.sum.minutes - a.sum.minutes || b.sum.sessions - a.sum.sessions);
}
