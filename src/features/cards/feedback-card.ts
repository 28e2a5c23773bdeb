import type { Field, Message, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { isGroup } from '../../core/groups/group.ts';
import { participant, type Session } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import type { Deps } from '../shared/deps.ts';
import { otherOf, type SessionView } from '../shared/reader.ts';
import { stars } from '../shared/stars.ts';
import { actionsFor, isPossible } from './actions.ts';
import { happened } from './happened.ts';
import { learnerNotes, sharedComments } from './history.ts';
import { subjectField, whenField } from './session-fields.ts';

/** The question after a session, and the thanks when it has been answered. */
export function feedbackCard(view: SessionView, deps: Pick<Deps, 'platforms'>): Message {
  const { session, reader } = view;
  const words = reader.words.feedback;
  const isTutor = session.tutor === reader.person.id;
  return {
    title: isTutor ? words.titleTutor(otherOf(view)) : words.titleLearner(otherOf(view)),
    text: feedbackText(view),
    fields: [
      subjectField(view),
      whenField(view),
      ...notesField(view, session),
      ...learnerNotes(view),
      ...sharedComments(view),
    ],
    actions: actionsFor(view, deps),
  };
}

/** What the reader is asked, or has said; of a dispute what happens now. */
export function feedbackText(view: SessionView): Text {
  const { session, reader } = view;
  const words = reader.words.feedback;
  const me = participant(session, reader.person.id);
  if (standing(session, reader.person.id) === 'disputed') return happened(view);
  const said = me?.claim === undefined ? undefined : whatWasSaid(view);
  if (!isPossible(view, 'rate')) return said ? say`${said} ${words.closed}` : words.closed;
  if (said) return say`${said} ${words.thanks}`;
  if (me?.role !== 'tutor') return words.ask;
  return isGroup(session) ? reader.words.group.askTutor : words.askTutor;
}

/** What the reader said of the session. */
export function whatWasSaid(view: SessionView): Text {
  const words = view.reader.words.feedback;
  const me = participant(view.session, view.reader.person.id);
  if (me?.claim !== 'took-place') return words.youSaidNotHeld;
  return me.rating === undefined ? words.youSaidItTookPlace : words.youSaid(stars(me.rating));
}

/** The tutor's notes are for both. */
function notesField(view: SessionView, session: Session): readonly Field[] {
  const notes = session.tutorNotes ?? '';
  return notes === '' ? [] : [{ name: view.reader.words.fields.notes, value: say`${notes}` }];
}
