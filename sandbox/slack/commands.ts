import type { Channels } from './channels.ts';
import { eventName, whereIs } from './channels.ts';
import { APP, SLACKBOT } from './defaults.ts';
import type { Delivery } from './delivery.ts';
import type { Events } from './events.ts';
import type { Files, Sent } from './files.ts';
import { channelName } from './payloads.ts';
import { isRefusal } from './refusal.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { State } from './state.ts';
import type { Triggers } from './triggers.ts';
import type { Conversation, SlackPerson } from './types.ts';

/** What the actions of people work on. */
export interface Interactivity {
  readonly state: State;
  readonly channels: Channels;
  readonly files: Files;
  readonly events: Events;
  readonly delivery: Delivery;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  /** Notes what the app acknowledged with. */
  readonly recordAck: (kind: string, body: unknown) => void;
}

/** A person types into a conversation and presses Enter: https://docs.slack.dev/interactivity/implementing-slash-commands */
export function createTyping({
  state,
  channels,
  files,
  events,
  delivery,
  triggers,
  responseUrls,
  recordAck,
}: Interactivity) {
  const fail = (conversation: Conversation, person: SlackPerson, sentence: string): never => {
    channels.post(conversation, { user: SLACKBOT, text: sentence, ephemeralFor: person.id });
    throw new Error(sentence);
  };

  const command = async (person: SlackPerson, conversation: Conversation, typed: string) => {
    const [, name = '', text = ''] = typed.match(/^(\S+)\s*(.*)$/s) ?? [];
    const { commands, scopes } = state.manifest;
    const known = scopes.has('commands') ? commands.find((candidate) => candidate.command === name) : undefined;
    if (!known) return fail(conversation, person, `\`${name}\` is not a valid command.`);
    const outcome = await delivery.send('slash_commands', {
      token: APP.verificationToken,
      team_id: APP.team,
      team_domain: APP.teamDomain,
      channel_id: conversation.id,
      channel_name: channelName(conversation),
      user_id: person.id,
      user_name: person.name,
      command: name,
      text: known.shouldEscape ? withMentions(state, escaped(text), true) : escaped(text),
      api_app_id: APP.id,
      is_enterprise_install: 'false',
      response_url: responseUrls.issue(person.id, conversation.id),
      trigger_id: triggers.issue(person.id),
    });
    if (!outcome.ok) return fail(conversation, person, `${name} failed with the error "${outcome.error}"`);
    recordAck('command', outcome.body);
    if (Object.keys(outcome.body).length === 0) return;
    try {
      responseUrls.respond({ user: person.id, conversation: conversation.id }, outcome.body);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      fail(conversation, person, `${name} failed with the error "invalid_command_response"`);
    }
  };

  const message = async (person: SlackPerson, conversation: Conversation, typed: string, sent: readonly Sent[]) => {
    if (conversation.kind === 'im' && !(state.manifest.messagesTab && state.manifest.messagesWritable)) {
      throw new Error('Sending messages to this app has been turned off.');
    }
    const text = withMentions(state, escaped(typed), false);
    conversation.unread.set(person.id, 0);
    conversation.isOpen = true;
    const shared = sent.map(files.send);
    const withFiles = shared.length > 0 && { files: shared };
    const { ts } = state.add(conversation, { user: person.id, text, ...withFiles });
    if (!conversation.hasApp) return;
    const common = { user: person.id, text, ts, event_ts: ts, team: APP.team, client_msg_id: crypto.randomUUID() };
    await events.send(eventName(conversation), {
      type: 'message',
      ...(withFiles && { subtype: 'file_share', upload: false, ...withFiles }),
      ...common,
      ...whereIs(conversation),
    });
    if (text.includes(`<@${APP.botUser}>`) && conversation.kind !== 'im') {
      await events.send('app_mention', { type: 'app_mention', ...common, channel: conversation.id });
    }
  };

  return (person: SlackPerson, conversation: Conversation, text: string, sent: readonly Sent[] = []): Promise<void> =>
    text.startsWith('/') ? command(person, conversation, text) : message(person, conversation, text, sent);
}

/** https://docs.slack.dev/messaging/formatting-message-text#escaping */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Turns `@lena` and `#general` into what apps receive; commands also carry the name. */
function withMentions(state: State, text: string, withNames: boolean): string {
  const named = (name: string) => (withNames ? `|${name}` : '');
  return text
    .replace(/(?<![\w@])@([\w.-]*\w)/g, (whole, name: string) => {
      const id = name === APP.botName ? APP.botUser : state.people.find((person) => person.name === name)?.id;
      return id ? `<@${id}${named(name)}>` : whole;
    })
    .replace(/(?<![\w#&])#([\w-]+)/g, (whole, name: string) => {
      const channel = [...state.conversations.values()].find((it) => it.kind !== 'im' && it.name === name);
      return channel ? `<#${channel.id}|${name}>` : whole;
    });
}
