import { z } from 'zod';
import { chatName } from '../../conversation/languages/chat-name.ts';
import { nothing, notice } from '../../conversation/notice.ts';
import { CHAT_TROUBLES, isOutage } from '../../core/community/chat-trouble.ts';
import type { View } from '../shared/reader.ts';

/** To the admins, in the other chat: what is wrong with this one, and how to mend it. */
export const chatTrouble = notice({
  kind: 'chat-trouble',
  data: z.object({ why: z.enum(CHAT_TROUBLES) }),
  render: ({ about: { id }, reader: { words } }: View, { data: { why } }) => {
    const said = words.chatTroubles;
    const what = id === 'discord' ? said.discord[why] : said.slack[why];
    const title = isOutage(why) ? said.cutOff(chatName(id)) : said.noChannel(chatName(id));
    return { title, text: said.text(what) };
  },
});

/** To the admins: it works again. */
export const chatRecovered = notice({
  kind: 'chat-recovered',
  data: nothing,
  render: ({ about: { id }, reader: { words } }: View) => ({
    title: words.chatTroubles.recovered(chatName(id)),
    text: words.chatTroubles.recoveredText,
  }),
});
