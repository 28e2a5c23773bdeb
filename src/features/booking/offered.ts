import { ANOTHER_TIME } from '../../conversation/form.ts';
import { handler } from '../../conversation/handler.ts';
import type { Action, Message, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import { placeOf } from '../../conversation/when/zone-index.ts';
import { USUAL_LENGTH_MINUTES } from '../../core/limits.ts';
import type { Actor, Tutor } from '../../core/people/person.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { tutorMeant } from '../shared/people.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { dayOf, firstName, openTimes, timeLabel, tutorsAsked } from '../shared/times.ts';
import { type Booking, bookingInput, button, keepBooking } from './booking.ts';
import { few, NEAR, nearest, startOfDayAfter } from './few-times.ts';

/** Open starts that are looked through for a few to offer: several days' worth, on the half hour. */
const LOOKED_THROUGH = 240;

interface Offering {
  /** Said first: why times are offered now. */
  readonly because?: Text | undefined;
  /** The first of them; left out: as soon as possible. */
  readonly from?: Date | undefined;
  /** Those nearest to it, rather than the first. */
  readonly near?: Date | undefined;
  /** The time that was said is not to be had: it can be changed. */
  readonly isRefused?: boolean;
  /** Those that fit what was said, such as a day or an hour; where none does, any. */
  readonly fits?: ((start: Date) => boolean) | undefined;
}

/** A few open times to press, more days, and a way to any other time. Nothing is sent before a press. */
export async function timesOffered(
  by: Actor,
  booking: Booking,
  deps: Deps,
  { because, from, near, isRefused = false, fits = () => true }: Offering = {},
): Promise<Message> {
  const reader = readerOf(by);
  const words = reader.words.book;
  const zone = reader.zone ?? deps.defaultZone;
  const named = await tutorMeant(reader, deps, booking.tutor);
  const tutors = named ? [named] : await tutorsAsked(reader, deps, booking);
  const lengthMinutes = Number(booking.length ?? usualLength(named));
  const said = booking.when === ANOTHER_TIME ? undefined : booking.when;
  const draft = await keepBooking(by, { ...booking, when: said, length: String(lengthMinutes) }, deps);
  const open = await openTimes(
    {
      tutors,
      lengthMinutes,
      learner: by.person.id,
      from: near ? new Date(near.getTime() - NEAR.beforeMs) : from,
      most: LOOKED_THROUGH,
    },
    deps,
  );
  const fitting = open.filter(fits);
  const all = fitting.length > 0 ? fitting : open;
  const shown = near ? nearest(all, near) : few(all, zone);
  const last = shown.at(-1);
  const hasMore = last !== undefined && open.some((start) => dayOf(start, zone) > dayOf(last, zone));
  const later = hasMore && last ? { draft, from: startOfDayAfter(last, zone).toISOString() } : undefined;
  const whom = named ? named.person.name : reader.words.anyTutorInside;
  const times = shown.map((start) =>
    button(timeLabel(start, reader, tutors, deps), 'plain', 'book-chosen', { draft, when: start.toISOString() }),
  );
  const others: Action[] = [
    ...(shown.length === 0 && booking.subject !== undefined
      ? [button(reader.words.buttons.tellMe, 'primary', 'waitlist-join', { draft })]
      : []),
    ...(later ? [button(words.moreDays, 'plain', 'book-times', later)] : []),
    button(isRefused ? reader.words.buttons.change : words.anotherTime, 'plain', 'book', {
      draft,
      // What was said stays in the dialog, to be completed or changed.
      ...(said === undefined && { when: ANOTHER_TIME }),
    }),
  ];
  const offered =
    shown.length === 0
      ? nothingOpen(reader, named)
      : [...words.pressATime, ...say` ${words.zoneNote(placeOf(zone, reader.language))}`, ...beside(reader, tutors)];
  return {
    title: words.offerTitle(booking.subject ?? '', whom, lengthWords(lengthMinutes, reader.locale)),
    text: [...(because ? [...because, ...say`\n`] : []), ...offered],
    actions: [...times, ...others],
  };
}

function nothingOpen({ words }: Reader, tutor: Tutor | undefined): Text {
  if (!tutor) return words.book.nobodyOpen;
  return tutor.weeklyHours.length === 0 ? words.book.byArrangement(tutor.person.name) : words.book.noOpenTime;
}

/** Whose clock stands beside the reader's, where it shows another time. */
function beside(reader: Reader, tutors: readonly Tutor[]): Text {
  const [tutor, ...more] = tutors;
  if (!tutor || more.length > 0) return say` ${reader.words.book.anyIsFree}`;
  const { zone } = tutor.person;
  if (zone === undefined || zone === reader.zone) return [];
  return say` ${reader.words.book.theirZone(firstName(tutor), placeOf(zone, reader.language))}`;
}

export function usualLength(tutor: Pick<Tutor, 'lengths'> | undefined): number {
  const lengths = tutor?.lengths ?? [USUAL_LENGTH_MINUTES];
  return lengths.includes(USUAL_LENGTH_MINUTES) ? USUAL_LENGTH_MINUTES : (lengths[0] ?? USUAL_LENGTH_MINUTES);
}

/** The next days, in the place of those that are shown. */
export const bookTimes = handler({
  input: bookingInput.extend({ from: Short }),
  run: async (by, { from, ...booking }, deps: Deps) => {
    const start = from === undefined ? undefined : new Date(from);
    const isDate = start !== undefined && !Number.isNaN(start.getTime());
    return { kind: 'replace', message: await timesOffered(by, booking, deps, isDate ? { from: start } : {}) };
  },
});
