import { nothing, notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import { isOn } from '../../core/session/session.ts';
import { offer } from '../cards/actions.ts';
import { inShort, news } from '../cards/news.ts';
import type { SessionView } from '../shared/reader.ts';

/** No platform works: the tutor is asked for a link of their own. */
export const linkWanted = notice({
  kind: 'link-wanted',
  data: nothing,
  render: async (view: SessionView, { isShown, card }) => {
    const { session, reader } = view;
    const { ownLink, buttons } = reader.words;
    if (session.meeting || !isOn(session))
      return isShown ? news(view, ownLink.wasWanted(inShort(view)), await card()) : undefined;
    const actions = [
      ...offer(view, 'own-link', buttons.giveLink, 'primary'),
      ...offer(view, 'make-again', buttons.tryAgain),
    ];
    return { ...news(view, ownLink.wanted(inShort(view)), await card(), actions), title: say`${ownLink.wantedTitle}` };
  },
});
