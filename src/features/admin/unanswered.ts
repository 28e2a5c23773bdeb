import { nothing, notice } from '../../conversation/notice.ts';
import { unansweredCard } from '../cards/moderation-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';

/** To the admins: a request that nobody has answered. */
export const unanswered = notice({
  kind: 'unanswered',
  data: nothing,
  render: async (view: SessionView, { isShown }, deps: RenderDeps) => {
    const { state, tutor } = view.session;
    if (!isShown && state !== 'requested') return undefined;
    return unansweredCard(view, tutor === undefined ? undefined : await deps.store.tutor(tutor), deps);
  },
});
