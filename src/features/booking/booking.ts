import { z } from 'zod';
import type { RawInput } from '../../conversation/handler.ts';
import type { Action } from '../../conversation/message.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { Short, Words } from '../shared/inputs.ts';

/** Of a booking that is chosen not to repeat. */
export const ONCE = 'once';

/** What a booking is made of, as people give it. All of it may be missing: then it is asked for. */
export const bookingInput = z.object({
  tutor: Short,
  subject: Short,
  when: Short,
  length: Short,
  // Checked where it is sent, so that who writes too much is told how much fits.
  note: Words.transform((text) => (text === '' ? undefined : text)).optional(),
  zone: Short,
  /** Said once the learner has read that the time lies outside the tutor's hours. */
  outside: Short,
  /** How it repeats, as it was typed or as `keepRepeat` writes it. */
  repeat: Short.transform((said) => (said === ONCE ? undefined : said)).optional(),
  /** Of a series: the places that are left out, and those that are at another time. */
  skip: Short,
  moved: Short,
  /** On the clock of which zone it repeats, where that is not the learner's now; and the series that it goes on with. */
  on: Short,
  continues: Short,
  /** A booking that was begun before: what is given now comes on top of it. */
  draft: Short,
  /** Where a kind of session meets. */
  platform: Short,
  /** A session of before that this is like. */
  like: Short,
});
export type Booking = Omit<z.output<typeof bookingInput>, 'like'>;

/** Keeps a booking that is not sent yet, as one draft however often it changes. */
export async function keepBooking(by: Actor, booking: Booking, deps: Deps): Promise<string> {
  const { draft: id, ...input } = booking;
  return deps.drafts.keep(by, 'book', given(input), id);
}

/** Leaves out what is missing. */
export function given(input: Readonly<Record<string, string | undefined>>): RawInput {
  return Object.fromEntries(
    Object.entries(input).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );
}

export function button(
  label: string,
  style: 'primary' | 'plain',
  handler: string,
  input: Readonly<Record<string, string>>,
): Action {
  return { kind: 'button', label, style, target: { handler, input } };
}
