import { APP } from './defaults.ts';
import type { Events } from './events.ts';
import { messageAsSent } from './payloads.ts';
import type { State } from './state.ts';
import type { Conversation, Message } from './types.ts';

/** Puts messages into conversations, and tells the app about those that it may see. */
export interface Channels {
  find(conversation: Conversation, ts: string): Message | undefined;
  post(conversation: Conversation, message: Omit<Message, 'ts'>): Message;
  change(conversation: Conversation, message: Message, to: Partial<Message>): void;
  remove(conversation: Conversation, message: Message): void;
}

export function createChannels(state: State, events: Events): Channels {
  // Slack tells apps about their own messages too; Bolt drops what its own bot user wrote.
  const tell = (conversation: Conversation, what: Record<string, unknown>) => {
    if (conversation.hasApp) void events.send(eventName(conversation), { ...what, ...whereIs(conversation) });
  };
  return {
    find: ({ messages }, ts) => messages.findLast((message) => message.ts === ts),
    post(conversation, content) {
      const message = state.add(conversation, content);
      if (message.user === APP.botUser && !message.ephemeralFor) {
        tell(conversation, { ...messageAsSent(message), event_ts: message.ts });
      }
      return message;
    },
    change(conversation, message, to) {
      const previous = messageAsSent(message);
      const ts = state.newTs();
      // People see "(edited)" only on messages that are plain text.
      Object.assign(message, to, to.blocks?.length || message.ephemeralFor ? {} : { edited: ts });
      state.changed();
      if (message.ephemeralFor) return;
      tell(conversation, {
        type: 'message',
        subtype: 'message_changed',
        message: messageAsSent(message),
        previous_message: previous,
        hidden: true,
        ts,
        event_ts: ts,
      });
    },
    remove(conversation, message) {
      conversation.messages = conversation.messages.filter((other) => other !== message);
      state.changed();
      if (message.ephemeralFor) return;
      const ts = state.newTs();
      tell(conversation, {
        type: 'message',
        subtype: 'message_deleted',
        deleted_ts: message.ts,
        previous_message: messageAsSent(message),
        hidden: true,
        ts,
        event_ts: ts,
      });
    },
  };
}

/** The subscription that covers messages in this conversation. */
export function eventName({ kind }: Conversation): 'message.im' | 'message.channels' | 'message.groups' {
  if (kind === 'im') return 'message.im';
  return kind === 'private' ? 'message.groups' : 'message.channels';
}

export function whereIs({ id, kind }: Conversation) {
  const channel_type = kind === 'im' ? 'im' : kind === 'private' ? 'group' : 'channel';
  return { channel: id, channel_type };
}
