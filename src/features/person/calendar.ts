import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Action, Message, Text } from '../../conversation/message.ts';
import { join, say } from '../../conversation/say.ts';
import type { Actor } from '../../core/people/person.ts';
import type { Postbox } from '../../core/people/port.ts';
import type { Deps } from '../shared/deps.ts';
import { readerOf } from '../shared/reader.ts';
import { withCode } from './confirm-email.ts';
import { connecting, foreignSections } from './foreign-calendar.ts';

/** How one's sessions come into one's calendar. */
export const calendarCommand = handler({
  input: z.object({}),
  run: async (by, _input, deps: Deps) => ({ kind: 'private', message: await shown(by, deps) }),
});

const DEEDS = ['open', 'renew', 'close', 'files', 'no-files'] as const;

/** Another address, none, or files after all. */
export const calendarChange = handler({
  input: z.object({ do: z.enum(DEEDS) }),
  run: async (by, { do: deed }, deps: Deps) => {
    if (deed === 'open' || deed === 'renew') await deps.feeds.open(by, deed === 'renew');
    else if (deed === 'close') await deps.feeds.close(by);
    else await deps.feeds.wantFiles(by, deed === 'files');
    const closed = deed === 'close' ? readerOf(by).words.calendar.feedClosed : undefined;
    return { kind: 'replace', message: await shown(by, deps, closed) };
  },
});

/** `done`: what a press has just changed. */
async function shown(by: Actor, deps: Deps, done?: Text): Promise<Message> {
  const me = readerOf(by);
  const { calendar: words } = me.words;
  const box = await deps.store.postbox(by.person.id);
  const { feedSecret, wantsFiles = true } = box ?? {};
  const mine = await deps.store.foreignCalendars(by.person.id);
  const sections = foreignSections(me, mine);
  const google = deps.canAskGoogle && box?.isConfirmed ? box.address : undefined;
  const address = unconfirmed(box, deps);
  const button = (label: string, deed: (typeof DEEDS)[number], style: 'primary' | 'plain' | 'danger'): Action => ({
    kind: 'button',
    label,
    style,
    target: { handler: 'calendar-change', input: { do: deed } },
  });
  const files = wantsFiles ? button(words.wantNoFiles, 'no-files', 'plain') : button(words.wantFiles, 'files', 'plain');
  const lines = (...texts: readonly Text[]) =>
    join(
      [...(done ? [done] : []), ...texts, ...(address === undefined ? [] : [me.words.address.unconfirmed(address)])],
      '\n',
    );
  const codes = [...connecting(me, mine, google), ...(address === undefined ? [] : withCode(me))];
  const about = wantsFiles ? words.files : words.noFiles;
  const title = say`${words.title}`;
  if (deps.publicUrl === undefined)
    return { title, text: lines(about, words.invited, words.noAddress), actions: [files, ...codes], sections };
  if (feedSecret === undefined)
    return {
      title,
      text: lines(about, words.feedPossible, words.invited),
      actions: [button(words.openFeed, 'open', 'primary'), files, ...codes],
      sections,
    };
  return {
    title,
    text: lines(words.feed(`${deps.publicUrl}/calendar/${feedSecret}.ics`), words.feedSecret, words.invited),
    actions: [button(words.renewFeed, 'renew', 'plain'), button(words.closeFeed, 'close', 'danger'), ...codes],
    sections,
  };
}

/** An address that waits for its code, also one of before there were codes: people are told how it comes to count. */
function unconfirmed(box: Postbox | undefined, { canMail }: Pick<Deps, 'canMail'>): string | undefined {
  if (!canMail || !box) return undefined;
  return box.pending?.address ?? (box.isConfirmed ? undefined : box.address);
}
