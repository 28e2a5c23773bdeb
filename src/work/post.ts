import type { Chat } from '../conversation/chat.ts';
import type { Log } from '../core/log.ts';
import type { Mailer } from '../core/mail.ts';
import type { Account } from '../core/people/person.ts';
import type { SystemDeps } from '../features/shared/deps.ts';
import type { Notices } from '../features/shared/notices.ts';
import { createClosedChannel } from './closed-channels.ts';
import { createClosedDms } from './closed-dms.ts';
import { createDeliver, type Deliver } from './deliver.ts';
import { createGathered } from './gathered.ts';
import { createKeepTrue } from './keep-true.ts';
import { createMailCopy } from './mail-copy.ts';
import { createMailing, type Mailing } from './mailing.ts';
import { createReach } from './reach.ts';
import { createRefresh, type Refresh } from './refresh.ts';
import { createRender } from './render.ts';
import { createShown } from './shown.ts';

/** What becomes of the messages that the bot owes. It knows nothing of any one kind of them. */
export interface Post {
  readonly deliver: Deliver;
  /** Sends what is owed to an address of mail. */
  readonly mail: Mailing;
  readonly refresh: Refresh;
  readonly shown: ReturnType<typeof createShown>;
  /** Somebody whose DMs were closed has come back. */
  readonly retryClosed: (person: string) => Promise<void>;
}

export function createPost(
  deps: SystemDeps,
  notices: Notices,
  chats: ReadonlyMap<string, Chat>,
  left: (account: Account) => Promise<void>,
  mailer: Mailer | undefined,
  log: Log,
): Post {
  const { store, clock } = deps;
  const render = createRender(notices, deps, chats);
  const reach = createReach(chats, deps.defaultZone);
  const keeping = createKeepTrue(deps, chats, reach, render, log);
  const closedDms = createClosedDms(store, clock);
  const gathered = createGathered(store, clock);
  return {
    deliver: createDeliver({
      store,
      clock,
      reach,
      render,
      keepTrue: keeping.keepTrue,
      closedDms,
      closedChannel: createClosedChannel(store, clock),
      gathered,
      left,
      copyByMail: createMailCopy(deps),
    }),
    mail: createMailing(deps, render, mailer, log),
    refresh: createRefresh(deps, chats, keeping, log),
    shown: createShown(store),
    retryClosed: closedDms.retry,
  };
}
