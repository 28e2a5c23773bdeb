import type { App } from '@slack/bolt';
import type { RawInput } from '../../conversation/handler.ts';
import { wordsFor } from '../../conversation/languages/index.ts';
import { say } from '../../conversation/say.ts';
import { newFaultId } from '../../core/id.ts';
import { createMentionLimit, type MentionLimit } from '../mention-limit.ts';
import { act, answered, unreadable } from './act.ts';
import { chosenValue } from './actions.ts';
import { mentionsIn, plainOf, readCommand } from './command.ts';
import type { Desk } from './desk.ts';
import { LINK, readId, readQuery } from './ids.ts';
import {
  CommandPayload,
  DirectMessage,
  HomeOpened,
  Mention,
  type Origin,
  PressPayload,
  TokensRevoked,
  teamOf,
  UserChanged,
} from './payloads.ts';
import { sentFiles } from './sent-files.ts';
import { createSubmissions, type Submissions } from './submit.ts';

const EVENTS_REMEMBERED = 1000;

/** Takes in everything that Slack brings: acknowledges first, then works. Nothing here throws into Bolt. */
export function receive(app: App, desk: Desk): void {
  const { log, inFlight } = desk;
  const isNew = createOnce(EVENTS_REMEMBERED);
  const submissions = createSubmissions(desk);
  const isTooMany = createMentionLimit(() => desk.now().getTime());

  /** While the chat closes, what can be left unacknowledged is: Slack tells the person that it failed. */
  const unlessStopping = async (what: string, work: () => Promise<void>): Promise<void> => {
    if (!desk.isStopping()) await guarded(what, work);
  };
  /** Nothing that goes wrong in here reaches Bolt, and a chat that is closing waits for it. */
  const guarded = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await inFlight.track(work());
    } catch (error) {
      log.error({ chat: 'slack', id: newFaultId(), what, error }, 'a fault while receiving');
    }
  };

  app.command(/./, ({ ack, body }) =>
    unlessStopping('command', async () => {
      await ack();
      await onCommand(desk, body);
    }),
  );
  app.action(/./, ({ ack, body }) =>
    unlessStopping('press', async () => {
      await ack();
      await onPress(desk, body, submissions.refill);
    }),
  );
  app.view(/./, ({ ack, body }) => unlessStopping('submission', () => submissions.submit(body, ack)));
  app.options(/./, ({ ack, body }) => unlessStopping('suggestion', () => submissions.suggest(body, ack)));
  app.event('app_home_opened', ({ body }) =>
    guarded('home', async () => {
      const opened = HomeOpened.safeParse(body);
      if (opened.success && isNew(opened.data.event_id)) await onHomeOpened(desk, opened.data);
    }),
  );
  app.event('message', ({ body }) =>
    guarded('message', async () => {
      const message = DirectMessage.safeParse(body);
      if (message.success && isNew(message.data.event_id)) await onDirectMessage(desk, message.data);
    }),
  );
  app.event('user_change', ({ body }) =>
    guarded('user change', async () => {
      const { data } = UserChanged.safeParse(body);
      if (!data || !isNew(data.event_id)) return;
      const { id, deleted } = data.event.user;
      if (deleted) await desk.reception.left({ chat: 'slack', space: data.team_id, userId: id });
    }),
  );
  app.event('app_mention', ({ body }) =>
    guarded('mention', async () => {
      const mention = Mention.safeParse(body);
      if (mention.success && isNew(mention.data.event_id)) await onMention(desk, mention.data, isTooMany);
    }),
  );
  app.event('tokens_revoked', ({ body }) =>
    guarded('tokens revoked', async () => {
      const { data } = TokensRevoked.safeParse(body);
      if (data && data.event.tokens.bot.length > 0) await desk.doubtToken();
    }),
  );
  app.event('app_uninstalled', () => guarded('app uninstalled', desk.doubtToken));
  app.error(async (error) => log.error({ chat: 'slack', error }, 'a fault inside Bolt'));
}

async function onCommand(desk: Desk, body: unknown): Promise<void> {
  const payload = CommandPayload.safeParse(body);
  if (!payload.success) return unreadable(desk, 'command', payload.error);
  const { team_id, user_id, user_name, channel_id, command, text, response_url, trigger_id } = payload.data;
  const from: Origin = { kind: 'command', url: response_url };
  await answered(desk, { team: team_id, userId: user_id, name: user_name }, from, async (by) => {
    const { reception, answering } = desk;
    const understood = readCommand(command, text, reception.commands);
    if (understood.kind === 'help') {
      const help = reception.help(by, understood.about);
      const words = wordsFor(by.account.locale).chat;
      const unknown = understood.unknown && say`${words.unknownWord(understood.unknown)}`;
      return answering.tell(
        by,
        from,
        unknown ? { ...help, text: [...unknown, ...say`\n`, ...(help.text ?? [])] } : help,
      );
    }
    const { name, mentions } = understood;
    const people = await Promise.all(mentions.map((id) => desk.people.recall(team_id, id)));
    const input = await reception.read(by, name, {
      text: understood.text,
      mentions: people.map((one) => one?.person.id),
      channels: understood.channels,
    });
    await act(
      desk,
      { ...by, channel: sharedIn(channel_id) },
      { handler: name, input, ask: 'all', from, trigger: trigger_id },
    );
  });
}

