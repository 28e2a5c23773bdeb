import type { Chat } from '../conversation/chat.ts';
import type { Log } from '../core/log.ts';
import type { SystemDeps } from '../features/shared/deps.ts';
import type { Notices } from '../features/shared/notices.ts';
import { createClosedDms } from './closed-dms.ts';
import { createDeliver, type Deliver } from './deliver.ts';
import { createKeepTrue } from './keep-true.ts';
import { createReach } from './reach.ts';
import { createRefresh, type Refresh } from './refresh.ts';
import { createRender } from './render.ts';
import { createShown } from './shown.ts';

/** What becomes of the messages that the bot owes. It knows nothing of any one kind of them. */
export interface Post {
  readonly deliver: Deliver;
  readonly refresh: Refresh;
  readonly shown: ReturnType<typeof createShown>;
  /** Somebody whose DMs were closed has come back. */
  readonly retryClosed: (person: string) => Promise<void>;
}

export function createPost(deps: SystemDeps, notices: Notices, chats: ReadonlyMap<string, Chat>, log: Log): Post {
  const { store, clock } = deps;
  const render = createRender(notices, deps);
  const reach = createReach(chats, deps.defaultZone);
  const keepTrue = createKeepTrue(store, chats, reach, render, log);
  const closedDms = createClosedDms(store, clock);
  return {
    deliver: createDeliver({ store, clock, reach, render, keepTrue, closedDms }),
    refresh: createRefresh(deps, chats, keepTrue, log),
    shown: createShown(store),
    retryClosed: closedDms.retry,
  };
}
