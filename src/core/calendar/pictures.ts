import type { Bars } from '../report/pictures.ts';
import type { StatementPaper } from '../statement/statement.ts';
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

/** Draws, and prints. The words for those who do not see a picture are whose it is. */
export interface Pictures {
  /** @returns a PNG */
  week(week: Week, words: WeekWords): Promise<Uint8Array>;
  /** @returns a PNG */
  bars(bars: Bars): Promise<Uint8Array>;
  /** @returns a PDF whose text can be read, by machines too */
  statement(paper: StatementPaper): Promise<Uint8Array>;
}
