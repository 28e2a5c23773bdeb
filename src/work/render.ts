import type { Message } from '../conversation/message.ts';
import { type Notice, UnreadableNotice } from '../conversation/notice.ts';
import type { Delivery } from '../core/owing/port.ts';
import type { RenderDeps } from '../features/shared/deps.ts';
import type { Notices } from '../features/shared/notices.ts';
import type { Reader } from '../features/shared/reader.ts';
import type { Matter } from './matter.ts';

/**
 * What a delivery says now to its reader; undefined: nothing.
 * @throws UnreadableNotice
 */
export type Render = (
  delivery: Delivery,
  matter: Matter,
  reader: Reader,
  deps?: RenderDeps,
) => Promise<Message | undefined> | Message | undefined;

export function createRender(notices: Notices, usual: RenderDeps): Render {
  return ({ id, kind, about, data, messageId }, matter, reader, deps = usual) => {
    // What is kept may be of another version of the program.
    const notice = (notices as Readonly<Record<string, Notice<typeof kind, never, RenderDeps>>>)[kind];
    if (!notice) throw new UnreadableNotice(`delivery ${id}: there is no notice ${kind}`);
    const read = notice.data.safeParse(data);
    if (!read.success) throw new UnreadableNotice(`delivery ${id}: ${kind} remembers ${read.error.message}`);
    if (about.kind === 'session' && !matter.session) return undefined;
    const { session, people, ownRoom } = matter;
    const view = { about, session, people, ownRoom, reader, now: deps.clock() };
    // The table says that a notice's subject is of the kind that it takes.
    return notice.render(view as never, { data: read.data, isShown: messageId !== undefined }, deps);
  };
}
