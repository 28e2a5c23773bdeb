import type { Language } from '../../conversation/languages/language.ts';
import { lengthWords, longDate } from '../../conversation/when/clock-words.ts';
import { dayIn } from '../../core/calendar/wall-clock.ts';
import { codeTyped } from '../../core/id.ts';
import type { SystemDeps } from '../shared/deps.ts';
import { periodWords } from './statement-paper.ts';

/** A page that says whether a code is that of a statement. */
interface CheckPage {
  readonly status: 200 | 404;
  readonly title: string;
  readonly text: string;
}

/** Tells anybody who has the code what the statement says: whose it is, of which time, and what it comes to. No learners. */
export type CheckStatement = (code: string, language: Language) => Promise<CheckPage>;

export function createCheckStatement({ store }: Pick<SystemDeps, 'store'>): CheckStatement {
  return async (typed, language) => {
    const { check, statement, formerMember } = language.words;
    const made = await store.statementByCode(codeTyped(typed));
    if (!made) return { status: 404, title: check.unknown, text: check.unknownText };
    const { locale } = language;
    const text = check.genuineText(
      made.tutorName || formerMember,
      periodWords(made, { words: language.words, locale }),
      statement.sessions(made.lines.length),
      lengthWords(made.minutes, locale),
      longDate(dayIn(made.madeAt.getTime(), made.zone).toString(), locale),
    );
    return { status: 200, title: check.genuine, text };
  };
}
