import { z } from 'zod';
import { notice } from '../../conversation/notice.ts';
import { LOW_RATING } from '../../core/limits.ts';
import { participant } from '../../core/session/session.ts';
import { opening } from '../cards/actions.ts';
import { ratingFields } from '../cards/history.ts';
import { whenField } from '../cards/session-fields.ts';
import { learnersNamed, nameOf, type SessionView } from '../shared/reader.ts';
import { stars } from '../shared/stars.ts';

/** To the admins: somebody was not content. What they think now, where they have changed their mind. */
export const lowRating = notice({
  kind: 'low-rating',
  data: z.object({ by: z.string() }),
  render: (view: SessionView, { data: { by }, isShown }) => {
    const { session, reader } = view;
    const rating = participant(session, by)?.rating;
    if (!isShown && (rating === undefined || rating > LOW_RATING)) return undefined;
    const { moderation, tutoring } = reader.words;
    return {
      title:
        rating === undefined
          ? moderation.lowRatingBack(nameOf(view, by))
          : moderation.lowRating(nameOf(view, by), stars(rating)),
      text: tutoring.line(session.subject, learnersNamed(view), nameOf(view, session.tutor)),
      fields: [whenField(view), ...ratingFields(view)],
      actions: [opening(view)],
    };
  },
});
