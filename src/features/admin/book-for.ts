import { z } from 'zod';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import { inZone, lengthWords } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { LENGTHS_MINUTES, NOTE_MOST, USUAL_LENGTH_MINUTES } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { isOpen } from '../../core/session/session.ts';
import { fullCard } from '../cards/full-card.ts';
import { inShort, news } from '../cards/news.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';
import { SUGGESTIONS, subjectOptions, tutorMeant, tutorOptions } from '../shared/people.ts';
import { peopleOptions, personMeant, UNKNOWN } from '../shared/person-meant.ts';
import { doerNamed, readerOf, type SessionView, viewOf } from '../shared/reader.ts';
import { subjectMeant } from '../shared/subjects.ts';
import { isExact } from '../shared/times.ts';
import { notATime } from '../shared/unclear.ts';

/** More readings than these are no help to anybody. */
const MOMENTS_ASKED = 5;

const Booked = {
  learner: Short,
  tutor: Short,
  subject: Words,
  when: Words,
  length: z.coerce.number().catch(USUAL_LENGTH_MINUTES),
  note: Words,
};

/** An admin asks for a session for a learner. A time that was worded is read back before anything is asked. */
export const bookFor = handler({
  task: 'look after sessions',
  input: z.object(Booked),
  suggest: {
    learner: (by, typed, _, deps: Deps) => peopleOptions(by, typed, deps),
    tutor: async (by, typed, input, deps: Deps) => tutorOptions(readerOf(by), deps, typed, input['subject']),
    subject: async (_by, typed, _, deps: Deps) => (await subjectOptions(deps, undefined, typed)).slice(0, SUGGESTIONS),
  },
  read: async (_, { mentions }): Promise<RawInput> => {
    const [learner, tutor] = mentions.map((one) => one ?? UNKNOWN);
    return { ...(learner !== undefined && { learner }), ...(tutor !== undefined && { tutor }) };
  },
  form: async (by, input, deps: Deps, ask) => {
    const isWhole = ['learner', 'subject', 'when'].every((name) => (input[name] ?? '') !== '');
    if (ask === 'missing' && isWhole && input['draft'] === undefined) return undefined;
    const reader = readerOf(by);
    const { bookFor: words, book } = reader.words;
    const [people, tutors, learner] = await Promise.all([
      peopleOptions(by, '', deps),
      tutorOptions(reader, deps, '', undefined),
      deps.store.person(input['learner'] ?? ''),
    ]);
    const given = (name: string) => (input[name] === undefined ? {} : { value: input[name] });
    const chosen = tutors.find(({ value }) => value === input['tutor']);
    return {
      title: words.title,
      submit: words.submit,
      carry: input['note'] === undefined ? {} : { note: input['note'] },
      fields: [
        {
          kind: 'search',
          name: 'learner',
          label: words.learner,
          isOptional: false,
          options: people,
          ...given('learner'),
          ...(learner && { chosen: { value: learner.id, label: learner.name } }),
        },
        {
          kind: 'search',
          name: 'tutor',
          label: words.tutor,
          isOptional: true,
          options: tutors,
          ...given('tutor'),
          ...(chosen && { chosen }),
        },
        {
          kind: 'text',
          name: 'subject',
          label: words.subject,
          isLong: false,
          isOptional: false,
          most: 100,
          ...given('subject'),
        },
        {
          kind: 'when',
          name: 'when',
          label: words.when,
          zone: reader.zone ?? deps.defaultZone,
          placeholder: book.fields.whenPlaceholder,
          isOptional: false,
          ...given('when'),
        },
        {
          kind: 'choice',
          name: 'length',
          label: words.length,
          isOptional: false,
          options: LENGTHS_MINUTES.map((minutes) => ({
            value: String(minutes),
            label: lengthWords(minutes, reader.locale),
          })),
          value: input['length'] ?? String(USUAL_LENGTH_MINUTES),
        },
      ],
    };
  },
  run: async (by, { when, ...asked }, deps: Deps): Promise<Reply> => {
    const reader = readerOf(by);
    const zone = reader.zone ?? deps.defaultZone;
    const read = parseWhen(when, { now: deps.clock(), zone, language: reader.language, isField: true });
    if (read.kind === 'incomplete' || read.kind === 'unknown') throw notATime(read);
    if (read.kind === 'moment' && isExact(when)) return booked(by, asked, read.start, deps);
    const readings = read.kind === 'moment' ? [read.start] : read.kind === 'ambiguous' ? read.candidates : read.nearest;
    const { bookFor: words } = reader.words;
    const { learner = '', tutor = '', subject, length, note } = asked;
    const input = { learner, tutor, subject, length: String(length), ...(note !== '' && { note }) };
    return {
      kind: 'private',
      message: {
        text: words.readBack,
        actions: readings.slice(0, MOMENTS_ASKED).map((at) => ({
          kind: 'button',
          label: words.askAt(inZone(at, zone, reader.locale)),
          style: 'primary',
          target: { handler: 'book-for-then', input: { ...input, when: at.toISOString() } },
        })),
      },
    };
  },
});

/** The time that was read back, and pressed. */
export const bookForThen = handler({
  task: 'look after sessions',
  formOf: 'book-for',
  input: z.object({ ...Booked, when: z.iso.datetime() }),
  run: (by, { when, ...asked }, deps: Deps) => booked(by, asked, new Date(when), deps),
});

type Asked = Omit<z.output<z.ZodObject<typeof Booked>>, 'when'>;

async function booked(by: Actor, asked: Asked, startsAt: Date, deps: Deps): Promise<Reply> {
  if (asked.learner === undefined) throw new Refusal('required', {}, 'learner');
  if (asked.note.length > NOTE_MOST) throw new Refusal('too-long', { most: NOTE_MOST }, 'note');
  const reader = readerOf(by);
  const learner = await personMeant(by, asked.learner, deps);
  const tutor = await tutorMeant(reader, deps, asked.tutor);
  const subject = await subjectMeant(asked.subject, deps);
  const wish = { tutor: tutor?.person.id, subject, startsAt, lengthMinutes: asked.length, note: asked.note };
  const session = await deps.sessions.requestFor(by, learner, wish);
  return { kind: 'private', message: await fullCard(await viewOf(session, reader, deps), deps) };
}

/** To the learner: an admin has asked for it. Their card follows. */
export const bookedFor = notice({
  kind: 'booked-for',
  data: z.object({ by: z.string(), admin: z.string() }),
  render: async (view: SessionView, { data: { by, admin }, isShown, card }) => {
    if (!isShown && !isOpen(view.session)) return undefined;
    return news(view, view.reader.words.bookFor.news(doerNamed(view, by, admin), inShort(view)), await card());
  },
});
