import { datedAt, lengthWords, longDate } from '../../conversation/when/clock-words.ts';
import { placeOf } from '../../conversation/when/zone-index.ts';
import { dayIn } from '../../core/calendar/wall-clock.ts';
import { codeShown } from '../../core/id.ts';
import type { Person } from '../../core/people/person.ts';
import type { Statement, StatementPaper } from '../../core/statement/statement.ts';
import type { Reader } from '../shared/reader.ts';

type Wording = Pick<Reader, 'words' | 'locale' | 'language'>;

/** "from 1 September 2026 to 30 September 2026". */
export function periodWords(
  { fromDay, untilDay }: Pick<Statement, 'fromDay' | 'untilDay'>,
  { words, locale }: Pick<Reader, 'words' | 'locale'>,
): string {
  return words.paper.between(longDate(fromDay, locale), longDate(untilDay, locale));
}

/** "12 sessions · 14 hours 30 minutes". */
export function sumWords({ lines, minutes }: Statement, { words, locale }: Wording): string {
  return `${words.statement.sessions(lines.length)} · ${lengthWords(minutes, locale)}`;
}

/** Where anybody can check it; undefined where it has no code, or nobody could. */
export function checkUrl({ code }: Statement, publicUrl: string | undefined): string | undefined {
  return code === undefined || publicUrl === undefined ? undefined : `${publicUrl}/statement/${codeShown(code)}`;
}

/** A statement in words, as it is printed. */
export function paperOf(
  made: Statement,
  people: ReadonlyMap<string, Person>,
  wording: Wording,
  publicUrl: string | undefined,
): StatementPaper {
  const { words, locale, language } = wording;
  const { paper } = words;
  const all = new Intl.ListFormat(language.id);
  const number = new Intl.NumberFormat(locale);
  const url = checkUrl(made, publicUrl);
  return {
    title: words.statement.title,
    language: locale,
    madeAt: made.madeAt,
    about: [
      [paper.tutor, made.tutorName || words.formerMember],
      [paper.period, periodWords(made, wording)],
      [paper.clock, placeOf(made.zone, language)],
      [paper.made, longDate(dayIn(made.madeAt.getTime(), made.zone).toString(), locale)],
    ],
    columns: [paper.when, paper.learner, paper.subject, paper.minutes],
    rows: made.lines.map((line) => [
      datedAt(new Date(line.at), made.zone, locale),
      all.format(line.learners.map((id) => people.get(id)?.name ?? words.formerMember)),
      line.subject,
      number.format(line.minutes),
    ]),
    sum: [paper.total, sumWords(made, wording)],
    notes: [
      paper.how,
      ...(made.unsettled === 0 ? [] : [paper.unsettled(made.unsettled)]),
      ...(url === undefined ? [words.statement.noCode] : []),
    ],
    missed: paper.missed,
    link:
      made.code === undefined || url === undefined ? undefined : { text: paper.check(codeShown(made.code), url), url },
    page: (nr, of) => paper.page(number.format(nr), number.format(of)),
  };
}
