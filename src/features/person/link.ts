import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { LINK_MINUTES } from '../../core/limits.ts';
import type { Deps } from '../shared/deps.ts';
import { Short } from '../shared/inputs.ts';
import { readerOf } from '../shared/reader.ts';

/** Two accounts become one person's: a code is shown in one chat and typed in the other, where it says whose it is. */
export const link = handler({
  input: z.object({ code: Short }),
  run: async (by, { code }, deps: Deps): Promise<Reply> => {
    const { link: words, buttons } = readerOf(by).words;
    if (code === undefined)
      return { kind: 'private', message: { text: words.code(await deps.linking.begin(by), LINK_MINUTES) } };
    const { name } = await deps.linking.owner(by, code);
    const target = { handler: 'link-sure', input: { code } };
    return {
      kind: 'private',
      message: {
        text: words.sure(name),
        actions: [{ kind: 'button', label: buttons.linkSure, style: 'primary', target }],
      },
    };
  },
});

export const linkSure = handler({
  input: z.object({ code: z.string().max(40) }),
  run: async (by, { code }, deps: Deps): Promise<Reply> => {
    await deps.linking.link(by, code);
    return { kind: 'replace', message: { text: readerOf(by).words.link.done } };
  },
});