async function onPress(desk: Desk, body: unknown, refill: Submissions['refill']): Promise<void> {
  const payload = PressPayload.safeParse(body);
  if (!payload.success) return unreadable(desk, 'press', payload.error);
  const { user, trigger_id, actions, container } = payload.data;
  const channel = container.type === 'message' ? sharedIn(container.channel_id) : undefined;
  const [action] = actions;
  if (!action || action.url !== undefined || action.action_id.startsWith(LINK)) return;
  const { view } = payload.data;
  const form = view && 'state' in view ? view : undefined;
  // What has to be said while a form is filled in is said beside it: what is in it stays.
  const from = form ? undefined : originOf(payload.data);
  await answered(desk, { team: teamOf(payload.data), userId: user.id, name: user.name }, from, (by) =>
    // In a dialog something was chosen that other fields follow.
    form ? refill(by, form) : act(desk, { ...by, channel }, { ...wantedBy(action), from, trigger: trigger_id }),
  );
}

/** A channel in which others read; direct messages are `D…`: https://docs.slack.dev/reference/objects/conversation-object */
function sharedIn(channel: string): string | undefined {
  return channel.startsWith('D') ? undefined : channel;
}

/** An id that is none of ours reaches the reception too: it says that this button does nothing any more. */
function wantedBy({ type, action_id, value, selected_option: chosen }: PressPayload['actions'][number]): {
  handler: string;
  input: RawInput;
  ask: 'all' | 'missing';
} {
  const id = readId(type === 'overflow' && chosen ? chosen.value : action_id);
  const handler = id?.handler ?? action_id;
  if (type === 'overflow') return { handler, input: id?.input ?? {}, ask: 'all' };
  if (chosen) return { handler, input: { ...id?.input, choice: chosenValue(chosen.value) }, ask: 'missing' };
  return { handler, input: readQuery(value ?? ''), ask: 'all' };
}

function originOf({ container, view, response_url }: PressPayload): Origin | undefined {
  if (container.type === 'view')
    return view?.type === 'home' ? { kind: 'home' } : { kind: 'sheet', view: container.view_id };
  if (container.is_ephemeral) return response_url ? { kind: 'ephemeral', url: response_url } : undefined;
  return {
    kind: 'message',
    channel: container.channel_id,
    ts: container.message_ts,
    ...(response_url && { url: response_url }),
  };
}

async function onHomeOpened(desk: Desk, { team_id, event }: HomeOpened): Promise<void> {
  if (event.tab !== undefined && event.tab !== 'home') return;
  const seen = { team: team_id, userId: event.user, dmChannel: event.channel, opensHome: true };
  const by = await desk.people.recognise(seen);
  if (by) await desk.answering.publishHome(by);
}

async function onDirectMessage(desk: Desk, { team_id, event }: DirectMessage): Promise<void> {
  const { user, channel, text, thread_ts } = event;
  await answered(desk, { team: team_id, userId: user, dmChannel: channel }, undefined, async (by) => {
    const files = sentFiles(event, desk.fetchFile);
    const message = await desk.reception.typed(by, await spoken(desk, team_id, text), files);
    await desk.sending.answer(channel, thread_ts, message, desk.answering.readerOf(by));
  });
}

/** In a channel, where others read: the answer is for who asked alone. */
async function onMention(desk: Desk, { team_id, event }: Mention, isTooMany: MentionLimit): Promise<void> {
  const { user, channel, text, thread_ts } = event;
  if (isTooMany(user, channel)) return;
  await answered(desk, { team: team_id, userId: user }, undefined, async (by) => {
    const message = await desk.reception.typed(by, await spoken(desk, team_id, text));
    await desk.sending.answerPrivately({ channel, thread: thread_ts, user }, message, desk.answering.readerOf(by));
  });
}

/** What was typed, with the names of those who are mentioned in it; the bot itself is nobody's name. */
async function spoken(desk: Desk, team: string, text: string): Promise<string> {
  const named = await Promise.all(
    mentionsIn(text).map(async (id) => [id, (await desk.people.recall(team, id))?.person.name ?? ''] as const),
  );
  return plainOf(
    named.reduce((all, [id, name]) => all.replaceAll(new RegExp(`<@${id}(\\|[^>]*)?>`, 'g'), ` ${name} `), text),
  );
}

/** True for what was not seen lately. */
function createOnce(most: number): (id: string) => boolean {
  const seen = new Set<string>();
  return (id) => {
    if (seen.has(id)) return false;
    seen.add(id);
    const [oldest] = seen;
    if (seen.size > most && oldest !== undefined) seen.delete(oldest);
    return true;
  };
}
