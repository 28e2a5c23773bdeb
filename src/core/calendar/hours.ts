/** What a tutor says of their time, and what their organization says of everybody's. All of it is wall clock, in the tutor's zone. */

/** Hours of a day: `HH:mm`, or `24:00` for its end. A `to` that is not after `from` is on the day after. */
export interface Window {
  readonly from: string;
  readonly to: string;
}

/** Days that differ from the usual week. Days are ISO dates, the last one included. */
export interface Exception {
  readonly id: string;
  /** `off`: nothing of the usual week then; `extra`: these hours beside it. */
  readonly kind: 'off' | 'extra';
  readonly from: string;
  readonly until: string;
  /** On each of these days. None: they are off as a whole. */
  readonly windows: readonly Window[];
}

/** Days on which nobody of an organization teaches; where there are terms, nobody teaches outside them. */
export interface Closure {
  readonly id: string;
  readonly kind: 'holiday' | 'term';
  readonly name: string;
  readonly from: string;
  readonly until: string;
}

export const START_GRIDS = [15, 30, 60] as const;

export interface Rules {
  /** Free time before and after each session; between two of them the larger counts once. */
  readonly beforeMinutes: number;
  readonly afterMinutes: number;
  /** Nobody can ask later than this before the start. Undefined: none of their own, and offered as soon as they can have answered. */
  readonly noticeMinutes: number | undefined;
  readonly aheadDays: number;
  /** Sessions that begin on one day and in one week (from Monday) at most. */
  readonly mostADay: number | undefined;
  readonly mostAWeek: number | undefined;
  /** Starts are offered so far apart, from the beginning of each window on. */
  readonly everyMinutes: (typeof START_GRIDS)[number];
  /** Whether they can be asked for times outside their hours. */
  readonly takesOutside: boolean;
}

/** Whoever has said nothing. */
export const USUAL_RULES: Rules = {
  beforeMinutes: 0,
  afterMinutes: 0,
  noticeMinutes: undefined,
  aheadDays: 60,
  mostADay: undefined,
  mostAWeek: undefined,
  everyMinutes: 30,
  takesOutside: true,
};

/** Exceptions that one tutor can have ahead of them at once. */
export const EXCEPTIONS_MOST = 60;
