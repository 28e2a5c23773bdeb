import { z } from 'zod';
import type { Form } from '../../conversation/form.ts';
import { handler, type RawInput, type Reply } from '../../conversation/handler.ts';
import { keepRepeat } from '../../conversation/when/repeat.ts';
import type { Actor } from '../../core/people/person.ts';
import { Refusal } from '../../core/refusal.ts';
import { wallTime } from '../../core/series/rule.ts';
import type { Wish } from '../../core/session/wish.ts';
import { seriesCard } from '../cards/series-card.ts';
import { seriesViewOf } from '../cards/series-view.ts';
import type { Deps } from '../shared/deps.ts';
import { SessionId, Short } from '../shared/inputs.ts';
import { mine } from '../shared/mine.ts';
import { tutorMeant } from '../shared/people.ts';
import { readerOf } from '../shared/reader.ts';
import { everyWords } from '../shared/rule-words.ts';
import { type Booking, bookingInput } from './booking.ts';
import { bookInstead } from './instead.ts';
import { usualLength } from './offered.ts';
import { weekAfter } from './series-like.ts';
import { seriesPreview } from './series-preview.ts';
import { changed, repeatSaid, seriesWish } from './series-wish.ts';

const EVERY = ['week', 'two-weeks', 'month'] as const;
const HOW = { every: z.enum(EVERY), long: Short } as const;

/** How often, and how long: two questions, so that they fit beside nothing else into the dialogs of every chat. */
export const bookRepeat = handler({
  formOf: 'book-repeat',
  input: bookingInput.extend(HOW),
  form: async (by, input, deps: Deps) => repeatForm(by, bookingInput.parse(input), input, carried(input), deps),
  run: (by, { every, long, like: _, ...booking }, deps: Deps) => repeated(by, booking, every, long, deps),
});

/** A session of before, again and again, from a week after it on. */
export const repeat = handler({
  input: z.object({ session: SessionId, ...HOW }),
  form: async (by, input, deps: Deps) => {
    const session = await mine(by, input['session'] ?? '', deps, 'repeat');
    return repeatForm(by, weekAfter(session, by, deps), input, { session: session.id }, deps);
  },
  run: async (by, { session: id, every, long }, deps: Deps) => {
    const session = await mine(by, id, deps, 'repeat');
    return repeated(by, weekAfter(session, by, deps), every, long, deps);
  },
});

async function repeatForm(by: Actor, booking: Booking, input: RawInput, carry: RawInput, deps: Deps): Promise<Form> {
  const reader = readerOf(by);
  const { series: words, book } = reader.words;
  const start = new Date(booking.when ?? '');
  if (Number.isNaN(start.getTime())) throw new Refusal('not-a-time', {}, 'when');
  const zone = reader.zone ?? deps.defaultZone;
  const first = wallTime(start, zone);
  const said = booking.repeat === undefined ? undefined : repeatSaid(booking.repeat, reader, deps);
  const chosen = EVERY.find((one) => one === (input['every'] ?? said?.every)) ?? 'week';
  const long = input['long'] ?? (said?.lasting && Object.entries(said.lasting).flat().join(' ')) ?? '10';
  return {
    title: words.repeatTitle,
    submit: words.repeatSubmit,
    carry,
    fields: [
      {
        kind: 'radio',
        name: 'every',
        label: words.howOften,
        isOptional: false,
        value: chosen,
        options: EVERY.map((every) => ({ value: every, label: capital(everyWords({ every, first, zone }, reader)) })),
      },
      {
        kind: 'text',
        name: 'long',
        label: words.howLong,
        placeholder: words.howLongPlaceholder,
        hint: book.fields.repeatHint,
        isLong: false,
        isOptional: false,
        most: 60,
        value: long.replace(/^times /, ''),
      },
    ],
  };
}

