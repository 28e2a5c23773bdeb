import { z } from 'zod';
import { notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import { happened } from '../cards/happened.ts';
import { inShort, news } from '../cards/news.ts';
import { doerNamed, type SessionView } from '../shared/reader.ts';

/** To everybody whom it concerns: an admin has said what became of it. */
export const decided = notice({
  kind: 'decided',
  data: z.object({ by: z.string(), name: z.string() }),
  render: async (view: SessionView, { data: { by, name }, card }) => {
    const line = view.reader.words.dispute.news(doerNamed(view, by, name), inShort(view));
    return news(view, say`${line} ${happened(view)}`, await card());
  },
});
