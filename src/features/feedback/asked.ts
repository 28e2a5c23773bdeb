import type { Message, Text } from '../../conversation/message.ts';
import { nothing, notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import { participant } from '../../core/session/session.ts';
import { rating } from '../cards/actions.ts';
import { inShort, news, whySaid } from '../cards/news.ts';
import { doerNamed, type SessionView } from '../shared/reader.ts';

/** To everybody, after the session: how was it? */
export const feedback = notice({
  kind: 'feedback',
  data: nothing,
  render: async (view: SessionView, { isShown, card }) =>
    question(
      view,
      [...endedBy(view), ...view.reader.words.news.over(inShort(view)), ...whyEnded(view)],
      isShown,
      await card(),
    ),
});

/** To those who have said nothing, a day later. */
export const rateNudge = notice({
  kind: 'rate-nudge',
  data: nothing,
  render: async (view: SessionView, { isShown, card }) =>
    question(view, view.reader.words.news.onceMore(inShort(view)), isShown, await card()),
});

/** Who ended it, where that was somebody else. */
function endedBy(view: SessionView): Text {
  const { session, reader } = view;
  const { closedBy } = session;
  const isOther = closedBy !== undefined && !['clock', 'webhook', reader.person.id].includes(closedBy);
  return isOther ? say`${reader.words.happened.endedBy(doerNamed(view, closedBy))} ` : [];
}

function whyEnded(view: SessionView): Text {
  return endedBy(view).length === 0 ? [] : whySaid(view.session.reason ?? '', view);
}

/** The question with its buttons, until it is answered. */
function question(view: SessionView, line: Text, isShown: boolean, card: string | undefined): Message | undefined {
  if (view.session.state !== 'ended') return undefined;
  const isSilent = participant(view.session, view.reader.person.id)?.claim === undefined;
  if (!isSilent && !isShown) return undefined;
  return news(view, line, card, isSilent ? rating(view) : []);
}
