import type { Action, Section, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { isOpen, type SessionState } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import { actionsFor, dangerLast, isPossible, isPossibleForMe, opening } from '../cards/actions.ts';
import { historyInList } from '../cards/history.ts';
import { meetingFields, whenField } from '../cards/session-fields.ts';
import type { Deps } from '../shared/deps.ts';
import { placeName } from '../shared/platform-name.ts';
import { otherOf, type SessionView } from '../shared/reader.ts';

export const UPCOMING: readonly SessionState[] = ['requested', 'confirmed', 'started'];
export const PAST: readonly SessionState[] = ['ended', 'declined', 'expired', 'cancelled'];

/** A session as one entry of a list, with the buttons that are possible now. */
export function sessionSection(view: SessionView, deps: Deps): Section {
  const { session, reader } = view;
  const words = reader.words.sessions;
  const waitsForMe = isPossibleForMe(view, 'decline');
  const state = waitsForMe ? words.waitsForYou : words.state[standing(session, reader.person.id)];
  const link = isPossible(view, 'join') ? meetingFields(view, deps) : [];
  const fields = isOpen(session) ? link : historyInList(view, deps);
  return {
    title: words.line(session.subject, say`${otherOf(view)}`),
    text: [
      ...whenField(view).value,
      ...say` · ${state}`,
      ...placeInSeries(view),
      ...(fields.length > 0 ? [] : placeIn(view, deps)),
    ],
    ...(fields.length > 0 ? { fields } : {}),
    actions: possibleNow(view, deps),
  };
}

/** "5 of 10". */
function placeInSeries({ session, reader }: SessionView): Text {
  const { series } = session;
  return series ? say` · ${{ kind: 'plain', text: reader.words.series.nth(series.ordinal, series.size) }}` : [];
}

/** Where they meet, as long as it is too early for the link. */
function placeIn(view: SessionView, deps: Deps): Text {
  const { session } = view;
  const { meeting } = session;
  return meeting && isOpen(session) ? say` · ${placeName(view, meeting, deps)}` : [];
}

function possibleNow(view: SessionView, deps: Deps): readonly Action[] {
  const others = actionsFor(view, deps).filter(
    // Menus, and what stands in them, are on the card itself; and Join only where it works.
    (action) =>
      action.kind === 'button' &&
      (action.target.handler !== 'join' || isPossible(view, 'join')) &&
      !ELSEWHERE.includes(action.target.handler),
  );
  return dangerLast([...others, ...allOfSeries(view), opening(view)]);
}

/** What answers all of it. */
export function allOfSeries({ session, reader }: SessionView): readonly Action[] {
  const { series } = session;
  if (!series) return [];
  const target = { handler: 'series', input: { series: series.id } };
  return [{ kind: 'button', label: reader.words.buttons.seriesDates, style: 'plain', target }];
}

const ELSEWHERE: readonly string[] = [
  'series',
  'repeat',
  'move-rest',
  'tutors',
  'book',
  'new-link',
  'propose',
  'hand-over',
  'move',
  'record',
  'read-note',
];
