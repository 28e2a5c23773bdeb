import type { Message } from '../../conversation/message.ts';
import { moment, say } from '../../conversation/say.ts';
import type { Stay } from '../../core/meeting/port.ts';
import type { Tutor } from '../../core/people/person.ts';
import { isUndecided, learners } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import type { Deps } from '../shared/deps.ts';
import { learnersNamed, nameOf, namesOf, type SessionView } from '../shared/reader.ts';
import { dangerLast, handToLabel, offer } from './actions.ts';
import { adminAnswers, decisions } from './admin-actions.ts';
import { happened } from './happened.ts';
import { cameField, claimFields } from './history.ts';
import { subjectField, whenField } from './session-fields.ts';

/** A request that nobody has answered, for the admins: they answer for the tutor, or say which tutor it is for. */
export function unansweredCard(view: SessionView, offered: Tutor | undefined, deps: Pick<Deps, 'platforms'>): Message {
  const { session, reader } = view;
  const words = reader.words;
  const asked = session.tutor === undefined ? session.candidates : [session.tutor];
  const tutors = say`${namesOf(view, asked)}`;
  const isWaiting = session.state === 'requested';
  return {
    title: words.moderation.unanswered(tutors, learnersNamed(view)),
    text: isWaiting
      ? words.moderation.sinceWhen(moment(session.requestedAt, reader.zone, 'relative'))
      : say`${words.moderation.answered} ${happened(view)}`,
    fields: [subjectField(view), whenField(view)],
    actions: isWaiting
      ? dangerLast([
          ...offer(view, 'nudge', words.buttons.nudge, 'primary'),
          ...adminAnswers(view, offered, deps),
          ...offer(view, 'hand-to', handToLabel(view)),
        ])
      : [],
  };
}

/** A session of which nobody knows what became, or on which two do not agree: for the admins, who say what is true. */
export function disputedCard(view: SessionView, stays: readonly Stay[]): Message {
  const { session, reader } = view;
  const { dispute, sessions } = reader.words;
  const [learner, tutor] = [learnersNamed(view), nameOf(view, session.tutor)];
  const isDisputed = learners(session).some(({ outcome }) => outcome === 'disputed');
  const isSilent = !isDisputed && (isUndecided(session) || session.participants.every(({ claim }) => !claim));
  const open = isDisputed ? dispute.text : dispute.silentText;
  return {
    title: isSilent
      ? dispute.silentTitle(session.subject, learner, tutor)
      : dispute.title(session.subject, learner, tutor),
    text: isUndecided(session) ? open : dispute.decided(sessions.state[standing(session, reader.person.id)]),
    fields: [whenField(view), ...claimFields(view), cameField(view, stays)],
    actions: decisions(view),
  };
}
