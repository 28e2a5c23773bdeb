import { nothing, notice } from '../../conversation/notice.ts';
import { participant } from '../../core/session/session.ts';
import { feedbackCard } from '../cards/feedback-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { otherOf, type SessionView } from '../shared/reader.ts';

/** To everybody, after the session: how was it? */
export const feedback = notice({
  kind: 'feedback',
  data: nothing,
  render: (view: SessionView, _told, deps: RenderDeps) => feedbackCard(view, deps),
});

/** To those who have said nothing, a day later. */
export const rateNudge = notice({
  kind: 'rate-nudge',
  data: nothing,
  render: (view: SessionView, { isShown }, deps: RenderDeps) => {
    const { session, reader } = view;
    if (!isShown && participant(session, reader.person.id)?.claim !== undefined) return undefined;
    return { ...feedbackCard(view, deps), title: reader.words.feedback.nudgeTitle(otherOf(view)) };
  },
});
