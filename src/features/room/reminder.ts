import { nothing, notice } from '../../conversation/notice.ts';
import { moment } from '../../conversation/say.ts';
import { REMINDER_GRACE_MINUTES } from '../../core/limits.ts';
import { isOn, participant } from '../../core/session/session.ts';
import { sayingLate } from '../cards/actions.ts';
import { inShort, news, wayIn } from '../cards/news.ts';
import { meetingFields, whenField } from '../cards/session-fields.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { otherOf, type SessionView } from '../shared/reader.ts';

const MINUTE = 60_000;

/** It is not sent to those who are there already, or after the start and a short grace. */
export const reminder = notice({
  kind: 'reminder',
  data: nothing,
  render: async (view: SessionView, { isShown, card }, deps: RenderDeps) => {
    const { session, reader, now } = view;
    if (!isShown) {
      const isTooLate = now.getTime() > session.startsAt.getTime() + REMINDER_GRACE_MINUTES * MINUTE;
      if (!isOn(session) || isTooLate || participant(session, reader.person.id)?.joinedAt !== undefined)
        return undefined;
    }
    const { reminder: words } = reader.words;
    if (!isOn(session)) return { text: words.over(inShort(view)) };
    const start = moment(session.startsAt, reader.zone, 'relative');
    const what = session.subject;
    const other = otherOf(view);
    const fields = [whenField(view), ...meetingFields(view, deps)];
    return {
      ...news(view, [], await card(), [...wayIn(view), ...sayingLate(view)]),
      title: now < session.startsAt ? words.title(what, other, start) : words.started(what, other),
      fields,
    };
  },
});
