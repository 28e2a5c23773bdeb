import { MessageGone } from '../../conversation/chat.ts';
import type { Reply } from '../../conversation/handler.ts';
import type { Message } from '../../conversation/message.ts';
import type { Reception } from '../../conversation/reception.ts';
import type { Log } from '../../core/log.ts';
import type { Actor } from '../../core/people/person.ts';
import { inOneLine } from '../in-one-line.ts';
import { type Clients, respond } from './client.ts';
import { keepLong } from './keep.ts';
import type { Origin } from './payloads.ts';
import type { Pictures } from './pictures.ts';
import { render, renderHome, renderSheet } from './render.ts';
import type { Reader } from './rich-text.ts';
import type { Sending } from './send.ts';

/** Brings answers to where they belong. */
export interface Answering {
  /** Everything that a reply asks for. `trigger`: lets a dialog open where there are no messages. */
  give(by: Actor, from: Origin | undefined, reply: Reply, trigger?: string): Promise<void>;
  /** Says something that nobody else sees. */
  tell(by: Actor, from: Origin | undefined, message: Message, trigger?: string): Promise<void>;
  publishHome(by: Actor): Promise<void>;
  /** The same after something was done, which stays done if this fails. */
  refreshHome(by: Actor): Promise<void>;
  readerOf(by: Actor): Reader;
}

export function createAnswering(options: {
  readonly clients: Clients;
  readonly sending: Sending;
  readonly pictures: Pictures;
  readonly reception: Reception;
  readonly now: () => Date;
  readonly log: Log;
}): Answering {
  const { clients, sending, pictures, reception, now, log } = options;

  const readerOf = (by: Actor): Reader => ({ locale: by.account.locale, zone: by.person.zone, now: now() });

  /** What was done is done: an answer that does not arrive is no reason to say that it failed. */
  const dm = async (by: Actor, message: Message) => {
    try {
      await sending.sendDm(by.account, message, { locale: by.account.locale });
    } catch (error) {
      log.warn({ chat: 'slack', account: by.account.id, error }, 'An answer did not arrive');
    }
  };

  /** An address for answers dies after half an hour or five uses; then a DM says it. */
  const atUrl = async (by: Actor, url: string | undefined, message: Message, isReplacing: boolean) => {
    if (url === undefined) return dm(by, message);
    try {
      await pictures.show(message, readerOf(by), (reader) =>
        respond(url, { ...render(message, reader), replace_original: isReplacing }),
      );
    } catch (error) {
      log.warn({ chat: 'slack', error }, 'A response_url did not take an answer');
      await dm(by, message);
    }
  };

  const openSheet = async (by: Actor, message: Message, trigger: string | undefined) => {
    if (trigger === undefined) return dm(by, message);
    try {
      const view = renderSheet(message, readerOf(by));
      const opened = await clients.hurried.views.open({ trigger_id: trigger, view });
      // A trigger lives for three seconds: pictures come when the sheet is there.
      if (message.images && opened.view?.id) await changeSheet(by, opened.view.id, message);
    } catch (error) {
      log.warn({ chat: 'slack', error }, 'A sheet did not open');
      await dm(by, message);
    }
  };

  const changeSheet = async (by: Actor, view: string, message: Message) => {
    try {
      await pictures.show(message, readerOf(by), (reader) =>
        clients.steady.views.update({ view_id: view, view: renderSheet(message, reader) }),
      );
    } catch (error) {
      log.warn({ chat: 'slack', error }, 'A sheet was closed before it changed');
      await dm(by, message);
    }
  };

  const tell: Answering['tell'] = async (by, from, said, trigger) => {
    const message = await keepLong(said, by, reception);
    switch (from?.kind) {
      case 'command':
      case 'ephemeral':
      case 'message':
        return atUrl(by, from.url, message, false);
      case 'home':
        return openSheet(by, message, trigger);
      case 'sheet':
        return changeSheet(by, from.view, message);
      case undefined:
        return dm(by, message);
    }
  };

  const replace = async (by: Actor, from: Origin | undefined, said: Message, trigger: string | undefined) => {
    const message = await keepLong(said, by, reception);
    if (from?.kind === 'ephemeral') return atUrl(by, from.url, message, true);
    if (from?.kind !== 'message') return tell(by, from, message, trigger);
    const place = { channel: from.channel, messageId: from.ts };
    try {
      await sending.edit(place, message, by.account.locale);
    } catch (error) {
      if (!(error instanceof MessageGone)) log.warn({ chat: 'slack', error }, 'A message could not be replaced');
      return tell(by, from, message, trigger);
    }
    await reception.shown('slack', place, message);
  };

  const publishHome = async (by: Actor) => {
    const home = await reception.home(by);
    await pictures.show(home, readerOf(by), (reader) =>
      clients.steady.views.publish({ user_id: by.account.userId, view: renderHome(home, reader) }),
    );
  };

  const refreshHome = (by: Actor) =>
    publishHome(by).catch((error: unknown) =>
      log.warn({ chat: 'slack', error }, 'An App Home was not brought up to date'),
    );

  return {
    tell,
    publishHome,
    refreshHome,
    readerOf,
    async give(by, from, reply, trigger) {
      switch (reply.kind) {
        case 'private':
          await tell(by, from, reply.message, trigger);
          break;
        case 'replace':
          await replace(by, from, from?.kind === 'message' ? reply.message : inOneLine(reply), trigger);
          break;
      }
      if (from?.kind === 'home' || from?.kind === 'sheet') await refreshHome(by);
    },
  };
}
