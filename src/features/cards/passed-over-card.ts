import type { Message } from '../../conversation/message.ts';
import { isGroup } from '../../core/groups/group.ts';
import type { Deps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';
import { groupCard } from './group-card.ts';
import { inShort } from './news.ts';

/** What stays of a request on the card of somebody who was asked, once the session is not theirs to see; of a group session what everybody sees. */
export function passedOverCard(view: SessionView, isCard: boolean, deps: Pick<Deps, 'platforms'>): Message {
  const { session, reader } = view;
  // Their card says it all: a second one beside it, on every message there was, would say nothing more.
  if (isGroup(session)) return isCard ? groupCard(view, deps) : { text: reader.words.group.notInThat(inShort(view)) };
  const words = reader.words.request;
  const isLeftToThem = session.candidates.includes(reader.person.id);
  // A handover counts up which meeting is wanted: then others are asked, whoever was asked before.
  const wasHandedOver = session.meetingAttempt > 1;
  const why = session.tutor === undefined ? words.gone : words.taken;
  const text = isLeftToThem || wasHandedOver || session.tutor !== undefined ? why : words.youDeclined;
  return { title: words.titleGone(session.subject), text };
}
