import type { Image, Message, Section, Text } from '../../conversation/message.ts';
import { join, say } from '../../conversation/say.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import type { Bars } from '../../core/report/pictures.ts';
import { type Report, type Sum, sumOf, sumsBy } from '../../core/report/report.ts';
import { PAST, UPCOMING } from '../session/session-section.ts';
import type { Deps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';

/** Tutors and subjects that are named, and bars that are drawn. */
const NAMED = 10;
const DRAWN = 8;

/** A report in words, as two pictures, and as tables by tutor and subject. */
export async function reportMessage(report: Report, title: string, reader: Reader, deps: Deps): Promise<Message> {
  const { report: words } = reader.words;
  const { lines } = report;
  if (lines.length === 0) return { text: words.none };
  const tutors = sumsBy(lines, ({ tutor }) => tutor);
  const people = await deps.store.people(tutors.flatMap(({ key = [] }) => key));
  const nameOf = (id: string | undefined) =>
    id === undefined ? reader.words.anyTutor : (people.get(id)?.name ?? reader.words.somebody);
  const byTutor = tutors.map(({ key, sum }) => ({ name: nameOf(key), sum }));
  const bySubject = sumsBy(lines, ({ subject }) => subject).map(({ key, sum }) => ({ name: key, sum }));
  const taught = byTutor.filter(({ sum }) => sum.minutes > 0).slice(0, DRAWN);
  return {
    text: join(summary(report, reader), '\n'),
    images: [
      await picture('states', { title: `${words.states} · ${title}`, rows: stateRows(report, reader) }, deps),
      ...(taught.length === 0
        ? []
        : [await picture('hours', { title: `${words.hours} · ${title}`, rows: hourRows(taught, reader) }, deps)]),
    ],
    sections: [table(words.tutors, byTutor, reader), table(words.subjects, bySubject, reader)],
  };
}

function summary({ lines, asked, filled, answerMinutes }: Report, reader: Reader): readonly Text[] {
  const { report: words } = reader.words;
  const all = sumOf(lines);
  const share = new Intl.NumberFormat(reader.language.id, { style: 'percent' });
  return [
    words.taught(words.sessions(all.sessions), lengthWords(all.minutes, reader.locale)),
    ...(asked === 0 ? [] : [words.filled(asked, filled, share.format(filled / asked))]),
    ...(answerMinutes === undefined ? [] : [words.answer(lengthWords(Math.max(1, answerMinutes), reader.locale))]),
    ...(all.learnersMissing + all.tutorMissing === 0 ? [] : [words.missing(all.learnersMissing, all.tutorMissing)]),
    ...(all.ratings === 0 ? [] : [words.rated(average(all, reader), all.ratings)]),
  ];
}

function stateRows({ lines }: Report, { words }: Reader): Bars['rows'] {
  return [...UPCOMING, ...PAST].flatMap((state) => {
    const { sessions } = sumOf(lines.filter((line) => line.state === state));
    return sessions === 0 ? [] : [{ label: words.sessions.state[state], value: sessions, said: String(sessions) }];
  });
}

function hourRows(some: readonly Named[], { locale }: Reader): Bars['rows'] {
  return some.map(({ name, sum }) => ({ label: name, value: sum.minutes, said: lengthWords(sum.minutes, locale) }));
}

/** What is drawn stands beside it in words, for those who do not see it. */
async function picture(name: string, bars: Bars, { pictures }: Deps): Promise<Image> {
  const alt = `${bars.title}. ${bars.rows.map(({ label, said }) => `${label}: ${said}`).join('; ')}`;
  return { png: await pictures.bars(bars), name, alt };
}

interface Named {
  readonly name: string;
  readonly sum: Sum;
}

function table(title: string, all: readonly Named[], reader: Reader): Section {
  const { report: words } = reader.words;
  const others = all.length - NAMED;
  const lines = all.slice(0, NAMED).map(({ name, sum }) => {
    const missing = sum.learnersMissing + sum.tutorMissing;
    return [
      ...words.line(name, words.sessions(sum.sessions), lengthWords(sum.minutes, reader.locale)),
      ...(sum.ratings === 0 ? [] : say` · ${reader.words.tutors.rating(average(sum, reader), sum.ratings)}`),
      ...(missing === 0 ? [] : say` · ${words.absences(missing)}`),
    ];
  });
  return { title: say`${title}`, text: join([...lines, ...(others > 0 ? [words.others(others)] : [])], '\n') };
}

function average({ ratingSum, ratings }: Sum, { language }: Reader): string {
  return new Intl.NumberFormat(language.id, { maximumFractionDigits: 1 }).format(ratingSum / ratings);
}
