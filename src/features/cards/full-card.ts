import type { Field, Message } from '../../conversation/message.ts';
import { join, moment, say } from '../../conversation/say.ts';
import type { Stay } from '../../core/meeting/port.ts';
import { isLearner, isOpen } from '../../core/session/session.ts';
import { type Standing, standing } from '../../core/session/standing.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { learnersNamed, nameOf, type SessionView } from '../shared/reader.ts';
import { actionsFor, dangerLast, isPossibleForMe } from './actions.ts';
import { adminAnswers, decisions } from './admin-actions.ts';
import { openAims } from './aims.ts';
import { chronicle } from './chronicle.ts';
import { creditField } from './credit-field.ts';
import { feedbackCard } from './feedback-card.ts';
import { groupCard, isShownPublicly, placesField, signedUpField } from './group-card.ts';
import { claimFields, historyFields } from './history.ts';
import { isOnlyObserving, observerCard } from './observer-card.ts';
import { requestContext } from './request-context.ts';
import { meetingCard, outcomeCard, receiptCard, requestCard } from './session-card.ts';
import { meetingFields, noteField, reasonField, subjectField, whenField } from './session-fields.ts';

/** One session, as large as it gets, as the reader may see it. */
export async function fullCard(view: SessionView, deps: RenderDeps): Promise<Message> {
  const { session, reader } = view;
  if (isOnlyObserving(view) && !reader.isAdmin) return observerCard(view, deps);
  if (isOnlyObserving(view) || !isPossibleForMe(view, 'see')) return adminCard(view, deps);
  if (isShownPublicly(session, reader.person.id)) return groupCard(view, deps);
  switch (session.state) {
    case 'requested':
      return isLearner(session, reader.person.id)
        ? receiptCard(view, deps, await openAims(view, deps))
        : requestCard(view, await requestContext(view, deps));
    case 'confirmed':
    case 'started':
      return withField(meetingCard(view, deps), await creditField(view, deps));
    case 'ended':
    case 'declined':
    case 'expired':
    case 'cancelled':
      return withField(pastCard(view, await deps.store.stays(session.id), deps), await creditField(view, deps));
  }
}

function withField(card: Message, more: readonly Field[]): Message {
  return { ...card, fields: [...(card.fields ?? []), ...more] };
}

/** What is kept of a session that is over, and what can still be said of it. */
function pastCard(view: SessionView, stays: readonly Stay[], deps: RenderDeps): Message {
  const isAsked = HELD.includes(standing(view.session, view.reader.person.id));
  const card = isAsked ? feedbackCard(view, deps) : outcomeCard(view);
  const about = isAsked ? [subjectField(view), whenField(view)] : (card.fields ?? []);
  return { ...card, fields: [...about, ...historyFields(view, deps, stays)], actions: actionsFor(view, deps) };
}

/** Nobody has said otherwise. */
const HELD: readonly Standing[] = ['ended', 'took-place'];

/** A session of others, for an admin. */
async function adminCard(view: SessionView, deps: RenderDeps): Promise<Message> {
  const { session, reader } = view;
  const { words } = reader;
  const [stays, past, offer] = await Promise.all([
    deps.store.stays(session.id),
    chronicle(view, deps),
    session.tutor !== undefined && session.state === 'requested' ? deps.store.tutor(session.tutor) : undefined,
  ]);
  const tutor = session.tutor === undefined ? words.anyTutor : nameOf(view, session.tutor);
  const isOver = !isOpen(session);
  return {
    title: words.tutoring.line(session.subject, learnersNamed(view), tutor),
    text: say`${words.sessions.state[standing(session, reader.person.id)]}`,
    fields: [
      whenField(view),
      ...placesField(view),
      ...signedUpField(view),
      ...(isOver ? historyFields(view, deps, stays) : [...meetingFields(view, deps), ...noteField(view)]),
      ...claimFields(view),
      ...reasonField(view),
      ...seenField(view, stays),
    ],
    actions: dangerLast([
      ...decisions(view, { on: 'opened' }),
      ...adminAnswers(view, offer, deps, { on: 'opened' }),
      ...actionsFor(view, deps),
    ]),
    sections: [past],
  };
}

/** Whom the platform saw, under the names that they typed: a hint for admins, and no proof of who it was. */
function seenField({ reader }: SessionView, stays: readonly Stay[]): readonly Field[] {
  if (stays.length === 0) return [];
  const time = (at: Date | undefined) => (at ? [moment(at, reader.zone, 'time')] : say`?`);
  const lines = stays.map(({ name, joinedAt, leftAt }) => say`${name}: ${time(joinedAt)}–${time(leftAt)}`);
  return [{ name: reader.words.fields.seen, value: join(lines, '\n') }];
}
