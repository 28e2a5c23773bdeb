import { z } from 'zod';
import { notice } from '../../conversation/notice.ts';
import { isOn } from '../../core/session/session.ts';
import { inShort, news, wayIn } from '../cards/news.ts';
import { doerNamed, isTutorOf, nameOf, type SessionView } from '../shared/reader.ts';

/** To everybody but who said yes: it is going to take place. */
export const confirmed = notice({
  kind: 'confirmed',
  data: z.object({ at: z.number() }),
  render: async (view: SessionView, { data: { at }, isShown, card }) => {
    const { session, reader } = view;
    if (!isShown && !isOn(session)) return undefined;
    const { news: words } = reader.words;
    const who = doerNamed(view, session.confirmedBy ?? session.tutor);
    const what = inShort(view, new Date(at), session.confirmedBy);
    const isByTutor = (session.confirmedBy ?? session.tutor) === session.tutor;
    const line = () => {
      if (isByTutor) return words.confirmed(who, what);
      return isTutorOf(view)
        ? words.confirmedForYou(who, what)
        : words.confirmedFor(who, nameOf(view, session.tutor), what);
    };
    return news(view, line(), await card(), wayIn(view));
  },
});
