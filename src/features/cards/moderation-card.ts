import type { Message } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import { learnersNamed, nameOf, namesOf, type SessionView } from '../shared/reader.ts';
import { offer } from './actions.ts';
import { happened, subjectField, whenField } from './session-card.ts';

/** A request that nobody has answered, for the admins, who can nudge the tutor or confirm for them, to meet there. */
export function unansweredCard(view: SessionView, platform: string): Message {
  const { session, reader } = view;
  const words = reader.words;
  const asked = session.tutor === undefined ? session.candidates : [session.tutor];
  const tutors = say`${namesOf(view, asked)}`;
  const isWaiting = session.state === 'requested';
  const version = String(session.version);
  const confirmFor = words.buttons.confirmFor(nameOf(view, session.tutor));
  return {
    title: words.moderation.unanswered(tutors, learnersNamed(view)),
    text: isWaiting
      ? words.moderation.sinceWhen(moment(session.requestedAt, reader.zone, 'relative'))
      : say`${words.moderation.answered} ${happened(view)}`,
    fields: [subjectField(view), whenField(view)],
    actions: [
      ...offer(view, 'nudge', words.buttons.nudge, 'primary'),
      ...offer(view, 'confirm', confirmFor, 'plain', { version, platform }),
      ...offer(view, 'decline', words.buttons.decline, 'danger', { version }),
    ],
  };
}
