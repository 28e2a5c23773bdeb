import { z } from 'zod';
import { notice } from '../../conversation/notice.ts';
import { isOpen } from '../../core/session/session.ts';
import { movedCard } from '../cards/session-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';

/** To everybody: the session is at another time. */
export const moved = notice({
  kind: 'moved',
  data: z.object({ from: z.number() }),
  render: (view: SessionView, { data, isShown }, deps: RenderDeps) =>
    isShown || isOpen(view.session) ? movedCard(view, deps, new Date(data.from)) : undefined,
});
