import type { Text } from '../../conversation/message.ts';
import { say } from '../../conversation/say.ts';
import { isGroup } from '../../core/groups/group.ts';
import { learners, participant } from '../../core/session/session.ts';
import { standing } from '../../core/session/standing.ts';
import { doerNamed, nameOf, namesOf, type SessionView } from '../shared/reader.ts';

/** One sentence on what happened, as the reader sees it: a participant or an admin. */
export function happened(view: SessionView): Text {
  const { session, reader } = view;
  const words = reader.words.happened;
  const me = reader.person.id;
  const closer = doerNamed(view, session.closedBy);
  const isIn = participant(session, me) !== undefined;
  const where = standing(session, me);
  switch (where) {
    case 'requested':
      return say`${reader.words.sessions.state.requested}`;
    case 'confirmed':
      return whoConfirmed(view);
    case 'declined':
      return session.closedBy === me ? words.declinedByYou : words.declinedBy(closer);
    case 'cancelled':
      if (session.closedBy === 'clock') return reader.words.group.tooFew;
      return [
        ...(session.closedBy === me ? words.cancelledByYou : words.cancelledBy(closer)),
        ...(session.cancelledLate ? say` ${words.late}` : []),
      ];
    case 'expired':
      return words.expired;
    case 'ended':
      return whoEnded(view);
    case 'disputed':
      if (isIn && learners(session).length > 1) return reader.words.group.disputed;
      return isIn ? words.disputed : say`${reader.words.sessions.state.disputed}`;
    case 'started':
    case 'took-place':
    case 'unknown':
      return isIn ? words[where] : say`${reader.words.sessions.state[where]}`;
    case 'learner-missing':
      return words[where](missingNamed(view));
    case 'tutor-missing':
      return words[where](nameOf(view, session.tutor));
  }
}

/** Who said yes. Of what was confirmed before that was remembered, it was the tutor. */
export function whoConfirmed(view: SessionView): Text {
  const { session, reader } = view;
  const { happened: words } = reader.words;
  const { tutor, confirmedBy = tutor } = session;
  if (isGroup(session)) {
    const { group } = reader.words;
    return confirmedBy === reader.person.id ? group.openedByYou : group.openedBy(doerNamed(view, confirmedBy));
  }
  if (confirmedBy === reader.person.id) return words.confirmedByYou;
  if (confirmedBy === tutor) return words.confirmedBy(nameOf(view, tutor));
  const who = doerNamed(view, confirmedBy);
  return tutor === reader.person.id ? words.confirmedForYou(who) : words.confirmedFor(who, nameOf(view, tutor));
}

function whoEnded(view: SessionView): Text {
  const { closedBy } = view.session;
  const { happened: words } = view.reader.words;
  if (closedBy === undefined || closedBy === 'clock' || closedBy === 'webhook') return words.ended;
  return closedBy === view.reader.person.id ? words.endedByYou : words.endedBy(doerNamed(view, closedBy));
}

/** To a learner only they themselves: who else was missing is the tutor's to know. */
function missingNamed(view: SessionView): string {
  const me = view.reader.person.id;
  const missing = learners(view.session).filter((one) => one.outcome === 'learner-missing');
  const mine = missing.filter((one) => one.person === me);
  return namesOf(
    view,
    (mine.length > 0 ? mine : missing).map((one) => one.person),
  );
}
