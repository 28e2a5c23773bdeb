import { nothing, notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import { isOn } from '../../core/session/session.ts';
import { offer } from '../cards/actions.ts';
import { meetingCard, whenField } from '../cards/session-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';

/** No platform works: the tutor is asked for a link of their own. */
export const linkWanted = notice({
  kind: 'link-wanted',
  data: nothing,
  render: (view: SessionView, { isShown }, deps: RenderDeps) => {
    const { session, reader } = view;
    if (session.meeting || !isOn(session)) return isShown ? meetingCard(view, deps) : undefined;
    const { ownLink, buttons } = reader.words;
    return {
      title: say`${ownLink.wantedTitle}`,
      text: ownLink.wanted(session.subject),
      fields: [whenField(view)],
      actions: [
        ...offer(view, 'own-link', buttons.giveLink, 'primary'),
        ...offer(view, 'make-again', buttons.tryAgain),
        ...offer(view, 'cancel', buttons.cancel, 'danger'),
      ],
    };
  },
});
