import { MessageGone } from '../../conversation/chat.ts';
import type { Reply } from '../../conversation/handler.ts';
import type { Message } from '../../conversation/message.ts';
import type { Reception } from '../../conversation/reception.ts';
import type { Log } from '../../core/log.ts';
import type { Actor } from '../../core/people/person.ts';
import { type Clients, respond } from './client.ts';
import type { Origin } from './payloads.ts';
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
  readonly reception: Reception;
  readonly now: () => Date;
  readonly log: Log;
}): Answering {
  const { clients, sending, reception, now, log } = options;

  const readerOf = (by: Actor): Reader => ({ locale: by.account.locale, zone: by.person.zone, now: now() });

  /** What was done is done: an answer that does not arrive is no reason to say that it failed. */
  const dm = async (by: Actor, message: Message) => {
    try {
      await sending.sendDm(by.account, message, { locale: by.account.locale });
    } catch (error) {
      log.warn({ chat: 'slack', account: by.account.id, err: error }, 'An answer did not arrive');
    }
  };

  /** An address for answers dies after half an hour or five uses; then a DM says it. */
  const atUrl = async (by: Actor, url: string | undefined, message: Message, isReplacing: boolean) => {
    if (url === undefined) return dm(by, message);
    try {
      await respond(url, { ...render(message, readerOf(by)), replace_original: isReplacing });
    } catch (error) {
      log.warn({ chat: 'slack', err: error }, 'A response_url did not take an answer');
      await dm(by, message);
    }
  };

  const openSheet = async (by: Actor, message: Message, trigger: string | undefined) => {
    if (trigger === undefined) return dm(by, message);
    try {
      await clients.hurried.views.open({ trigger_id: trigger, view: renderSheet(message, readerOf(by)) });
    } catch (error) {
      log.warn({ chat: 'slack', err: error }, 'A sheet did not open');
      await dm(by, message);
    }
  };

  const changeSheet = async (by: Actor, view: string, message: Message) => {
    try {
      await clients.steady.views.update({ view_id: view, view: renderSheet(message, readerOf(by)) });
    } catch (error) {
      log.warn({ chat: 'slack', err: error }, 'A sheet was closed before it changed');
      await dm(by, message);
    }
  };

  const tell: Answering['tell'] = async (by, from, message, trigger) => {
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

  const replace = async (by: Actor, from: Origin | undefined, message: Message, trigger: string | undefined) => {
    if (from?.kind === 'ephemeral') return atUrl(by, from.url, message, true);
    if (from?.kind !== 'message') return tell(by, from, message, trigger);
    const place = { channel: from.channel, messageId: from.ts };
    try {
      await sending.edit(place, message, by.account.locale);
    } catch (error) {
      if (!(error instanceof MessageGone)) log.warn({ chat: 'slack', err: error }, 'A message could not be replaced');
      return tell(by, from, message, trigger);
    }
    await reception.shown('slack', place, message);
  };

  const publishHome = async (by: Actor) => {
    const view = renderHome(await reception.home(by), readerOf(by));
    await clients.steady.views.publish({ user_id: by.account.userId, view });
  };

  const refreshHome = (by: Actor) =>
    publishHome(by).catch((error: unknown) =>
      log.warn({ chat: 'slack', err: error }, 'An App Home was not brought up to date'),
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
          await replace(by, from, reply.message, trigger);
          break;
      }
      if (from?.kind === 'home' || from?.kind === 'sheet') await refreshHome(by);
    },
  };
}
