import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action, Message, Section, Text } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import { USUAL_LENGTH_MINUTES } from '../../core/limits.ts';
import { usualAnswerMinutes } from '../../core/moderation/answering.ts';
import type { Actor, Tutor } from '../../core/people/person.ts';
import { groupSections } from '../groups/groups.ts';
import { officeSections } from '../groups/office.ts';
import { complaining } from '../shared/complaining.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { From, pageOf } from '../shared/pages.ts';
import { ratingText, SUGGESTIONS } from '../shared/people.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { subjectMeant, subjectsLike } from '../shared/subjects.ts';
import { openTimes } from '../shared/times.ts';

/** Tutors on one page. */
const PAGE = 5;
/** Group sessions above them. */
const GROUPS = 2;

/** Who teaches what, how they are rated, when they are free next. */
export const tutors = handler({
  input: z.object({
    subject: Short,
    from: From,
    turn: Short,
    like: Short,
  }),
  suggest: {
    subject: async (_by, typed, _input, deps: Deps) => {
      const names = await subjectsLike(typed, deps);
      return names.slice(0, SUGGESTIONS).map((name) => ({ value: name, label: name }));
    },
  },
  run: async (by, { subject, from, turn, like }, deps: Deps) => {
    const meant = subject === undefined ? undefined : await subjectMeant(subject, deps);
    const above = from === 0 && like === undefined ? await aboveTutors(by, meant, deps) : [];
    const message = await tutorList(readerOf(by), { subject: meant, like }, from, above, deps);
    return { kind: turn === undefined ? 'private' : 'replace', message };
  },
});

/** Sessions for many, which come before tutors: the rest of them is one press away. */
async function aboveTutors(by: Actor, subject: string | undefined, deps: Deps): Promise<readonly Section[]> {
  const { sections, hasMore } = await groupSections(by, { subject, most: GROUPS }, deps);
  const { buttons } = readerOf(by).words;
  const target = { handler: 'groups', input: subject === undefined ? {} : { subject } };
  const more: Action = { kind: 'button', label: buttons.groups, style: 'plain', target };
  const offices = await officeSections(by, deps);
  return [...offices, ...sections, ...(hasMore ? [{ actions: [more] }] : [])];
}

/** What narrows the list down, and what a press on one of them asks for. */
interface Sought {
  readonly subject?: string | undefined;
  /** A session of before that the new one is like. */
  readonly like?: string | undefined;
}

async function tutorList(
  reader: Reader,
  sought: Sought,
  from: number,
  above: readonly Section[],
  deps: Deps,
): Promise<Message> {
  const { subject } = sought;
  const words = reader.words.tutors;
  const found = await deps.store.tutors({
    isPaused: false,
    limit: PAGE + 1,
    offset: from,
    ...(subject === undefined ? {} : { subject }),
  });
  const title = subject === undefined ? say`${words.title}` : words.titleOf(subject);
  if (found.length === 0) {
    const text = subject === undefined ? words.none : words.noneOf(subject);
    const all = subject === undefined ? teachButton(reader) : pageButton(reader.words.buttons.tutors, {}, 0);
    return { title, text, actions: [all], sections: above };
  }
  const sections = await Promise.all(found.slice(0, PAGE).map((tutor) => tutorSection(tutor, reader, deps, sought)));
  const { shown, turns } = pageOf(sections, reader, {
    from,
    size: PAGE,
    hasMore: found.length > PAGE,
    beside: { title, sections: above },
    turn: (label, begin) => pageButton(label, sought, begin),
  });
  return { title, sections: [...above, ...shown], actions: turns };
}

/** A tutor as learners see them. */
export async function tutorSection(tutor: Tutor, reader: Reader, deps: Deps, sought: Sought = {}): Promise<Section> {
  const words = reader.words;
  const length = tutor.lengths.includes(USUAL_LENGTH_MINUTES)
    ? USUAL_LENGTH_MINUTES
    : (tutor.lengths[0] ?? USUAL_LENGTH_MINUTES);
  const [next] = await openTimes({ tutors: [tutor], lengthMinutes: length, most: 1 }, deps);
  const bookThem: Action = {
    kind: 'button',
    label: words.buttons.bookThem(tutor.person.name),
    style: 'primary',
    target: { handler: 'book', input: { tutor: tutor.person.id, ...said(sought) } },
  };
  return {
    title: say`${tutor.person.name}`,
    text: [
      ...say`${tutor.subjects.join(', ')} · `,
      ...ratingText(tutor, reader),
      ...answerText(tutor, reader),
      ...(tutor.bio === '' ? [] : say`\n${tutor.bio}`),
      ...say`\n`,
      ...(next ? words.tutors.nextOpen(moment(next, reader.zone)) : words.tutors.byArrangement),
    ],
    actions:
      tutor.person.id === reader.person.id ? [teachButton(reader)] : [bookThem, complaining(reader, tutor.person.id)],
  };
}

/** How fast they answer, in words; nothing while there are too few answers to say. */
function answerText(tutor: Tutor, { words }: Reader): Text {
  const minutes = usualAnswerMinutes(tutor);
  const { answers } = words.tutors;
  return minutes === undefined ? [] : say` · ${answerWords(minutes, answers)}`;
}

function answerWords(minutes: number, words: Reader['words']['tutors']['answers']): Text {
  if (minutes <= 15) return words.minutes;
  if (minutes <= 60) return words.hour;
  if (minutes <= 12 * 60) return words.hours(Math.ceil(minutes / 60));
  return minutes <= 24 * 60 ? words.day : words.days;
}

function teachButton(reader: Reader): Action {
  return {
    kind: 'button',
    label: reader.words.buttons.teach,
    style: 'plain',
    target: { handler: 'teach', input: { what: 'change' } },
  };
}

function pageButton(label: string, sought: Sought, from: number): Action {
  const input = { from: String(from), turn: 'page', ...said(sought) };
  return { kind: 'button', label, style: 'plain', target: { handler: 'tutors', input } };
}

/** What the buttons of a narrowed list carry on. */
function said({ subject, like }: Sought): Readonly<Record<string, string>> {
  return { ...(subject !== undefined && { subject }), ...(like !== undefined && { like }) };
}
