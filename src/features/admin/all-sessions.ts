import type { Action, Message, Section } from '../../conversation/message.ts';
import { join, say } from '../../conversation/say.ts';
import { onDay } from '../../conversation/when/clock-words.ts';
import type { DayRange } from '../../conversation/when/day-range.ts';
import type { Person } from '../../core/people/person.ts';
import { isOpen, participant, type SessionState } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import { opening } from '../cards/actions.ts';
import { IN_A_LIST, ratingFields } from '../cards/history.ts';
import { whenField } from '../cards/session-fields.ts';
import { PAST, UPCOMING } from '../session/session-section.ts';
import type { Deps } from '../shared/deps.ts';
import { pageOf } from '../shared/pages.ts';
import { learnersNamed, nameOf, type Reader, type SessionView, viewsOf } from '../shared/reader.ts';

/** Sessions on one page. */
const PAGE = 6;

export const AHEAD_OR_PAST = ['upcoming', 'past'] as const;

/** Which of everybody's sessions. */
export interface AdminFilter {
  readonly which: (typeof AHEAD_OR_PAST)[number];
  readonly state?: SessionState | undefined;
  readonly person?: Person | undefined;
  /** Of these days all are meant, whether ahead or past. */
  readonly days?: DayRange | undefined;
}

/** A page of everybody's sessions, for admins. */
export async function allSessions(reader: Reader, filter: AdminFilter, from: number, deps: Deps): Promise<Message> {
  const { which, state, person, days } = filter;
  const words = reader.words.tutoring;
  const found = await deps.store.sessions({
    states: statesOf(filter),
    order: which === 'past' && !days ? 'latest' : 'soonest',
    limit: PAGE + 1,
    offset: from,
    ...(person && { person: person.id }),
    ...(days && instantsOf(days, reader.zone ?? deps.defaultZone)),
  });
  const views = await viewsOf(found.slice(0, PAGE), reader, deps);
  const isPlain = !state && !person && !days;
  const title = join(
    [
      say`${days || state ? words.foundTitle : which === 'past' ? words.pastTitle : words.sessionsTitle}`,
      ...(state ? [say`${reader.words.sessions.state[state]}`] : []),
      ...(person ? [say`${person.name}`] : []),
      ...(days ? [say`${daysInWords(days, reader)}`] : []),
    ],
    ' · ',
  );
  const none = isPlain ? (which === 'past' ? words.nonePast : words.none) : reader.words.sessions.noneSuch;
  const others = elsewhere(reader, filter);
  const { shown, turns } = pageOf(views.map(sessionLine), reader, {
    from,
    size: PAGE,
    hasMore: found.length > PAGE,
    beside: { title, actions: others },
    turn: (label, begin) =>
      button(label, 'tutoring-sessions', { ...keptOf(filter), from: String(begin), turn: 'page' }),
  });
  return {
    title,
    ...(views.length === 0 ? { text: none } : {}),
    sections: shown,
    actions: [...turns, ...others],
  };
}

function statesOf({ which, state, days }: AdminFilter): readonly SessionState[] {
  if (state) return [state];
  return days ? [...UPCOMING, ...PAST] : which === 'past' ? PAST : UPCOMING;
}

function instantsOf({ from, until }: DayRange, zone: string) {
  const midnight = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(zone).epochMilliseconds);
  const after = Temporal.PlainDate.from(until).add({ days: 1 });
  return { startsFrom: midnight(Temporal.PlainDate.from(from)), startsBefore: midnight(after) };
}

function daysInWords({ from, until }: DayRange, { locale }: Reader): string {
  return from === until ? onDay(from, locale) : `${onDay(from, locale)} – ${onDay(until, locale)}`;
}

function sessionLine(view: SessionView): Section {
  const { session, reader } = view;
  const { words } = reader;
  const tutor = session.tutor === undefined ? words.anyTutor : nameOf(view, session.tutor);
  const ratings = isOpen(session) ? [] : ratingFields(view, IN_A_LIST);
  return {
    title: words.tutoring.line(session.subject, learnersNamed(view), tutor),
    ...(ratings.length > 0 ? { fields: ratings } : {}),
    text: [...whenField(view).value, ...say` · ${words.sessions.state[standing(session, reader.person.id)]}`],
    actions: [opening(view), ...historyOfOwn(view)],
  };
}

/** Who is in it opens their own card, on which the history does not stand. */
function historyOfOwn({ session, reader }: SessionView): readonly Action[] {
  const isIn = participant(session, reader.person.id) !== undefined;
  return isIn ? [button(reader.words.buttons.wholeHistory, 'session-history', { session: session.id })] : [];
}

function elsewhere({ words: { buttons } }: Reader, filter: AdminFilter): readonly Action[] {
  const to = (label: string, input: Readonly<Record<string, string>>) =>
    button(label, 'tutoring-sessions', { ...input, turn: 'page' });
  return [
    button(buttons.filter, 'tutoring-filter', keptOf(filter)),
    filter.which === 'past' ? to(buttons.upcoming, { which: 'upcoming' }) : to(buttons.past, { which: 'past' }),
    button(buttons.status, 'tutoring', { turn: 'page' }),
    ...(filter.which === 'past' ? [] : [button(buttons.clearTheirDay, 'clear-day', { as: 'admin' })]),
  ];
}

function keptOf({ which, state, person, days }: AdminFilter): Readonly<Record<string, string>> {
  return {
    which,
    ...(state && { state }),
    ...(person && { person: person.id }),
    ...(days && { day: days.from === days.until ? days.from : `${days.from} - ${days.until}` }),
  };
}

function button(label: string, handler: string, input: Readonly<Record<string, string>> = {}): Action {
  return { kind: 'button', label, style: 'plain', target: { handler, input } };
}
