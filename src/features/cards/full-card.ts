import type { Field, Message } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import type { Stay } from '../../core/meeting/port.ts';
import { isLearner } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { learnersNamed, nameOf, type SessionView } from '../shared/reader.ts';
import { actionsFor, isPossibleForMe } from './actions.ts';
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
export async function fullCard(view: SessionView, deps: RenderDeps): Promise<Message> {
  const { session, reader } = view;
  if (!isPossibleForMe(view, 'see')) return adminCard(view, await deps.store.stays(session.id), deps);
  switch (standing(session, reader.person.id)) {
    case 'requested':
      return isLearner(session, reader.person.id)
        ? receiptCard(view, deps)
        : requestCard(view, await requestContext(view, deps));
    case 'confirmed':
    case 'started':
      return meetingCard(view, deps);
    case 'ended':
    case 'took-place':
      return feedbackCard(view, deps);
    case 'declined':
    case 'expired':
    case 'cancelled':
    case 'learner-missing':
    case 'tutor-missing':
    case 'disputed':
    case 'unknown':
      return { ...outcomeCard(view), actions: actionsFor(view, deps) };
  }
}

/** A session of others, for an admin. */
function adminCard(view: SessionView, stays: readonly Stay[], deps: RenderDeps): Message {
  const { session, reader } = view;
  const { words } = reader;
  const tutor = session.tutor === undefined ? words.anyTutor : nameOf(view, session.tutor);
  return {
    title: words.tutoring.line(session.subject, learnersNamed(view), tutor),
    text: say`${words.sessions.state[standing(session, reader.person.id)]}`,
    fields: [
      whenField(view),
      ...meetingFields(view, deps),
      ...noteField(view),
      ...reasonField(view),
      ...seenField(view, stays),
    ],
    actions: actionsFor(view, deps),
  };
}

/** Whom the platform saw, under the names that they typed: a hint for admins, and no proof of who it was. */
function seenField({ reader }: SessionView, stays: readonly Stay[]): readonly Field[] {
  if (stays.length === 0) return [];
  const time = (at: Date | undefined) => (at ? [moment(at, reader.zone, 'time')] : say`?`);
  const lines = stays.map(({ name, joinedAt, leftAt }) => say`${name}: ${time(joinedAt)}–${time(leftAt)}`);
  return [{ name: reader.words.fields.seen, value: join(lines, '\n') }];
}
