import { ANOTHER_TIME } from '../../conversation/form.ts';
import type { Reply } from '../../conversation/handler.ts';
import type { Action, Message, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { inZone, inZoneShort, lengthWords, onDay } from '../../conversation/when/clock-words.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { keepRepeat, parseRepeat } from '../../conversation/when/repeat.ts';
import type { When } from '../../conversation/when/when.ts';
import type { Actor, Tutor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import type { Wish } from '../../core/session/wish.ts';
import { sameSubject } from '../../core/spelling.ts';
import { receiptCard } from '../cards/session-card.ts';
import type { Deps } from '../shared/deps.ts';
import { ANY_TUTOR, BEST_FIT, isBestMeant, tutorMeant } from '../shared/people.ts';
import { type Reader, readerOf, viewOf } from '../shared/reader.ts';
import { subjectMeant } from '../shared/subjects.ts';
import { isExact, isWithin, openFirst } from '../shared/times.ts';
import { notATime, unclearWords } from '../shared/unclear.ts';
import { bestOf } from './best.ts';
import { type Booking, button, keepBooking } from './booking.ts';
import { keepChosen } from './keep.ts';
import { timesOffered, usualLength } from './offered.ts';
import { type OutsideHours, outsideHours } from './outside-hours.ts';
import { seriesPreview } from './series-preview.ts';
import { repeatSaid } from './series-wish.ts';

/**
 * From what was said to a request. A time that was chosen is asked for at once; one that was worded is first read back,
 * with its zone; one that can mean several things is asked about, and where none was said open ones are offered.
 */
export async function settleRequest(
  by: Actor,
  typed: Booking,
  deps: Deps,
  chosen: 'chosen' | 'proposed' = 'chosen',
): Promise<Reply> {
  const reader = readerOf(by);
  if (typed.subject === undefined) throw new Refusal('required', {}, 'subject');
  const said = withRepeat(typed, reader, deps);
  const subject = await subjectMeant(typed.subject, deps);
  const tutor = await tutorMeant(reader, deps, said.tutor);
  // From here on it is known who is meant, however the name was typed.
  const isBest = isBestMeant(reader, said.tutor);
  const booking = { ...said, subject, tutor: tutor?.person.id ?? (isBest ? BEST_FIT : ANY_TUTOR) };
  if (booking.when === undefined || booking.when === ANOTHER_TIME) {
    const whom = await deps.sessions.whom(by, { tutor: tutor?.person.id, known: tutor, subject });
    return { kind: 'private', message: await timesOffered(by, { ...booking, subject: whom.subject }, deps) };
  }
  const when = understand(booking.when, reader, deps);
  if (when.kind !== 'moment') {
    const tutors = tutor ? [tutor] : await deps.store.tutors({ subject, isPaused: false });
    return askAgain(by, booking, when, tutors, deps);
  }
  const wish: Wish = {
    tutor: tutor?.person.id,
    known: tutor,
    subject,
    startsAt: when.start,
    lengthMinutes: Number(booking.length ?? when.lengthMinutes ?? usualLength(tutor)),
    note: booking.note ?? '',
    platform: booking.platform,
  };
  if (booking.repeat !== undefined) return seriesPreview(by, booking, wish, deps);
  if (isBest) return readBackBest(by, booking, wish, deps);
  const outside = tutor && outsideHours(tutor, wish, reader);
  // Half a name, or one with a slip in it, is read back too: it may have been understood as somebody else's.
  const isChosen = !tutor || said.tutor === tutor.person.id || sameSubject([tutor.person.name], said.tutor ?? '');
  const isSent =
    chosen === 'chosen' && isExact(booking.when) && isChosen && (!outside || booking.outside !== undefined);
  return isSent ? send(by, wish, deps) : readBack(by, booking, wish, outside, deps);
}

/** "Every Tuesday at 5 pm for ten weeks" says two things: when, and how it repeats. */
function withRepeat(said: Booking, reader: Reader, deps: Deps): Booking {
  const zone = reader.zone ?? deps.defaultZone;
  if (said.repeat !== undefined) return { ...said, repeat: keepRepeat(repeatSaid(said.repeat, reader, deps)) };
  const parsed = parseRepeat(said.when ?? '', { now: deps.clock(), zone, language: reader.language });
  if (!parsed) return said;
  return { ...said, when: parsed.rest === '' ? undefined : parsed.rest, repeat: keepRepeat(parsed) };
}

function understand(phrase: string, reader: Reader, deps: Deps): When {
  return parseWhen(phrase, {
    now: deps.clock(),
    zone: reader.zone ?? deps.defaultZone,
    language: reader.language,
    isField: true,
  });
}

async function send(by: Actor, wish: Wish, deps: Deps): Promise<Reply> {
  const session = await deps.sessions.request(by, wish);
  await deps.drafts.sent(by, 'book');
  const reader = readerOf(by);
  // The receipt comes as a DM. Whoever does not get it sees it here and now, and who may not get it is one press away.
  if (by.account.dmClosed) return { kind: 'private', message: receiptCard(await viewOf(session, reader, deps), deps) };
  const { book, buttons } = reader.words;
  const actions = [
    ...(by.account.dmChannel ? [] : [button(buttons.open, 'plain', 'open', { session: session.id })]),
    ...(session.tutor === undefined ? [] : [button(buttons.repeat, 'plain', 'repeat', { session: session.id })]),
  ];
  return { kind: 'private', message: { text: book.sent, actions } };
}

/** The tutor who fits best of those who are free then, with why: nothing is sent before it was read. */
async function readBackBest(by: Actor, booking: Booking, wish: Wish, deps: Deps): Promise<Reply> {
  const checked = await deps.sessions.check(by, wish);
  const best = await bestOf(checked, readerOf(by), deps);
  const tutor = best?.tutor.person.id;
  return readBack(by, { ...booking, tutor: tutor ?? ANY_TUTOR }, { ...wish, tutor }, undefined, deps, best?.text);
}

/** Says the time back before anything is sent; what would be refused is refused here already. */
async function readBack(
  by: Actor,
  booking: Booking,
  wish: Wish,
  outside: OutsideHours | undefined,
  deps: Deps,
  why: Text = [],
): Promise<Reply> {
  const checked = await deps.sessions.check(by, wish);
  const reader = readerOf(by);
  await keepChosen(reader, deps, checked.tutors, wish.startsAt, wish.lengthMinutes);
  const { words } = reader;
  const draft = await keepBooking(by, { ...booking, length: String(wish.lengthMinutes) }, deps);
  const [tutor] = checked.tutors;
  const whom = wish.tutor === undefined ? words.anyTutorInside : (tutor?.person.name ?? words.theTutor);
  const zone = reader.zone ?? deps.defaultZone;
  return {
    kind: 'private',
    message: {
      title: say`${words.book.previewTitle}`,
      text: say`${why}${why.length > 0 ? ' ' : ''}${words.book.preview(checked.subject, say`${whom}`)}${outside ? say` ${outside.text}` : ''}`,
      fields: [
        { name: words.fields.when, value: words.book.previewZone(inZone(wish.startsAt, zone, reader.locale)) },
        ...(outside ? [outside.field] : []),
        { name: words.fields.length, value: say`${lengthWords(wish.lengthMinutes, reader.locale)}` },
        ...(wish.note === '' ? [] : [{ name: words.fields.note, value: say`${wish.note}` }]),
      ],
      actions: [
        button(words.buttons.send, 'primary', 'book-chosen', {
          draft,
          when: wish.startsAt.toISOString(),
          ...(outside && { outside: 'read' }),
        }),
        ...(checked.tutors.length > 1
          ? [button(words.buttons.askBest, 'plain', 'book-chosen', { draft, tutor: BEST_FIT })]
          : []),
        button(words.buttons.repeat, 'plain', 'book-repeat', { draft, when: wish.startsAt.toISOString() }),
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
  tutors: readonly Tutor[],
  deps: Deps,
): Promise<Reply> {
  const reader = readerOf(by);
  const words = reader.words.book;
  const zone = reader.zone ?? deps.defaultZone;
  const length = booking.length ?? (when.lengthMinutes === undefined ? undefined : String(when.lengthMinutes));
  /** What was not understood is said before what is asked. */
  const asked = (question: Text): Text =>
    when.unclear ? say`${unclearWords(when, reader, zone)} ${question}` : question;
  const ask = async (question: Text, moments: readonly Date[]): Promise<Reply> => {
    const text = asked(question);
    const now = deps.clock();
    const ahead = await openFirst(
      moments.filter((moment) => moment > now),
      tutors,
      Number(length ?? usualLength(tutors.length === 1 ? tutors[0] : undefined)),
      deps,
    );
    const draft = await keepBooking(by, { ...booking, length }, deps);
    const actions: Action[] = (ahead.length > 0 ? ahead : moments)
      .slice(0, MOMENTS_ASKED)
      .map((moment) =>
        button(inZoneShort(moment, zone, reader.locale), 'plain', 'book-chosen', { draft, when: moment.toISOString() }),
      );
    const [tutor] = tutors;
    const whom = (booking.tutor === ANY_TUTOR ? undefined : tutor?.person.name) ?? reader.words.anyTutorInside;
    const message: Message = {
      title: reader.words.meeting.title(booking.subject ?? '', whom),
      text,
      actions: [...actions, button(reader.words.buttons.change, 'plain', 'book', { draft })],
    };
    return { kind: 'private', message };
  };
  const offer = async (because: Text, fits: (start: Date) => boolean): Promise<Reply> => ({
    kind: 'private',
    message: await timesOffered(by, { ...booking, length }, deps, { because: asked(because), fits }),
  });
  switch (when.kind) {
    case 'ambiguous':
      return ask(when.candidates.length > 1 ? words.whichTime : words.isItThis, when.candidates);
    case 'skipped':
      return ask(words.skipped, when.nearest);
    case 'incomplete':
      switch (when.missing) {
        case 'time':
          return offer(words.needTime(when.days.map((day) => onDay(day, reader.locale)).join(' / ')), (start) =>
            isWithin(start, when, zone),
          );
        case 'day':
          return offer(words.needDay(when.times.join(' / ')), (start) => when.times.includes(clockOf(start, zone)));
        case 'zone':
          return ask(words.needPlace(when.place), []);
      }
      break;
    case 'unknown':
      throw notATime(when);
  }
}

/** More readings than these are no help to anybody. */
const MOMENTS_ASKED = 10;

function clockOf(at: Date, zone: string): string {
  return at.toTemporalInstant().toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}
