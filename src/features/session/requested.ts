import { nothing, notice } from '../../conversation/notice.ts';
import { moment } from '../../conversation/say.ts';
import { isPossibleForMe } from '../cards/actions.ts';
import { livingCard } from '../cards/living-card.ts';
import { news } from '../cards/news.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { learnersNamed, type SessionView } from '../shared/reader.ts';

/** To the tutor, or to all who were asked: a request to answer. */
export const request = notice({
  kind: 'request',
  data: nothing,
  isCard: true,
  render: (view: SessionView, { isShown }, deps: RenderDeps) => livingCard(view, isShown, deps),
});

/** The same once more: somebody waits for the answer. */
export const nudge = notice({
  kind: 'nudge',
  data: nothing,
  render: async (view: SessionView, { isShown, card }) => {
    const isWaiting = isPossibleForMe(view, 'confirm');
    if (!isWaiting && !isShown) return undefined;
    const learner = learnersNamed(view);
    const { startsAt, subject } = view.session;
    const line = view.reader.words.news.waiting(learner, subject, moment(startsAt, view.reader.zone));
    return isWaiting ? news(view, line, await card()) : { text: line };
  },
});
