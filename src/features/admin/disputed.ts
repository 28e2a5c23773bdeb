import { nothing, notice } from '../../conversation/notice.ts';
import { isDisputed } from '../../core/session/session.ts';
import { disputedCard } from '../cards/moderation-card.ts';
import type { SessionView } from '../shared/reader.ts';

/** To the admins: tutor and learner say different things about whether it took place. */
export const disputed = notice({
  kind: 'disputed',
  data: nothing,
  render: (view: SessionView, { isShown }) => (isShown || isDisputed(view.session) ? disputedCard(view) : undefined),
});
