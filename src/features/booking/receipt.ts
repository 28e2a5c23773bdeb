import { nothing, notice } from '../../conversation/notice.ts';
import { livingCard } from '../cards/living-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';

/** To the learner: what they asked for, and later what became of it. */
export const receipt = notice({
  kind: 'receipt',
  data: nothing,
  isCard: true,
  render: (view: SessionView, { isShown }, deps: RenderDeps) => livingCard(view, isShown, deps),
});
