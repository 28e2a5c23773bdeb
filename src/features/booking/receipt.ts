import { nothing, notice } from '../../conversation/notice.ts';
import { receiptCard } from '../cards/session-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';

/** To the learner: what they asked for, and later what became of it. */
export const receipt = notice({
  kind: 'receipt',
  data: nothing,
  render: (view: SessionView, _told, deps: RenderDeps) => receiptCard(view, deps),
});
