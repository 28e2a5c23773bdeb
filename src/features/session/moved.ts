import { z } from 'zod';
import { notice } from '../../conversation/notice.ts';
import { moment } from '../../conversation/say.ts';
import { isOpen } from '../../core/session/session.ts';
import { inShort, news, wayIn, whySaid } from '../cards/news.ts';
import { doerNamed, type SessionView } from '../shared/reader.ts';

/** To everybody but who did it: the session is at another time. */
export const moved = notice({
  kind: 'moved',
  data: z.object({
    from: z.number(),
    to: z.number().optional(),
    by: z.string().optional(),
    isTaken: z.boolean().optional(),
    reason: z.string().optional(),
  }),
  render: async (view: SessionView, { data: { from, to, by, isTaken, reason = '' }, isShown, card }) => {
    const { session, reader } = view;
    if (!isShown && !isOpen(session)) return undefined;
    const { news: words } = reader.words;
    const what = inShort(view, to === undefined ? session.startsAt : new Date(to), by);
    const was = moment(new Date(from), reader.zone);
    if (by !== undefined && isTaken)
      return news(view, words.timeTaken(doerNamed(view, by), what, was), await card(), wayIn(view));
    const line = by === undefined ? words.movedBySomebody(what, was) : words.moved(doerNamed(view, by), what, was);
    return news(view, [...line, ...whySaid(reason, view)], await card(), wayIn(view));
  },
});
