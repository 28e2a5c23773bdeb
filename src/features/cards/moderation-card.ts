import type { Message } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import { isDisputed } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import { learnersNamed, nameOf, namesOf, type SessionView } from '../shared/reader.ts';
import { offer } from './actions.ts';
import { decisions } from './admin-actions.ts';
import { happened } from './happened.ts';
import { claimFields } from './history.ts';
import { subjectField, whenField } from './session-fields.ts';

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

/** A session on which two do not agree, for the admins, who say what is true. */
export function disputedCard(view: SessionView): Message {
  const { session, reader } = view;
  const { dispute, sessions } = reader.words;
  const isOpen = isDisputed(session);
  return {
    title: dispute.title(session.subject, learnersNamed(view), nameOf(view, session.tutor)),
    text: isOpen ? dispute.text : dispute.decided(sessions.state[standing(session, reader.person.id)]),
    fields: [whenField(view), ...claimFields(view)],
    actions: decisions(view),
  };
}
