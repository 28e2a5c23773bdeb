import type { Message, Section, Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { observedBy, participant } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import type { Deps } from '../shared/deps.ts';
import { nameOf, namesOf, type SessionView } from '../shared/reader.ts';
import { actionsFor, opening } from './actions.ts';
import { happened } from './happened.ts';
import { reasonField, whenField, whenFields } from './session-fields.ts';

/** Whether the reader sees it for the sake of somebody else alone. */
export function isOnlyObserving({ session, reader }: SessionView): boolean {
  const me = reader.person.id;
  const isOfIt = participant(session, me) !== undefined || session.candidates.includes(me);
  return !isOfIt && observedBy(session, me).length > 0;
}

/** A session of a learner whom the reader observes: what it is, when, and how it stands. The way in is its people's alone. */
export function observerCard(view: SessionView, deps: Pick<Deps, 'platforms'>): Message {
  return {
    title: lineOf(view),
    text: happened(view),
    fields: [...whenFields(view), ...reasonField(view)],
    actions: actionsFor(view, deps),
  };
}

/** The same as one entry of a list. */
export function observerSection(view: SessionView): Section {
  const { session, reader } = view;
  const learner = observedBy(session, reader.person.id)[0] ?? reader.person.id;
  return {
    title: lineOf(view),
    text: [...whenField(view).value, ...say` · ${reader.words.sessions.state[standing(session, learner)]}`],
    actions: [opening(view)],
  };
}

/** Of a group nobody but those whom the reader observes is named. */
function lineOf(view: SessionView): Text {
  const { session, reader } = view;
  const tutor = session.tutor === undefined ? reader.words.anyTutor : nameOf(view, session.tutor);
  return reader.words.tutoring.line(session.subject, namesOf(view, observedBy(session, reader.person.id)), tutor);
}
