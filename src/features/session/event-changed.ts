import { z } from 'zod';
import type { Action } from '../../conversation/message.ts';
import { notice } from '../../conversation/notice.ts';
import { moment } from '../../conversation/say.ts';
import { isOn } from '../../core/session/session.ts';
import { isPossible, offer } from '../cards/actions.ts';
import { inShort, news } from '../cards/news.ts';
import type { SessionView } from '../shared/reader.ts';

/** To its people: somebody deleted or moved the event in the calendar. The session stands until one of them says otherwise. */
export const eventChanged = notice({
  kind: 'event-changed',
  data: z.object({ to: z.number().optional() }),
  render: async (view: SessionView, { data: { to }, isShown, card }) => {
    const { session, reader } = view;
    if (!isShown && session.state !== 'confirmed') return undefined;
    const { news: words, buttons } = reader.words;
    const what = inShort(view);
    if (!isOn(session) || (to !== undefined && session.startsAt.getTime() === to))
      return news(view, words.eventSettled(what), await card());
    const at = to === undefined ? undefined : new Date(to);
    const text = at ? words.eventMoved(what, moment(at, reader.zone)) : words.eventDeleted(what);
    return news(view, text, await card(), [
      ...(at ? moving(view, at) : []),
      ...offer(view, 'new-link', buttons.newLink),
      ...offer(view, 'cancel', buttons.cancel, 'danger'),
    ]);
  },
});

function moving(view: SessionView, at: Date): readonly Action[] {
  if (!isPossible(view, 'propose') || at <= view.now) return [];
  const target = { handler: 'propose-time', input: { session: view.session.id, times: at.toISOString() } };
  return [{ kind: 'button', label: view.reader.words.buttons.moveAsThere, style: 'primary', target }];
}
