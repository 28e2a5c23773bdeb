import { z } from 'zod';
import { nothing, notice } from '../../conversation/notice.ts';
import { IGNORED_MOST } from '../../core/limits.ts';
import type { View } from '../shared/reader.ts';

/** To a tutor who does not answer: nobody can ask them until they come back, which takes one press. */
export const paused = notice({
  kind: 'paused',
  data: nothing,
  render: ({ reader: { words } }: View) => ({
    title: words.teach.pausedTitle,
    text: words.teach.pausedText(IGNORED_MOST),
    actions: [
      {
        kind: 'button',
        label: words.buttons.resume,
        style: 'primary',
        target: { handler: 'teach', input: { what: 'resume' } },
      },
    ],
  }),
});

/** To the admins: that tutor can be asked no more until they come back. */
export const tutorPaused = notice({
  kind: 'tutor-paused',
  data: z.object({ name: z.string() }),
  render: ({ reader: { words } }: View, { data: { name } }) => ({
    title: words.moderation.tutorPaused(name === '' ? words.somebody : name),
    text: words.moderation.tutorPausedText(IGNORED_MOST),
  }),
});
