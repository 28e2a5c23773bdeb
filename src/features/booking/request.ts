import type { Reply } from '../../conversation/handler.ts';
import type { Action, Message, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { inZone, inZoneShort, lengthWords, onDay } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import type { When } from '../../conversation/when/when.ts';
import { USUAL_LENGTH_MINUTES } from '../../core/limits.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Wish } from '../../core/session/wish.ts';
import { receiptCard } from '../cards/session-card.ts';
import type { Deps } from '../shared/deps.ts';
import { tutorMeant } from '../shared/people.ts';
import { type Reader, readerOf, viewOf } from '../shared/reader.ts';
import { isExact } from '../shared/times.ts';
import { type Booking, keepBooking } from './booking.ts';

/**
 * From what was said to a request. A time that was chosen is asked for at once; one that was worded is first read back,
 * with its zone, and one that can mean several things is asked about.
 */
export async function settleRequest(by: Actor, booking: Booking, deps: Deps): Promise<Reply> {
  const reader = readerOf(by);
  if (booking.subject === undefined) throw new Refusal('required', {}, 'subject');
  if (booking.when === undefined) throw new Refusal('required', {}, 'when');
  const tutor = await tutorMeant(reader, deps, booking.tutor);
  const when = understand(booking.when, reader, deps);
  if (when.kind !== 'moment') return askAgain(by, booking, when, deps);
  const wish: Wish = {
    tutor: tutor?.person.id,
    subject: booking.subject,
    startsAt: when.start,
    lengthMinutes: Number(booking.length ?? when.lengthMinutes ?? USUAL_LENGTH_MINUTES),
    note: booking.note ?? '',
  };
  if (isExact(booking.when)) return send(by, wish, deps);
  return readBack(by, booking, wish, deps);
}

function understand(phrase: string, reader: Reader, deps: Deps): When {
  return parseWhen(phrase, { now: deps.clock(), zone: reader.zone ?? deps.defaultZone, language: reader.language });
}

async function send(by: Actor, wish: Wish, deps: Deps): Promise<Reply> {
  const session = await deps.sessions.request(by, wish);
  const reader = readerOf(by);
  // The receipt comes as a DM. Whoever may not get it sees it here and now.
  const getsDms = by.account.dmChannel !== undefined && !by.account.dmClosed;
  const message = getsDms ? { text: reader.words.book.sent } : receiptCard(await viewOf(session, reader, deps), deps);
  return { kind: 'private', message };
}

/** Says the time back before anything is sent; what would be refused is refused here already. */
async function readBack(by: Actor, booking: Booking, wish: Wish, deps: Deps): Promise<Reply> {
  const checked = await deps.sessions.check(by, wish);
  const reader = readerOf(by);
  const { words } = reader;
  const draft = await keepBooking(by, { ...booking, length: String(wish.lengthMinutes) }, deps);
  const [tutor] = checked.tutors;
  const whom = wish.tutor === undefined ? words.anyTutor : (tutor?.person.name ?? words.theTutor);
  const zone = reader.zone ?? deps.defaultZone;
  return {
    kind: 'private',
    message: {
      title: say`${words.book.previewTitle}`,
      text: words.book.preview(checked.subject, say`${whom}`),
      fields: [
        { name: words.fields.when, value: words.book.previewZone(inZone(wish.startsAt, zone, reader.locale)) },
        { name: words.fields.length, value: say`${lengthWords(wish.lengthMinutes, reader.locale)}` },
        ...(wish.note === '' ? [] : [{ name: words.fields.note, value: say`${wish.note}` }]),
      ],
      actions: [
        button(words.buttons.send, 'primary', 'book-chosen', { draft, when: wish.startsAt.toISOString() }),
        button(words.buttons.change, 'plain', 'book', { draft }),
      ],
    },
  };
}

/** The phrase can mean several moments, or only half of one: ask, never guess. */
async function askAgain(
  by: Actor,
  booking: Booking,
  when: Exclude<When, { kind: 'moment' }>,
  deps: Deps,
): Promise<Reply> {
  const reader = readerOf(by);
  const words = reader.words.book;
  const zone = reader.zone ?? deps.defaultZone;
  const length = booking.length ?? (when.lengthMinutes === undefined ? undefined : String(when.lengthMinutes));
  const ask = async (text: Text, moments: readonly Date[]): Promise<Reply> => {
    const now = deps.clock();
    const ahead = moments.filter((moment) => moment > now);
    const draft = await keepBooking(by, { ...booking, length }, deps);
    const actions: Action[] = (ahead.length > 0 ? ahead : moments)
      .slice(0, MOMENTS_ASKED)
      .map((moment) =>
        button(inZoneShort(moment, zone, reader.locale), 'plain', 'book-chosen', { draft, when: moment.toISOString() }),
      );
    const message: Message = {
      text,
      actions: [...actions, button(reader.words.buttons.change, 'plain', 'book', { draft })],
    };
    return { kind: 'private', message };
  };
  switch (when.kind) {
    case 'ambiguous':
      return ask(words.whichTime, when.candidates);
    case 'skipped':
      return ask(words.skipped, when.nearest);
    case 'incomplete':
      switch (when.missing) {
        case 'time':
          return ask(words.needTime(when.days.map((day) => onDay(day, reader.locale)).join(' / ')), []);
        case 'day':
          return ask(words.needDay(when.times.join(' / ')), []);
        case 'zone':
          throw new Refusal('not-a-time', {}, 'when');
      }
      break;
    case 'unknown':
      throw new Refusal('not-a-time', {}, 'when');
  }
}

/** More readings than these are no help to anybody. */
const MOMENTS_ASKED = 5;

function button(
  label: string,
  style: 'primary' | 'plain',
  handler: string,
  input: Readonly<Record<string, string>>,
): Action {
  return { kind: 'button', label, style, target: { handler, input } };
}
