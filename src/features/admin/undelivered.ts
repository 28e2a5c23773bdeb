import { z } from 'zod';
import { notice } from '../../conversation/notice.ts';
import type { View } from '../shared/reader.ts';

/** To the admins: somebody's chat takes no direct messages. */
export const undelivered = notice({
  kind: 'undelivered',
  data: z.object({ name: z.string(), chat: z.string(), why: z.string() }),
  render: ({ reader: { words } }: View, { data: { name, chat, why } }) => ({
    title: words.moderation.undelivered(name === '' ? words.somebody : name),
    text: words.moderation.undeliveredText(chat, why),
  }),
});
