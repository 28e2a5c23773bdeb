/** What a tutor taught in a period, as it stood when it was made: it does not change any more. */
export interface Statement {
  readonly id: string;
  readonly organization: string;
  readonly tutor: string;
  /** As they were called then; empty once they have been deleted. */
  readonly tutorName: string;
  /** ISO dates, the last one included, on the clocks of `zone`. */
  readonly fromDay: string;
  readonly untilDay: string;
  readonly zone: string;
  readonly madeAt: Date;
  /** A person's id. */
  readonly madeBy: string;
  /** By which anybody can check it; undefined where nobody could. */
  readonly code: string | undefined;
  /** Of all lines. */
  readonly minutes: number;
  /** Sessions of the period of which nobody knows yet whether they took place: they are not in it. */
  readonly unsettled: number;
  /** Soonest first. */
  readonly lines: readonly Line[];
}

/** A session that took place. */
export interface Line {
  /** Its start, in milliseconds. */
  readonly at: number;
  readonly subject: string;
  /** As it was booked. */
  readonly minutes: number;
  /** Those with whom it took place: ids of people. */
  readonly learners: readonly string[];
}

export interface StatementReads {
  statement(id: string): Promise<Statement | undefined>;
  /** The last one of this tutor about this period. */
  latestStatement(tutor: string, fromDay: string, untilDay: string): Promise<Statement | undefined>;
}

/** What whoever has a code finds, in whichever organization. */
export interface StatementLookups {
  statementByCode(code: string): Promise<Statement | undefined>;
}

export interface StatementWrites {
  addStatement(statement: Statement): Promise<void>;
}

/** What a statement looks like, in words: rows of a table between what it is about and what is to be said of it. */
export interface StatementPaper {
  readonly title: string;
  /** BCP 47 */
  readonly language: string;
  readonly madeAt: Date;
  /** Names, each with what it is. */
  readonly about: readonly (readonly [name: string, value: string])[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly sum: readonly [name: string, value: string];
  /** Paragraphs below it. */
  readonly notes: readonly string[];
  /** Another paragraph, where the font lacks letters of what was written. */
  readonly missed: string;
  /** Where it can be checked. */
  readonly link: { readonly text: string; readonly url: string } | undefined;
  page(number: number, of: number): string;
}
