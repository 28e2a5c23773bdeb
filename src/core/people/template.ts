/** A question that whoever books is asked. */
export interface Question {
  readonly text: string;
  readonly isRequired: boolean;
}

/** A kind of session that a tutor offers, with all that is the same each time. */
export interface Template {
  readonly id: string;
  /** A person's id. */
  readonly tutor: string;
  readonly name: string;
  readonly lengthMinutes: number;
  /** Undefined: where the tutor usually meets. */
  readonly platform: string | undefined;
  readonly agenda: string;
  /** More than one: for a group session, which the tutor opens. */
  readonly capacity: number;
  readonly minimum: number;
  readonly questions: readonly Question[];
}

/** Every chat's dialogs have room for so many. */
export const QUESTIONS_MOST = 5;
export const QUESTION_MOST = 100;
export const TEMPLATES_MOST = 10;
export const AGENDA_MOST = 500;
