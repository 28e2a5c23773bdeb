import type { FailureCode } from '../core/meeting/failure.ts';

/** How much a vendor still lets us do, as its last answer said. */
export interface Allowance {
  /** What is limited: `light`, `medium`, `heavy`, `writes of a@school.example`. */
  readonly of: string;
  readonly per: 'second' | 'minute' | 'day';
  readonly limit: number | undefined;
  readonly remaining: number;
}

/** For `/tutoring status`. Counted since the start of the UTC day, or of the program. */
export interface Usage {
  readonly calls: number;
  readonly failures: number;
  readonly lastFailure:
    | { readonly why: FailureCode; readonly detail: string | undefined; readonly at: Date }
    | undefined;
  readonly left: readonly Allowance[];
  /** How many more meetings can be made or moved today; undefined where there is no such limit. */
  readonly writesLeftToday: number | undefined;
}
