import type { Language } from '../languages/language.ts';

/** Why a text can mean more than one moment. */
export type Doubt =
  | 'am-or-pm' // "at 5"
  | 'day-or-month' // "12/01" in English
  | 'which-week' // "next friday" on a Wednesday; "wednesday" on a Wednesday
  | 'which-midnight' // "friday at midnight"
  | 'weekday-differs' // "friday 1 December", which is a Tuesday
  | 'which-zone' // "5pm CST"
  | 'twice-on-clock-change' // 02:30 in the night the clocks go back
  | 'skipped-by-clock-change' // one of several readings is an hour that does not exist
  | 'several' // "5pm or 6pm"
  | 'unclear'; // words about time are left over: `unclear` names them

interface Understood {
  /** The words that said nothing about time, without the connecting words around them: "algebra", not "algebra at". */
  readonly rest: string;
  /** How long, if the text says so: "for 45 minutes", "17:00-18:30". */
  readonly lengthMinutes?: number;
  /**
   * Pieces of the text about time that the reading did not use: "after next". Where there are any, nothing that was read
   * may be believed before somebody has looked at it.
   */
  readonly unclear?: readonly string[];
  /** "every friday", "los viernes": `start` is then the first one. */
  readonly weekly?: true;
}

/** What a text says about when. Plain data; nothing in it was guessed. */
export type When = Understood &
  (
    | { readonly kind: 'moment'; readonly start: Date; readonly unclear?: never }
    /** Several readings, in the order of time; a single one where `unclear` says why it is a doubt. */
    | { readonly kind: 'ambiguous'; readonly candidates: readonly Date[]; readonly why: readonly Doubt[] }
    /** The day is known (several: "next friday"), as ISO dates in the reader's zone; the time has to be asked for. */
    | {
        readonly kind: 'incomplete';
        readonly missing: 'time';
        readonly days: readonly string[];
        /** What was said of it all the same: "until 5" is a `to`, "9-5" both. Times are `HH:mm`. */
        readonly within?: { readonly from?: string; readonly to?: string };
      }
    /** No day, or none that exists ("31 April", "next week"). Times are `HH:mm`: already past today, or not said at all. */
    | { readonly kind: 'incomplete'; readonly missing: 'day'; readonly times: readonly string[] }
    /** The time is of a place that nobody can know here: "5pm your time". */
    | { readonly kind: 'incomplete'; readonly missing: 'zone'; readonly place: string }
    /** The clocks jump over that time on that day; the same distance before and after it there is one. */
    | { readonly kind: 'skipped'; readonly day: string; readonly time: string; readonly nearest: readonly [Date, Date] }
    | { readonly kind: 'unknown' }
  );

/** Where and when the words are read. */
export interface Context {
  readonly now: Date;
  /** IANA zone of the person who typed. */
  readonly zone: string;
  /** In which they write. Words of other languages are understood too, when they clash with nothing. */
  readonly language: Language;
  /** Their clocks count to 24, so "9:30" is the morning. Without this it is asked about; "at 5" always is. */
  readonly hours24?: boolean;
  /** The text is an answer to "when?": every word of it has to be understood, not only those about time. */
  readonly isField?: boolean;
}
