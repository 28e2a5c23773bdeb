import { nothing, notice } from '../../conversation/notice.ts';
import { CODE_MINUTES } from '../../core/limits.ts';
import type { RenderDeps } from '../shared/deps.ts';
import type { View } from '../shared/reader.ts';

/** To an address that somebody gave: the code by which they prove that it is theirs. Nothing in it is of their making. */
export const emailCode = notice({
  kind: 'email-code',
  data: nothing,
  render: async ({ about, reader, now }: View, _told, deps: RenderDeps) => {
    const pending = (await deps.store.postbox(about.id))?.pending;
    if (!pending || pending.expiresAt <= now) return undefined;
    const { mail } = reader.words;
    return {
      title: mail.codeTitle(pending.code),
      text: mail.codeText(CODE_MINUTES),
      sections: [{ text: mail.codeNotYou }],
    };
  },
});
