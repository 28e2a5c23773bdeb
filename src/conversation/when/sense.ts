/** `am` and `pm`: a half of the day said apart from the hour, "sat am". */
export type Part = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'am' | 'pm';

/** What a word or a phrase says. `weak`: it is also an ordinary word ("sat", "may"), so it counts only beside a time. */
export type Sense =
  | { readonly is: 'day'; readonly days: number; readonly part?: Part; readonly weak?: true }
  | { readonly is: 'now' }
  /** 1 is Monday. `plural`: "fridays", each week. */
  | { readonly is: 'weekday'; readonly day: number; readonly weak?: true; readonly plural?: true }
  /** Several at once, of weekly hours: "weekends". */
  | { readonly is: 'weekdays'; readonly days: readonly number[] }
  | { readonly is: 'month'; readonly month: number; readonly weak?: true }
  /** A day that has a name: "christmas eve". */
  | { readonly is: 'holiday'; readonly month: number; readonly day: number }
  /** A calendar week, counted from this one. */
  | { readonly is: 'week'; readonly weeks: number }
  /** A calendar month, counted from this one: "next month". */
  | { readonly is: 'month-ahead'; readonly months: number }
  /** `ofHour`: it says which half of the day an hour is of, so that "2h da tarde" is no length. */
  | { readonly is: 'part'; readonly part: Part; readonly weak?: true; readonly ofHour?: true }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'ordinal'; readonly value: number }
  | { readonly is: 'unit'; readonly unit: Unit; readonly clock?: 'from-5' | 'from-13' }
  /** A whole length: "half an hour". */
  | { readonly is: 'amount'; readonly minutes: number }
  /** Minutes said before the hour: "half past", "quarter to". */
  | { readonly is: 'minutes-before-hour'; readonly minutes: number }
  /** Minutes said after the hour: "y media", "menos cuarto". */
  | { readonly is: 'minutes-after-hour'; readonly minutes: number }
  /** A limit to the start before the time that it names: "after 5pm", "until 5pm". */
  | { readonly is: 'bound'; readonly side: Side }
  /** The same after it: "5pm at the latest". */
  | { readonly is: 'limit'; readonly side: Side }
  /**
   * Says something about time that is no more than that: "fortnightly", "mid". `strong`: so surely about a day that a
   * time beside nothing else is not today's.
   */
  | { readonly is: 'about-time'; readonly strong?: true }
  /** Before a day. `withNumber`: a number after it is a day of the month, "el 3"; "the 3" alone says nothing. */
  | { readonly is: 'the'; readonly withNumber?: true }
  /** Of whose clock: the reader's, or one that nobody here knows. */
  | { readonly is: 'whose'; readonly own: boolean }
  | { [connective in Connective]: { readonly is: connective } }[Connective];

export type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'fortnights' | 'months' | 'years';

/** `not`: anything but that time. */
type Side = 'before' | 'after' | 'not';

type Connective =
  | 'article' // a, an, un
  | 'of'
  | 'and'
  | 'or'
  | 'at'
  | 'from'
  | 'to' // 5 to 6, de 5 a 6
  | 'between'
  | 'shift' // a week from tuesday
  | 'after-next' // monday after next
  | 'last' // last friday
  | 'the-month' // last friday of the month
  | 'leading-zero' // four oh five
  | 'with' // a las 6 con 15
  | 'past' // ten past five
  | 'before' // ten to five, diez para las cinco
  | 'more' // las cinco y diez
  | 'less' // las cinco menos diez
  | 'in' // in two hours
  | 'some' // in some two hours
  | 'from-now' // two hours from now
  | 'for' // for two hours
  | 'and-a-half'
  | 'next'
  | 'this'
  | 'coming'
  | 'every'
  | 'agrees' // wed works, 3pm
  | 'i-am' // i'm at 5 health
  | 'only' // i'm only at 5 health
  | 'oclock'
  | 'roughly' // 5ish
  | 'noon'
  | 'midnight'
  | 'time' // London time
  | 'time-of'; // hora de Londres

/** Phrases separated by "|", without accents, and what they say. */
export type Phrases = readonly (readonly [phrases: string, sense: Sense])[];

/** What a language says about time, and what its people mean where that could be two things. */
export interface Lexicon {
  readonly words: Phrases;
  /**
   * Those of its words that are something else in other languages, as "out" is October in Portuguese: only whoever
   * reads this language means them so.
   */
  readonly onlyHere: readonly string[];
  /** Long words that people misspell and that nothing else resembles. */
  readonly oftenMisspelt: readonly string[];
  /** Ordinary words and names that are a slip away from a weekday or a month. */
  readonly lookAlikes: readonly string[];
  /** What follows the number in "1st". */
  readonly ordinalEndings: readonly string[];
  /** Weekdays as only weekly hours shorten them, and only in this language: "lu-vi". 1 is Monday. */
  readonly shortWeekdays: Readonly<Record<string, number>>;
  /** Words between weekly hours that say nothing: "lunes *a* viernes *y los* sábados". */
  readonly betweenHours: readonly string[];
  /** Words that led to a time and mean nothing without it: "algebra *at* 5pm". */
  readonly leadingTo: readonly string[];
  /** Words that led from the time to the rest: "2 hours *of* algebra". */
  readonly leadingFrom: readonly string[];
  readonly polite: readonly string[];
  /** Places, without accents, whose names are also ordinary words or people's: they count only after "in". */
  readonly placesThatAreWords: readonly string[];
  /** Whose time it is, said in one word: "hora *peninsular*". */
  readonly zones: Readonly<Record<string, readonly string[]>>;
  readonly habits: Habits;
  readonly repeats: Repeats;
  readonly dayRanges: DayRanges;
}

/** What stands around two days that make a stretch, with accents: "*from* 24 December *to* 2 January". */
export interface DayRanges {
  readonly before: readonly string[];
  readonly between: readonly string[];
}

/** How people say that something repeats, without accents, phrases separated by "|". */
export interface Repeats {
  readonly every: { readonly week: string; readonly 'two-weeks': string; readonly month: string };
  /** Before a weekday: "every other Tuesday". */
  readonly everyOther: string;
  /** Before a weekday: "every Tuesday". */
  readonly each: string;
  /** Which of its weekday in a month: the first to the fourth, and the last. */
  readonly nth: readonly [string, string, string, string, string];
  /** After it: "the second Tuesday *of each month*". */
  readonly ofMonth: string;
  readonly times: string;
  readonly weeks: string;
  readonly months: string;
  /** Before how long: "*for* ten weeks". */
  readonly lasting: string;
  readonly until: string;
}

export interface Habits {
  /** "12/01" is 12 January and nothing else; otherwise it is asked about. */
  readonly dayBeforeMonth: boolean;
  /** "Friday 4" is the 4th if that is the Friday meant; otherwise it is four o'clock. */
  readonly dateAfterWeekday: boolean;
  /** "Twelve in the morning" is noon; otherwise it is asked about. */
  readonly noonIsMorning: boolean;
  /** A week counts both its ends: "de hoy en ocho" is the same day next week. */
  readonly weekHasEightDays: boolean;
}
