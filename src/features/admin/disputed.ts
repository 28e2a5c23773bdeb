import { nothing, notice } from '../../conversation/notice.ts';
import { isUndecided } from '../../core/session/session.ts';
import { disputedCard } from '../cards/moderation-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';

/** To the admins: tutor and learner say different things about whether it took place, or nothing at all. */
export const disputed = notice({
  kind: 'disputed',
  data: nothing,
  render: async (view: SessionView, { isShown }, deps: RenderDeps) =>
    isShown || isUndecided(view.session) ? disputedCard(view, await deps.store.stays(view.session.id)) : undefined,
});
