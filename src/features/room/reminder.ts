import { nothing, notice } from '../../conversation/notice.ts';
import { moment } from '../../conversation/say.ts';
import { REMINDER_GRACE_MINUTES } from '../../core/limits.ts';
import { isOn, participant } from '../../core/session/session.ts';
import { actionsFor } from '../cards/actions.ts';
import { happened, meetingFields, outcomeCard, whenField, withField } from '../cards/session-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { SessionView } from '../shared/reader.ts';

const MINUTE = 60_000;

/** It is not sent to those who are there already, or after the start and a short grace. */
export const reminder = notice({
  kind: 'reminder',
  data: nothing,
  render: (view: SessionView, { isShown }, deps: RenderDeps) => {
    const { session, reader, now } = view;
    if (!isShown) {
      const isTooLate = now.getTime() > session.startsAt.getTime() + REMINDER_GRACE_MINUTES * MINUTE;
      if (!isOn(session) || isTooLate || participant(session, reader.person.id)?.joinedAt !== undefined)
        return undefined;
    }
    if (!isOn(session)) return outcomeCard(view);
    const { reminder: words } = reader.words;
    const start = moment(session.startsAt, reader.zone, 'relative');
    return {
      title: now < session.startsAt ? words.title(session.subject, start) : words.started(session.subject),
      ...(session.state === 'started' ? { text: happened(view) } : {}),
      fields: [withField(view), whenField(view), ...meetingFields(view, deps)],
      actions: actionsFor(view, deps),
    };
  },
});
