import { nothing, notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import { actionsFor } from '../cards/actions.ts';
import { outcomeCard } from '../cards/session-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { nameOf, type SessionView } from '../shared/reader.ts';

/** To the learner: no tutor takes it. */
export const declined = notice({
  kind: 'declined',
  data: nothing,
  render: (view: SessionView, _told, deps: RenderDeps) => {
    const { declined: words } = view.reader.words;
    const { tutor } = view.session;
    const title = tutor === undefined ? say`${words.titleAny}` : words.title(nameOf(view, tutor));
    return { ...outcomeCard(view), title, text: words.next, actions: actionsFor(view, deps) };
  },
});

/** To the learner: nobody answered in time. */
export const expired = notice({
  kind: 'expired',
  data: nothing,
  render: (view: SessionView, _told, deps: RenderDeps) => {
    const { title, text } = view.reader.words.expired;
    return { ...outcomeCard(view), title: say`${title}`, text, actions: actionsFor(view, deps) };
  },
});

/** To everybody but who did it: the session was called off. */
export const cancelled = notice({
  kind: 'cancelled',
  data: nothing,
  render: (view: SessionView, _told, deps: RenderDeps) => {
    const title = view.reader.words.cancelled.title(nameOf(view, view.session.closedBy));
    return { ...outcomeCard(view), title, actions: actionsFor(view, deps) };
  },
});
