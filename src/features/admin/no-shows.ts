import { z } from 'zod';
import { notice } from '../../conversation/notice.ts';
import { join, moment, say } from '../../conversation/say.ts';
import { NO_SHOWS } from '../../core/limits.ts';
import type { View } from '../shared/reader.ts';

/** To the admins: somebody stays away again and again. What follows is for them to say. */
export const noShows = notice({
  kind: 'no-shows',
  data: z.object({ name: z.string(), sessions: z.array(z.object({ subject: z.string(), at: z.number() })) }),
  render: ({ reader: { words, zone } }: View, { data: { name, sessions } }) => ({
    title: words.moderation.noShows(name === '' ? words.somebody : name, sessions.length, NO_SHOWS.withinDays),
    text: words.moderation.noShowsText,
    fields: [
      {
        name: words.moderation.missed,
        value: join(
          sessions.map(({ subject, at }) => say`${subject}, ${moment(new Date(at), zone)}`),
          '\n',
        ),
      },
    ],
  }),
});
