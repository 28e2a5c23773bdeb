import type { Bars } from '../report/pictures.ts';
import type { MarkKind, Week } from './week.ts';

/** The words of a picture of a week, in the reader's language. */
export interface WeekWords {
  readonly title: string;
  /** Of each day, such as "Mon 30". */
  readonly days: readonly string[];
  /** Of a full hour of the day, such as "9 AM". */
  hour(hour: number): string;
  readonly offered: string;
  readonly kinds: Readonly<Record<MarkKind, string>>;
}

/** Draws. The words for those who do not see it are whose it is. */
export interface Pictures {
  /** @returns a PNG */
  week(week: Week, words: WeekWords): Promise<Uint8Array>;
  /** @returns a PNG */
  bars(bars: Bars): Promise<Uint8Array>;
}
