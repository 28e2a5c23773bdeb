import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Deps } from '../shared/deps.ts';
import { subjectOptions, tutorMeant } from '../shared/people.ts';
import { readerOf } from '../shared/reader.ts';
import { type Booking, bookingInput, button, keepBooking } from './booking.ts';
import { bookInstead } from './instead.ts';
import { settleRequest } from './request.ts';

/** What a sentence to the bot asks for, as far as it says it: read back, or asked for the rest. Nothing is sent. */
export const bookTyped = handler({
  formOf: 'book',
  input: bookingInput,
  run: (by, { like: _, ...input }, deps: Deps) => propose(by, input, deps),
  instead: bookInstead('private'),
});

/** Who was meant, where more than one could be. */
export const bookMeant = handler({
  formOf: 'book',
  input: bookingInput,
  run: async (by, { like: _, ...input }, deps: Deps): Promise<Reply> => {
    const { message } = await propose(by, input, deps);
    return { kind: 'replace', message };
  },
  instead: bookInstead('replace'),
});

/** The subject, where the sentence did not say it. */
export const bookSubject = handler({
  formOf: 'book',
  input: bookingInput.extend({ choice: z.string() }),
  run: async (by, { like: _, choice, ...input }, deps: Deps): Promise<Reply> => {
    const { message } = await propose(by, { ...input, subject: choice }, deps);
    return { kind: 'replace', message };
  },
  instead: bookInstead('replace'),
});

async function propose(by: Actor, said: Booking, deps: Deps): Promise<Reply> {
  const reader = readerOf(by);
  const { words } = reader;
  const tutor = await tutorMeant(reader, deps, said.tutor);
  const only = tutor?.subjects.length === 1 ? tutor.subjects[0] : undefined;
  const booking = { ...said, subject: said.subject ?? only };
  if (reader.zone !== undefined && booking.subject !== undefined) {
    return settleRequest(by, booking, deps, 'proposed');
  }
  const draft = await keepBooking(by, booking, deps);
  const form = button(words.chat.openForm, 'primary', 'book', { draft });
  if (reader.zone === undefined) return { kind: 'private', message: { text: words.book.zoneFirst, actions: [form] } };
  const options = await subjectOptions(deps, tutor);
  if (options.length === 0) throw new Refusal('unknown-subject', { typed: '', known: [] });
  const choice = {
    kind: 'choice',
    label: words.book.chooseSubject,
    target: { handler: 'book-subject', input: { draft } },
    options,
  } as const;
  const change = button(words.chat.openForm, 'plain', 'book', { draft });
  return { kind: 'private', message: { text: words.book.whichSubject, actions: [choice, change] } };
}
