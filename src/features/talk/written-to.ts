import { askedIn } from '../../core/session/session.ts';
import { otherOf, type SessionView } from '../shared/reader.ts';

/** Who gets what the reader writes: the other side, or the tutors who were asked, whose names are nobody's to know. */
export function writtenTo(view: SessionView): string {
  return askedIn(view.session).length > 0 ? view.reader.words.talk.theAsked : otherOf(view);
}
