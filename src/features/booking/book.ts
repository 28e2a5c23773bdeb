import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Option } from '../../conversation/message.ts';
import type { Actor, Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { SUGGESTIONS, subjectOptions, tutorMeant, tutorOptions } from '../shared/people.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { suggestTimes } from '../shared/times.ts';
import { whichZone, zoneMeant } from '../shared/zones.ts';
import { type Booking, bookingInput, given, keepBooking } from './booking.ts';
import { bookingForm } from './booking-form.ts';
import { bookInstead } from './instead.ts';
import { likeBefore } from './like.ts';
import { settleRequest } from './request.ts';
import { wishIn } from './wish.ts';
import { unfolded } from './with-template.ts';

/** Asks for a session. What is missing is asked for in a dialog; a time that nobody named is offered. */
export const book = handler({
  input: bookingInput,
  form: async (by, input, deps: Deps, ask) => {
    const reader = readerOf(by);
    const isComplete = (input['subject'] ?? '') !== '' && (reader.zone ?? input['zone']) !== undefined;
    const isNew = (input['like'] ?? '') === '';
    if (ask === 'missing' && isComplete && isNew) return undefined;
    const said = await likeBefore(by, input, deps);
    // Whoever says nothing goes on with what they had begun.
    const begun = Object.keys(said).length === 0 ? await deps.drafts.unsent(by, 'book') : undefined;
    return bookingForm(reader, deps, begun ?? said, begun !== undefined);
  },
  suggest: {
    tutor: (by, typed, input, deps) =>
      tutorOptions(readerOf(by), deps, typed, input['subject'] === '' ? undefined : input['subject']),
    subject: async (by, typed, input, deps) => {
      const tutor = await knownTutor(readerOf(by), deps, input['tutor']);
      return (await subjectOptions(deps, tutor, typed)).slice(0, SUGGESTIONS);
    },
    when: (by, typed, input, deps) => suggestTimes(readerOf(by), deps, typed, input),
  },
  read: async (by, { text, mentions }, deps) => {
    const [mentioned] = mentions;
    const { about, ...wish } = await wishIn(
      readerOf(by),
      text,
      deps,
      mentions.length > 0 ? (mentioned ?? '?') : undefined,
    );
    return given({ ...wish, subject: wish.subject ?? about });
  },
  run: async (by, { like: _, ...input }, deps: Deps): Promise<Reply> => {
    const located = await locate(by, input, deps);
    if ('kind' in located) return located;
    const booking = await unfolded(located, input, deps);
    return 'kind' in booking ? booking : settleRequest(located, booking, deps);
  },
  instead: bookInstead('private'),
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

/** Answers to "which place" and "which time", and Send: the draft with what was chosen on top. No dialog comes before. */
export const bookChosen = handler({
  formOf: 'book',
  input: bookingInput.extend({ choice: Short }),
  run: async (by, { choice, ...chosen }, deps: Deps): Promise<Reply> => {
    const all = choice === undefined ? chosen : { ...chosen, when: choice };
    const located = await locate(by, all, deps);
    const booking = 'kind' in located ? located : await unfolded(located, all, deps);
    const reply = 'kind' in booking ? booking : await settleRequest(located as Actor, booking, deps);
    return reply.kind === 'private' ? { kind: 'replace', message: reply.message } : reply;
  },
  instead: bookInstead('replace'),
});

export const bookZone = handler({
  formOf: 'book',
  input: bookingInput.extend({ choice: z.string() }),
  run: (by, { choice, ...booking }, deps: Deps) => bookChosen.run(by, { ...booking, zone: choice } as never, deps),
  instead: bookInstead('replace'),
});

/** The tutor who is meant, or undefined where that is not clear yet. */
async function knownTutor(reader: Reader, deps: Deps, typed: string | undefined): Promise<Tutor | undefined> {
  try {
    return await tutorMeant(reader, deps, typed);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
