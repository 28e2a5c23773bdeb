import { nothing, notice } from '../../conversation/notice.ts';
import { requestContext } from '../cards/request-context.ts';
import { outcomeCard, requestCard } from '../cards/session-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { learnersNamed, type SessionView } from '../shared/reader.ts';

/** To the tutor, or to all who were asked: a request to answer. */
export const request = notice({
  kind: 'request',
  data: nothing,
  render: async (view: SessionView, { isShown }, deps: RenderDeps) => {
    if (view.session.state !== 'requested') return isShown ? outcomeCard(view) : undefined;
    return requestCard(view, await requestContext(view, deps));
  },
});

/** The same once more: somebody waits for the answer. */
export const nudge = notice({
  kind: 'nudge',
  data: nothing,
  render: async (view: SessionView, { isShown }, deps: RenderDeps) => {
    if (view.session.state !== 'requested') return isShown ? outcomeCard(view) : undefined;
    const card = requestCard(view, await requestContext(view, deps));
    return { ...card, title: view.reader.words.nudge.title(learnersNamed(view)) };
  },
});
