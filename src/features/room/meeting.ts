import { z } from 'zod';
import { nothing, notice } from '../../conversation/notice.ts';
import { livingCard } from '../cards/living-card.ts';
import { inShort, news, wayIn } from '../cards/news.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { placeName, platformName } from '../shared/platform-name.ts';
import { doerNamed, type SessionView } from '../shared/reader.ts';

/** To everybody of a session that starts at once: their card. */
export const meeting = notice({
  kind: 'meeting',
  data: nothing,
  isCard: true,
  render: (view: SessionView, { isShown }, deps: RenderDeps) => livingCard(view, isShown, deps),
});

/** To everybody but who asked for it: there is a link, or another one than before. */
export const link = notice({
  kind: 'link',
  data: z.object({ by: z.string(), name: z.string().optional(), at: z.number(), was: z.string().optional() }),
  render: async (view: SessionView, { data: { by, name, at, was }, isShown, card }, deps: RenderDeps) => {
    const { session, reader } = view;
    const { news: words } = reader.words;
    if (!isShown && !session.meeting) return undefined;
    const what = inShort(view, new Date(at), by);
    const before = was === undefined ? undefined : platformName(was, reader.words, deps);
    const now = session.meeting && placeName(view, session.meeting, deps);
    const line = () => {
      if (by === 'webhook') return words.linkAfterDeleted(before ?? reader.words.somewhere, what);
      if (by === 'tutorline') return before === undefined ? words.linkIsThere(what) : words.linkChanged(what);
      if (before === undefined || now === undefined || now === before)
        return words.newLink(doerNamed(view, by, name), what);
      return words.newPlace(doerNamed(view, by, name), what, now, before);
    };
    return news(view, line(), await card(), wayIn(view));
  },
});
