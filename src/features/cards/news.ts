import type { Action, Message, Text } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import { isOn } from '../../core/session/session.ts';
import { nameOf, otherOf, type SessionView } from '../shared/reader.ts';
import { button, isPossible, opening } from './actions.ts';

/**
 * A short message beside the card, for those who have to know now: what happened, in one line, with the way to the card
 * and, as long as there is something to enter, the way in.
 */
export function news(
  view: SessionView,
  text: Text,
  card: string | undefined,
  actions: readonly Action[] = [],
): Message {
  const { buttons } = view.reader.words;
  const open: Action = { kind: 'link', label: buttons.open, url: card ?? '', style: 'plain' };
  return { text, actions: [...actions, ...(card === undefined ? [opening(view)] : [open])] };
}

/** Join, from when there is a room until it is over. */
export function wayIn(view: SessionView): readonly Action[] {
  const { session, now, reader } = view;
  const isOpenOrOpens = isOn(session) && session.meeting && (now < session.startsAt || isPossible(view, 'join'));
  return isOpenOrOpens ? [button(view, 'join', reader.words.buttons.join, 'primary')] : [];
}

/** The reason that somebody gave, on a line of its own. */
export function whySaid(reason: string, { reader }: SessionView): Text {
  return reason === '' ? [] : say`\n${reader.words.fields.reason}: ${reason}`;
}

/** "Algebra with Theo Park, Fri 27 Nov 17:00". Who did it needs not be named twice. */
export function inShort(view: SessionView, at: Date = view.session.startsAt, by?: string): Text {
  const { session, reader } = view;
  const when = moment(at, reader.zone);
  const other = otherOf(view);
  return other === (by === undefined ? undefined : nameOf(view, by))
    ? say`${session.subject}, ${when}`
    : reader.words.news.session(session.subject, other, when);
}
