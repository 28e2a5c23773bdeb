import { z } from 'zod';
import { nothing, notice } from '../../conversation/notice.ts';
import { meetingCard, whenField } from '../cards/session-card.ts';
import type { RenderDeps } from '../shared/deps.ts';
import { platformName } from '../shared/platform-name.ts';
import type { SessionView } from '../shared/reader.ts';

/** To everybody: where to meet. A message of its own, so that it rings. */
export const meeting = notice({
  kind: 'meeting',
  data: nothing,
  render: (view: SessionView, _told, deps: RenderDeps) => meetingCard(view, deps),
});

/** To the tutor: somebody deleted the meeting on its platform. */
export const meetingGone = notice({
  kind: 'meeting-gone',
  data: z.object({ platform: z.string() }),
  render: (view: SessionView, { data }, deps: RenderDeps) => {
    const { words } = view.reader;
    return {
      title: words.meetingGone.title(platformName(data.platform, words, deps), view.session.subject),
      text: words.meetingGone.text,
      fields: [whenField(view)],
    };
  },
});
