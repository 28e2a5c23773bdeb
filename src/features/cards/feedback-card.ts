import type { Field, Message } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { type Participant, participant, type Session } from '../../core/session/session.ts';
import type { Deps } from '../shared/deps.ts';
import { otherOf, type SessionView } from '../shared/reader.ts';
import { actionsFor, isPossible } from './actions.ts';

/** The question after a session, and the thanks when it has been answered. */
export function feedbackCard(view: SessionView, deps: Pick<Deps, 'platforms'>): Message {
  const { session, reader } = view;
  const words = reader.words.feedback;
  const me = participant(session, reader.person.id);
  const isTutor = me?.role === 'tutor';
  const title = isTutor ? words.titleTutor(otherOf(view)) : words.titleLearner(otherOf(view));
  const actions = actionsFor(view, deps);
  const notes = notesField(view, session);
  if (!isPossible(view, 'rate')) return { title, text: words.closed, fields: notes, actions };
  if (me?.claim === undefined) {
    return { title, text: isTutor ? say`${words.ask} ${words.askTutor}` : words.ask, fields: notes, actions };
  }
  return { title, text: say`${whatISaid(me, view)} ${words.thanks}`, fields: notes, actions };
}

function whatISaid(me: Participant, view: SessionView) {
  const words = view.reader.words.feedback;
  if (me.claim !== 'took-place') return words.youSaidNotHeld;
  return me.rating === undefined ? words.youSaidItTookPlace : words.youSaid('★'.repeat(me.rating));
}

/** The tutor's notes are for both. */
function notesField(view: SessionView, session: Session): readonly Field[] {
  const notes = session.tutorNotes ?? '';
  return notes === '' ? [] : [{ name: view.reader.words.fields.notes, value: say`${notes}` }];
}
