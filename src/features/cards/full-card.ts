import type { Message } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { learnerOf, partiesOf } from '../../core/session.ts';
import type { Deps } from '../deps.ts';
import { nameOf, type SessionView } from '../reader.ts';
import { actionsFor } from './actions.ts';
import { feedbackCard } from './feedback-card.ts';
import { requestContext } from './request-context.ts';
import {
  meetingCard,
  meetingFields,
  noteField,
  outcomeCard,
  reasonField,
  receiptCard,
  requestCard,
  whenField,
} from './session-card.ts';

/** One session, as large as it gets, as the reader may see it. */
export async function fullCard(view: SessionView, deps: Deps): Promise<Message> {
  const { session, reader } = view;
  const parties = partiesOf(session, reader.person.id, false);
  if (parties.length === 0 && reader.isAdmin) return adminCard(view, deps);
  switch (session.state) {
    case 'requested':
      return parties.includes('learner')
        ? receiptCard(view, deps)
        : requestCard(view, await requestContext(view, deps));
    case 'confirmed':
    case 'started':
      return meetingCard(view, deps);
    case 'ended':
    case 'completed':
      return feedbackCard(view, deps);
    case 'declined':
    case 'expired':
    case 'cancelled':
    case 'learner-no-show':
    case 'tutor-no-show':
    case 'disputed':
    case 'unknown':
      return { ...outcomeCard(view), actions: actionsFor(view, deps) };
  }
}

/** A session of others, for an admin. */
function adminCard(view: SessionView, deps: Deps): Message {
  const { session, reader } = view;
  const { words } = reader;
  const tutor = session.tutor === undefined ? words.anyTutor : nameOf(view, session.tutor);
  return {
    title: words.tutoring.line(session.subject, nameOf(view, learnerOf(session)), tutor),
    text: say`${words.sessions.state[session.state]}`,
    fields: [whenField(view), ...meetingFields(view, deps), ...noteField(view), ...reasonField(view)],
    actions: actionsFor(view, deps),
  };
}
