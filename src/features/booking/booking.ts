import { z } from 'zod';
import type { RawInput } from '../../conversation/handler.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';

/** What a booking is made of, as people give it. All of it may be missing: then it is asked for. */
export const bookingInput = z.object({
  tutor: Short,
  subject: Short,
  when: Short,
  length: Short,
  note: Short,
  zone: Short,
  /** A booking that was begun before: what is given now comes on top of it. */
  draft: Short,
});
export type Booking = z.output<typeof bookingInput>;

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
