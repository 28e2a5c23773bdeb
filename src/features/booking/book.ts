import { z } from 'zod';
import type { Form, FormField } from '../../conversation/form.ts';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import type { Option } from '../../conversation/message.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { LENGTHS_MINUTES, NOTE_MOST, SUBJECT_MOST, USUAL_LENGTH_MINUTES } from '../../core/limits.ts';
import type { Actor, Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { ANY_TUTOR, SUGGESTIONS, tutorMeant, tutorOption, tutorOptions } from '../shared/people.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { suggestTimes } from '../shared/times.ts';
import { whichZone, zoneField, zoneMeant } from '../shared/zones.ts';
import { type Booking, bookingInput, given, keepBooking } from './booking.ts';
import { settleRequest } from './request.ts';

/** Asks for a session. What is missing is asked for in a dialog. */
export const book = handler({
  input: bookingInput,
  form: async (by, input, deps: Deps, ask) => {
    const reader = readerOf(by);
    const isComplete =
      ['subject', 'when'].every((name) => (input[name] ?? '') !== '') && (reader.zone ?? input['zone']) !== undefined;
    if (ask === 'missing' && isComplete) return undefined;
    return bookingForm(reader, deps, input, await knownTutor(reader, deps, input['tutor']));
  },
  suggest: {
    tutor: (by, typed, input, deps) =>
      tutorOptions(readerOf(by), deps, typed, input['subject'] === '' ? undefined : input['subject']),
    subject: async (_by, typed, _input, deps) => {
      const names = await deps.store.subjects(typed);
      return names.slice(0, SUGGESTIONS).map((name) => ({ value: name, label: name }));
    },
    when: (by, typed, input, deps) => suggestTimes(readerOf(by), deps, typed, input),
  },
  read: async (by, { text, mentions }, deps) => {
    const reader = readerOf(by);
    const [mentioned] = mentions;
    const when = parseWhen(text, {
      now: deps.clock(),
      zone: reader.zone ?? deps.defaultZone,
      language: reader.language,
    });
    const said = when.kind === 'unknown' ? '' : phraseOf(text, when.rest);
    return given({
      tutor: mentions.length > 0 ? (mentioned ?? '?') : undefined,
      subject: when.kind === 'unknown' ? text : when.rest,
      when: when.kind === 'moment' ? when.start.toISOString() : said,
      length: when.lengthMinutes === undefined ? undefined : String(when.lengthMinutes),
    });
  },
  run: async (by, input, deps: Deps): Promise<Reply> => {
    const located = await locate(by, input, deps);
    return 'kind' in located ? located : settleRequest(located, input, deps);
  },
});

/** Takes what was said of the place first: without a zone no time can be understood. */
async function locate(by: Actor, booking: Booking, deps: Deps): Promise<Reply | Actor> {
  const reader = readerOf(by);
  if (booking.zone === undefined) {
    if (reader.zone === undefined) throw new Refusal('required', {}, 'zone');
    return by;
  }
  const zone = zoneMeant(booking.zone, reader);
  if (typeof zone === 'string') {
    return { ...by, person: await deps.settings.change(by, { zone }) };
  }
  return chooseZone(by, booking, zone, deps);
}

/** Several places fit: the rest of the booking waits as a draft. */
async function chooseZone(by: Actor, booking: Booking, options: readonly Option[], deps: Deps): Promise<Reply> {
  const reader = readerOf(by);
  const draft = await keepBooking(by, booking, deps);
  return whichZone(reader, options, reader.words.book.whichZone, { handler: 'book-zone', input: { draft } });
}

/** The dialog, with what is known filled in. Discord's dialogs have five fields: the length gives way to the zone. */
async function bookingForm(reader: Reader, deps: Deps, given: RawInput, tutor: Tutor | undefined): Promise<Form> {
  const words = reader.words.book;
  const [tutors, subjects] = await Promise.all([tutorOptions(reader, deps, '', undefined), deps.store.subjects()]);
  const needsZone = reader.zone === undefined;
  const tutorField: FormField = {
    kind: 'search',
    name: 'tutor',
    label: words.fields.tutor,
    hint:
      given['tutor'] !== undefined && !tutor && given['tutor'] !== ANY_TUTOR
        ? words.fields.tutorUnknown
        : words.fields.tutorHint,
    isOptional: false,
    value: tutor?.person.id ?? ANY_TUTOR,
    options: tutors,
    chosen: tutor ? tutorOption(tutor, reader) : { value: ANY_TUTOR, label: reader.words.anyTutor },
  };
  const fields: FormField[] = [
    tutorField,
    {
      kind: 'text',
      name: 'subject',
      label: words.fields.subject,
      isLong: false,
      isOptional: false,
      most: SUBJECT_MOST,
      ...(subjects.length > 0 ? { hint: words.fields.subjectHint(subjects.slice(0, 4).join(', ')) } : {}),
      ...value(given['subject'] ?? (tutor?.subjects.length === 1 ? tutor.subjects[0] : undefined)),
    },
    {
      kind: 'when',
      name: 'when',
      label: words.fields.when,
      zone: reader.zone,
      placeholder: words.fields.whenPlaceholder,
      isOptional: false,
      ...value(given['when']),
    },
    ...(needsZone
      ? [zoneField(words.fields.zone, words.fields.zonePlaceholder, given['zone'])]
      : [lengthField(reader, given['length'], tutor)]),
    {
      kind: 'text',
      name: 'note',
      label: words.fields.note,
      placeholder: words.fields.notePlaceholder,
      isLong: true,
      isOptional: true,
      most: NOTE_MOST,
      ...value(given['note']),
    },
  ];
  const carry = needsZone && given['length'] !== undefined ? { length: given['length'] } : {};
  return { title: words.title, submit: words.submit, fields, carry };
}

function lengthField(reader: Reader, given: string | undefined, tutor: Tutor | undefined): FormField {
  const lengths = tutor?.lengths ?? LENGTHS_MINUTES;
  const usual = lengths.includes(USUAL_LENGTH_MINUTES) ? USUAL_LENGTH_MINUTES : (lengths[0] ?? USUAL_LENGTH_MINUTES);
  const wanted = Number(given ?? usual);
  return {
    kind: 'choice',
    name: 'length',
    label: reader.words.book.fields.length,
    isOptional: false,
    options: lengths.map((minutes) => ({ value: String(minutes), label: lengthWords(minutes, reader.locale) })),
    value: String(lengths.includes(wanted) ? wanted : usual),
  };
}

/** Answers to "which place" and "which time", and Send: the draft with what was chosen on top. No dialog comes before. */
export const bookChosen = handler({
  input: bookingInput.extend({ choice: Short }),
  run: async (by, { choice, ...chosen }, deps: Deps): Promise<Reply> => {
    const all = choice === undefined ? chosen : { ...chosen, when: choice };
    const located = await locate(by, all, deps);
    const reply = 'kind' in located ? located : await settleRequest(located, all, deps);
    return reply.kind === 'private' ? { kind: 'replace', message: reply.message } : reply;
  },
});

export const bookZone = handler({
  input: bookingInput.extend({ choice: z.string() }),
  run: (by, { choice, ...booking }, deps: Deps) => bookChosen.run(by, { ...booking, zone: choice } as never, deps),
});

/** The tutor who is meant, or undefined where that is not clear: the dialog asks. */
async function knownTutor(reader: Reader, deps: Deps, typed: string | undefined): Promise<Tutor | undefined> {
  try {
    return await tutorMeant(reader, deps, typed);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** What of a text was about time: the rest taken out. */
function phraseOf(text: string, rest: string): string {
  return rest === '' ? text : text.replace(rest, ' ').replace(/\s+/g, ' ').trim();
}

function value(text: string | undefined): { value?: string } {
  return text === undefined || text === '' ? {} : { value: text };
}
