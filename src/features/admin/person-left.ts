import { z } from 'zod';
import { notice } from '../../conversation/notice.ts';
import { join } from '../../conversation/say.ts';
import type { View } from '../shared/reader.ts';

/** To the admins: somebody left, and what hangs on it. */
export const personLeft = notice({
  kind: 'person-left',
  data: z.object({ name: z.string(), chat: z.string(), sessions: z.number(), wasTutor: z.boolean() }),
  render: ({ reader: { words } }: View, { data: { name, chat, sessions, wasTutor } }) => {
    const { moderation } = words;
    return {
      title: moderation.left(name === '' ? words.somebody : name, chat),
      text: join([...(wasTutor ? [moderation.leftTutor] : []), moderation.leftText(sessions)], ' '),
    };
  },
});
