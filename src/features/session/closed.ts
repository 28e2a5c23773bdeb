import type { Text } from '../../conversation/message.ts';
import { nothing, notice } from '../../conversation/notice.ts';
import { say } from '../../conversation/say.ts';
import { searching } from '../cards/actions.ts';
import { inShort, news } from '../cards/news.ts';
import { reasonField } from '../cards/session-fields.ts';
import { doerNamed, type SessionView } from '../shared/reader.ts';

/** To the learner: no tutor takes it. */
export const declined = notice({
  kind: 'declined',
  data: nothing,
  render: async (view: SessionView, { card }) => {
    const { news: words } = view.reader.words;
    const { tutor, candidates, closedBy, state } = view.session;
    if (state !== 'declined') return undefined;
    const line =
      tutor === undefined && candidates.length === 0
        ? words.declinedByAll(inShort(view))
        : words.declined(doerNamed(view, closedBy), inShort(view, undefined, closedBy));
    return closed(view, line, await card());
  },
});

/** To the learner: nobody answered in time. */
export const expired = notice({
  kind: 'expired',
  data: nothing,
  render: async (view: SessionView, { card }) =>
    view.session.state === 'expired'
      ? closed(view, view.reader.words.news.expired(inShort(view)), await card())
      : undefined,
});

/** To everybody but who did it: the session was called off; by the clock where too few had signed up. */
export const cancelled = notice({
  kind: 'cancelled',
  data: nothing,
  render: async (view: SessionView, { card }) => {
    const { closedBy, state } = view.session;
    if (state !== 'cancelled') return undefined;
    const line =
      closedBy === 'clock'
        ? view.reader.words.group.tooFewNews(inShort(view))
        : view.reader.words.news.cancelled(doerNamed(view, closedBy), inShort(view, undefined, closedBy));
    return closed(view, line, await card());
  },
});

function closed(view: SessionView, line: Text, card: string | undefined) {
  const reason = reasonField(view).flatMap(({ name, value }) => say`\n${name}: ${value}`);
  return news(view, [...line, ...reason], card, searching(view));
}
