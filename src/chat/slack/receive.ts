import type { App } from '@slack/bolt';
import type { RawInput } from '../../conversation/handler.ts';
import { wordsFor } from '../../conversation/languages/index.ts';
import { say } from '../../conversation/say.ts';
import { newFaultId } from '../../core/id.ts';
import { act, answered, unreadable } from './act.ts';
import { chosenValue } from './actions.ts';
import { plainOf, readCommand } from './command.ts';
import type { Desk } from './desk.ts';
import { LINK, readId, readQuery } from './ids.ts';
import { CommandPayload, DirectMessage, HomeOpened, type Origin, PressPayload, teamOf } from './payloads.ts';
import { createSubmissions } from './submit.ts';

const EVENTS_REMEMBERED = 1000;

/** Takes in everything that Slack brings: acknowledges first, then works. Nothing here throws into Bolt. */
export function receive(app: App, desk: Desk): void {
  const { log, inFlight } = desk;
  const isNew = createOnce(EVENTS_REMEMBERED);
  const submissions = createSubmissions(desk);

  /** While the chat closes, what can be left unacknowledged is: Slack tells the person that it failed. */
  const unlessStopping = async (what: string, work: () => Promise<void>): Promise<void> => {
    if (!desk.isStopping()) await guarded(what, work);
  };
  /** Nothing that goes wrong in here reaches Bolt, and a chat that is closing waits for it. */
  const guarded = async (what: string, work: () => Promise<void>): Promise<void> => {
    try {
      await inFlight.track(work());
    } catch (error) {
      log.error({ chat: 'slack', id: newFaultId(), what, err: error }, 'a fault while receiving');
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
      await onPress(desk, body);
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
  app.error(async (error) => log.error({ chat: 'slack', err: error }, 'a fault inside Bolt'));
}

async function onCommand(desk: Desk, body: unknown): Promise<void> {
  const payload = CommandPayload.safeParse(body);
  if (!payload.success) return unreadable(desk, 'command', payload.error);
  const { team_id, user_id, user_name, command, text, response_url, trigger_id } = payload.data;
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
    });
    await act(desk, by, { handler: name, input, ask: 'all', from, trigger: trigger_id });
  });
}

async function onPress(desk: Desk, body: unknown): Promise<void> {
  const payload = PressPayload.safeParse(body);
  if (!payload.success) return unreadable(desk, 'press', payload.error);
  const { user, trigger_id, actions } = payload.data;
  const [action] = actions;
  if (!action || action.url !== undefined || action.action_id.startsWith(LINK)) return;
  const id = readId(action.action_id);
  const input: RawInput = action.selected_option
    ? { ...id?.input, choice: chosenValue(action.selected_option.value) }
    : readQuery(action.value ?? '');
  const from = originOf(payload.data);
  await answered(desk, { team: teamOf(payload.data), userId: user.id, name: user.name }, from, (by) =>
    act(desk, by, {
      // An id that is none of ours reaches the reception too: it says that this button does nothing any more.
      handler: id?.handler ?? action.action_id,
      input,
      ask: action.selected_option ? 'missing' : 'all',
      from,
      trigger: trigger_id,
    }),
  );
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
    const message = await desk.reception.typed(by, plainOf(text));
    await desk.sending.answer(channel, thread_ts, message, desk.answering.readerOf(by));
  });
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
