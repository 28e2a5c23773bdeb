export type Part = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** What a word or a phrase says. `weak`: it is also an ordinary word ("sat", "may"), so it counts only beside a time. */
export type Sense =
  | { readonly is: 'day'; readonly days: number; readonly part?: Part }
  | { readonly is: 'now' }
  /** 1 is Monday. `plural`: "fridays", each week. */
  | { readonly is: 'weekday'; readonly day: number; readonly weak?: true; readonly plural?: true }
  /** Several at once, of weekly hours: "weekends". */
  | { readonly is: 'weekdays'; readonly days: readonly number[] }
  | { readonly is: 'month'; readonly month: number }
  /** A calendar week, counted from this one. */
  | { readonly is: 'week'; readonly weeks: number }
  | { readonly is: 'part'; readonly part: Part; readonly weak?: true }
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'ordinal'; readonly value: number }
  | { readonly is: 'unit'; readonly unit: Unit; readonly clock?: 'from-5' | 'from-13' }
  /** A whole length: "half an hour". */
  | { readonly is: 'amount'; readonly minutes: number }
  /** Minutes said before the hour: "half past", "quarter to". */
  | { readonly is: 'minutes-before-hour'; readonly minutes: number }
  /** Minutes said after the hour: "y media", "menos cuarto". */
  | { readonly is: 'minutes-after-hour'; readonly minutes: number }
  | { readonly is: 'meridiem'; readonly pm: boolean }
  /** Before a day. `withNumber`: a number after it is a day of the month, "el 3"; "the 3" alone says nothing. */
  | { readonly is: 'the'; readonly withNumber?: true }
  /** Of whose clock: the reader's, or one that nobody here knows. */
  | { readonly is: 'whose'; readonly own: boolean }
  | { [connective in Connective]: { readonly is: connective } }[Connective];

export type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months';

type Connective =
  | 'article' // a, an, un
  | 'of'
  | 'and'
  | 'or'
  | 'at'
  | 'from'
  | 'to' // 5 to 6, de 5 a 6
  | 'between'
  | 'bound' // after 5pm
  | 'past' // ten past five
  | 'before' // ten to five, diez para las cinco
  | 'more' // las cinco y diez
  | 'less' // las cinco menos diez
  | 'in' // in two hours
  | 'from-now' // two hours from now
  | 'for' // for two hours
  | 'and-a-half'
  | 'next'
  | 'this'
  | 'coming'
  | 'every'
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
  /** Long words that people misspell and that nothing else resembles. */
  readonly oftenMisspelt: readonly string[];
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
  /** Whose time it is, said in one word: "hora *peninsular*". */
  readonly zones: Readonly<Record<string, readonly string[]>>;
  readonly habits: Habits;
}

export interface Habits {
  /** "12/01" is 12 January and nothing else; otherwise it is asked about. */
  readonly dayBeforeMonth: boolean;
  /** "Friday 4" is the 4th if that is the Friday meant; otherwise it is four o'clock. */
  readonly dateAfterWeekday: boolean;
  /** "Twelve in the morning" is noon; otherwise it is asked about. */
  readonly noonIsMorning: boolean;
}
