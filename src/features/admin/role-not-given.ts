import { z } from 'zod';
import { chatName } from '../../conversation/languages/chat-name.ts';
import { notice } from '../../conversation/notice.ts';
import type { View } from '../shared/reader.ts';

/** To the admins, once: the bot may not give tutors the role that was named for them. */
export const roleNotGiven = notice({
  kind: 'role-not-given',
  data: z.object({ role: z.string(), chat: z.string() }),
  render: ({ reader: { words } }: View, { data: { role, chat } }) => ({
    title: words.whoAsks.notGiven(chatName(chat)),
    text: words.whoAsks.notGivenText(role),
  }),
});
