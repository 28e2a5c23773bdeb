import { z } from 'zod';
import { notice } from '../../conversation/notice.ts';
import { moment, say } from '../../conversation/say.ts';
import { isOpen } from '../../core/session/session.ts';
import { lapsesAt } from '../../core/session/times.ts';
import { isPossible, isPossibleForMe, offer, timesToAnswer } from '../cards/actions.ts';
import { inShort, news } from '../cards/news.ts';
import { timesInWords } from '../cards/session-fields.ts';
import { doerNamed, nameOf, type SessionView } from '../shared/reader.ts';

/** To the other side: other times, each of which is one press away. */
export const timesProposed = notice({
  kind: 'times-proposed',
  data: z.object({ by: z.string(), at: z.number(), times: z.array(z.number()) }),
  render: async (view: SessionView, { data: { by, at, times }, isShown, card }) => {
    const { session, reader } = view;
    const { propose: words } = reader.words;
    const isCurrent = session.proposal?.at.getTime() === at && isPossibleForMe(view, 'take-time');
    if (!isCurrent && !isShown) return undefined;
    const who = doerNamed(view, by);
    const what = inShort(view, undefined, by);
    if (!isCurrent) return news(view, words.over(who, what), await card());
    const said = timesInWords(
      times.map((time) => new Date(time)),
      reader,
    );
    const until = moment(lapsesAt(session) ?? new Date(at), reader.zone);
    return news(view, words.asked(who, what, said, until), await card(), timesToAnswer(view));
  },
});

/** To whoever suggested them: none of them works. */
export const timesRefused = notice({
  kind: 'times-refused',
  data: z.object({ by: z.string() }),
  render: async (view: SessionView, { data: { by }, card }) => {
    const line = view.reader.words.propose.refused(nameOf(view, by), inShort(view, undefined, by));
    return asBefore(view, line, await card());
  },
});

/** To both: nobody answered in time. */
export const timesLapsed = notice({
  kind: 'times-lapsed',
  data: z.object({ by: z.string() }),
  render: async (view: SessionView, { data: { by }, card }) => {
    const { reader } = view;
    const { propose: words } = reader.words;
    const line = by === reader.person.id ? words.lapsedMine(inShort(view)) : words.lapsed(inShort(view));
    return asBefore(view, line, await card());
  },
});

/** What stands now, and that there are other times still. */
function asBefore(view: SessionView, line: ReturnType<typeof say>, card: string | undefined) {
  const { propose: words, buttons } = view.reader.words;
  const stays = isOpen(view.session) ? say` ${words.staysAt}` : [];
  const more = isPossible(view, 'propose') ? say` ${words.tryAgain}` : [];
  return news(view, [...line, ...stays, ...more], card, offer(view, 'propose', buttons.propose));
}
