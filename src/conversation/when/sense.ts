export type Part = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

/** What a word or a phrase says. `weak`: it is also an ordinary word ("sat", "may"), so it counts only beside a time. */
export type Sense =
  | { readonly is: 'day'; readonly days: number; readonly part?: Part }
  | { readonly is: 'now' }
  | {
      readonly is: 'weekday';
      readonly day: number;
      readonly weak?: true /** "fridays": each week. */;
      readonly plural?: true;
    }
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
  /** Of whose clock: the reader's, or one that nobody here knows. */
  | { readonly is: 'whose'; readonly own: boolean }
  | { [connective in Connective]: { readonly is: connective } }[Connective];

type Unit = 'minutes' | 'hours' | 'days' | 'weeks' | 'months';

type Connective =
  | 'article' // a, an, un
  | 'the' // the, el, on the, el dia
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
  | 'noon'
  | 'midnight'
  | 'time' // London time
  | 'time-of'; // hora de Londres

/** Phrases separated by "|", without accents, and what they say. */
export type Words = readonly (readonly [phrases: string, sense: Sense])[];
