import { z } from 'zod';
import { handler, type Reply } from '../../conversation/handler.ts';
import { notice } from '../../conversation/notice.ts';
import type { Deps, RenderDeps } from '../shared/deps.ts';
import { readerOf, type View } from '../shared/reader.ts';

/** Two who became one person are two again. */
export const unlink = handler({
  task: 'look after people',
  input: z.object({ link: z.string().min(1).max(40) }),
  run: async (by, { link }, deps: Deps): Promise<Reply> => {
    await deps.linking.undo(by, link);
    return { kind: 'private', message: { text: readerOf(by).words.link.undone } };
  },
});

/** To the admins: somebody is one person in two chats now, which they can take back. */
export const linked = notice({
  kind: 'linked',
  data: z.object({ link: z.string(), names: z.array(z.string()) }),
  render: async ({ reader: { words } }: View, { data: { link: id, names } }, deps: RenderDeps) => {
    const link = await deps.store.link(id);
    const [kept = '', gone = ''] = names;
    const title = words.link.linked(kept, gone);
    if (link?.undone) return { title, text: words.link.undone };
    const target = { handler: 'unlink', input: { link: id } };
    return {
      title,
      text: words.link.linkedText,
      actions: [{ kind: 'button', label: words.buttons.unlink, style: 'danger', target }],
    };
  },
});