async function repeated(
  by: Actor,
  booking: Booking,
  every: (typeof EVERY)[number],
  long: string | undefined,
  deps: Deps,
): Promise<Reply> {
  const typed = /^\d+$/.test(long ?? '') ? `times ${long}` : (long ?? '');
  const said = readLong(typed, readerOf(by), deps);
  return show(by, { ...booking, skip: undefined, moved: undefined, repeat: keepRepeat({ ...said, every }) }, deps);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function carried({ every: _every, long: _long, ...rest }: Readonly<Record<string, string>>) {
  return rest;
}

/** "10", "ten times", "until 15 February": how long alone. */
function readLong(typed: string, reader: ReturnType<typeof readerOf>, deps: Deps) {
  const kept = /^(?:times|weeks|months|until) \S+$/.test(typed) ? `week ${typed}` : typed;
  try {
    const said = repeatSaid(kept, reader, deps);
    if (said.lasting) return said;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  throw new Refusal('not-a-repeat', { typed }, 'long');
}

/** One more choice about a series that is not sent yet: what is skipped, moved, taken back; or how often it is. */
export const bookSeries = handler({
  formOf: 'book',
  input: bookingInput.extend({
    act: z.enum(['skip', 'keep', 'which']).optional().catch(undefined),
    nr: Short,
    choice: Short,
  }),
  run: async (by, { act: wanted, nr: numbers = '', choice, ...input }, deps: Deps): Promise<Reply> => {
    const { act, nr, when } = wanted === 'which' ? chosenOne(choice) : { act: wanted, nr: numbers, when: choice };
    const nrs = nr.split(',').map(Number).filter(Boolean);
    const to = when === undefined ? act : new Date(when);
    const isDate = !(to instanceof Date) || !Number.isNaN(to.getTime());
    const booking = to === undefined || !isDate || nrs.length === 0 ? input : changed(input, nrs, to);
    const { message } = await show(by, booking, deps);
    return { kind: 'replace', message };
  },
  instead: bookInstead('replace'),
});

/** "skip 3", out of the menu of all of them. */
function chosenOne(choice = '') {
  const [, act, nr = ''] = /^(skip|keep) (\d+)$/.exec(choice) ?? [];
  return { act: act === 'skip' || act === 'keep' ? act : undefined, nr, when: undefined } as const;
}

/** All of it is asked for. */
export const seriesSend = handler({
  formOf: 'book',
  input: bookingInput,
  run: async (by, { like: _, ...booking }, deps: Deps): Promise<Reply> => {
    const series = seriesWish(booking, await wishOf(by, booking, deps), readerOf(by), deps);
    // Whoever it is with has been read before it is asked for.
    if (series?.tutor === undefined) return show(by, booking, deps);
    const { id } = await deps.series.request(by, { ...series, tutor: series.tutor });
    await deps.drafts.sent(by, 'book');
    const reader = readerOf(by);
    const view = by.account.dmClosed ? await seriesViewOf(id, reader, deps) : undefined;
    // The card comes as a DM. Whoever does not get it sees it here and now.
    return { kind: 'replace', message: view ? await seriesCard(view, deps) : { text: reader.words.book.sent } };
  },
  instead: async (by, input, refusal, sentence, deps: Deps) => {
    if (refusal.code !== 'series-taken') return bookInstead('replace')(by, input, refusal, sentence, deps);
    const { message } = await show(by, bookingInput.parse(input), deps);
    return { reply: { kind: 'replace', message: { ...message, text: sentence } }, short: sentence };
  },
});

async function show(by: Actor, booking: Booking, deps: Deps): Promise<Reply> {
  return seriesPreview(by, booking, await wishOf(by, booking, deps), deps);
}

async function wishOf(by: Actor, booking: Booking, deps: Deps): Promise<Wish> {
  const tutor = await tutorMeant(readerOf(by), deps, booking.tutor);
  const startsAt = new Date(booking.when ?? '');
  if (Number.isNaN(startsAt.getTime())) throw new Refusal('not-a-time', {}, 'when');
  return {
    tutor: tutor?.person.id,
    subject: booking.subject ?? '',
    startsAt,
    lengthMinutes: Number(booking.length ?? usualLength(tutor)),
    note: booking.note ?? '',
    platform: booking.platform,
  };
}
