import type { Action, Message, Text } from '../../conversation/message.ts';
import { join, say } from '../../conversation/say.ts';
import { lengthWords } from '../../conversation/when/clock-words.ts';
import type { Tutor } from '../../core/people/person.ts';
import { weekOf } from '../../core/session/fair-share.ts';
import type { SessionState } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { pageOf } from '../shared/pages.ts';
import { type Reader, viewsOf } from '../shared/reader.ts';
import { PAST, sessionSection, UPCOMING } from './session-section.ts';

/** Sessions on one page. */
const PAGE = 4;

const WEEK_MS = 7 * 86_400_000;

export const WHICH = ['upcoming', 'week', 'past'] as const;
export type WhichSessions = (typeof WHICH)[number];

/** Which of one's sessions: all ahead, those of the next seven days, or past; of one state, with one person. */
export interface Filter {
  readonly which: WhichSessions;
  readonly state?: SessionState | undefined;
  readonly person?: string | undefined;
}

/** A page of one's sessions with what can be done now; above the first one of a tutor's, their day and what waits. */
export async function sessionList(reader: Reader, filter: Filter, from: number, deps: Deps): Promise<Message> {
  const { state, person } = filter;
  // Who asks for a state means wherever it is.
  const which = state === undefined || statesOf(filter.which).includes(state) ? filter.which : whichOf(state);
  const words = reader.words.sessions;
  const now = deps.clock();
  const found = await deps.store.sessions({
    person: reader.person.id,
    states: state === undefined ? statesOf(which) : [state],
    order: which === 'past' ? 'latest' : 'soonest',
    // Of a series the next one stands for all of it.
    seriesOnce: which === 'upcoming',
    limit: PAGE + 1,
    offset: from,
    ...(which === 'week' ? { startsBefore: new Date(now.getTime() + WEEK_MS) } : {}),
    ...(person === undefined ? {} : { with: person }),
  });
  const isPlain = state === undefined && person === undefined;
  const [views, tutor, others] = await Promise.all([
    viewsOf(found.slice(0, PAGE), reader, deps),
    which === 'past' ? undefined : deps.store.tutor(reader.person.id),
    person === undefined ? undefined : deps.store.people([person]),
  ]);
  const titles = { upcoming: words.titleUpcoming, week: words.titleWeek, past: words.titlePast };
  const title = join(
    [
      say`${titles[which]}`,
      ...(state === undefined ? [] : [say`${words.state[state]}`]),
      ...(person === undefined ? [] : [words.with(others?.get(person)?.name ?? reader.words.formerMember)]),
    ],
    ' · ',
  );
  const none = isPlain
    ? { upcoming: words.noneUpcoming, week: words.noneUpcoming, past: words.nonePast }[which]
    : words.noneSuch;
  const day = tutor && isPlain && from === 0 ? await tutorsDay(tutor, reader, deps) : undefined;
  const text = views.length === 0 ? [...(day ?? []), ...(day ? say`\n` : []), ...none] : day;
  const { first, last } = around(reader, { ...filter, which });
  const below = tutor && isPlain ? [...last, clearing(reader)] : last;
  const { shown, turns } = pageOf(
    views.map((view) => sessionSection(view, deps)),
    reader,
    {
      from,
      size: PAGE,
      hasMore: found.length > PAGE,
      beside: { title, ...(text && { text }), actions: [...first, ...below] },
      turn: (label, begin) => listing(label, { ...filter, which }, begin),
    },
  );
  return { title, ...(text && { text }), sections: shown, actions: [...first, ...turns, ...below] };
}

const statesOf = (which: WhichSessions) => (which === 'past' ? PAST : UPCOMING);
const whichOf = (state: SessionState): WhichSessions => (UPCOMING.includes(state) ? 'upcoming' : 'past');

/** Sessions of one day that are counted: nobody teaches more. */
const DAY_MOST = 50;

/** What a tutor has today, what waits for them, and what they taught. */
async function tutorsDay(tutor: Tutor, reader: Reader, deps: Deps): Promise<Text> {
  const { sessions: words } = reader.words;
  const zone = reader.zone ?? deps.defaultZone;
  const midnight = deps.clock().toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 });
  const me = tutor.person.id;
  const [today, waiting, taught] = await Promise.all([
    deps.store.sessions({
      person: me,
      states: ['confirmed', 'started'],
      startsBefore: new Date(midnight.toZonedDateTime(zone).epochMilliseconds),
      limit: DAY_MOST,
    }),
    deps.store.sessions({ person: me, states: ['requested'], limit: DAY_MOST }),
    hoursTaught(tutor, reader, deps),
  ]);
  const isTheirs = (one: { readonly tutor: string | undefined; readonly candidates: readonly string[] }) =>
    one.tutor === me || one.candidates.includes(me);
  return [
    ...words.today(today.filter((one) => one.tutor === me).length),
    ...say` `,
    ...words.waiting(waiting.filter(isTheirs).length),
    ...(taught.length > 0 ? say` ` : []),
    ...taught,
  ];
}

/** "Taught: 3 hours this week, 12 hours this month.", on the tutor's own calendar; nothing while there is nothing. */
export async function hoursTaught({ person }: Tutor, reader: Reader, deps: Deps): Promise<Text> {
  const zone = reader.zone ?? deps.defaultZone;
  const now = deps.clock();
  const first = now.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDate().with({ day: 1 });
  const month = new Date(first.toZonedDateTime(zone).epochMilliseconds);
  const [week = 0, all = 0] = await deps.store.minutesTaught(person.id, [weekOf(now, zone).from, month]);
  // A week can have begun in the month before.
  if (week === 0 && all === 0) return [];
  const said = (minutes: number) => lengthWords(minutes, reader.locale);
  return reader.words.sessions.taught(said(week), said(all));
}

function clearing({ words }: Reader): Action {
  return { kind: 'button', label: words.buttons.clearDay, style: 'plain', target: { handler: 'clear-day', input: {} } };
}

/** A page of the same list. */
function listing(label: string, filter: Filter, from: number): Action {
  return {
    kind: 'button',
    label,
    style: 'plain',
    target: { handler: 'sessions', input: { ...keptOf(filter), from: String(from), turn: 'page' } },
  };
}

function keptOf({ which, state, person }: Filter): Readonly<Record<string, string>> {
  return { which, ...(state === undefined ? {} : { state }), ...(person === undefined ? {} : { person }) };
}

/** What stands before and after the buttons that turn the page. */
function around({ words: { buttons } }: Reader, filter: Filter): Readonly<Record<'first' | 'last', readonly Action[]>> {
  const filtering = { handler: 'sessions-filter', input: keptOf(filter) };
  return {
    first: [{ kind: 'button', label: buttons.book, style: 'primary', target: { handler: 'book', input: {} } }],
    last: [
      { kind: 'button', label: buttons.week, style: 'plain', target: { handler: 'week', input: {} } },
      { kind: 'button', label: buttons.filter, style: 'plain', target: filtering },
      filter.which === 'past'
        ? listing(buttons.upcoming, { which: 'upcoming', person: filter.person }, 0)
        : listing(buttons.past, { which: 'past', person: filter.person }, 0),
    ],
  };
}
