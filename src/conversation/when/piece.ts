import type { Amount } from './amount-units.ts';
import type { Span } from './clocks.ts';
import type { Day } from './days.ts';
import type { Part } from './sense.ts';
import type { ZoneWords } from './zone-words.ts';

/** Words about time, from token `from` up to, not including, `next`. */
export type Piece = { readonly from: number; readonly next: number } & Meaning;

export type Meaning =
  | { readonly is: 'instant'; readonly epochMs: number }
  | { readonly is: 'now' }
  | { readonly is: 'relative'; readonly amounts: readonly Amount[] }
  /** "2d3h": no length of a session, and from when it counts nobody said. */
  | { readonly is: 'mixed'; readonly amount: Amount }
  | { readonly is: 'length'; readonly minutes: number }
  | { readonly is: 'span'; readonly span: Span }
  | { readonly is: 'day'; readonly day: Day }
  | { readonly is: 'part'; readonly part: Part; readonly weak: boolean }
  | { readonly is: 'zone'; readonly words: ZoneWords }
  /** Words that are no time of the session: "una hora menos en Canarias". */
  | { readonly is: 'remark' }
  /** A number after a weekday: the day of the month or, when it can be one, the hour. */
  | { readonly is: 'loose'; readonly day: number; readonly span?: Span };
