import { checkedContent } from './content.ts';
import { APP } from './defaults.ts';
import type { Args, Backstage, Method } from './method.ts';
import { messageAsSent } from './payloads.ts';
import { refusal } from './refusal.ts';
import type { State } from './state.ts';
import type { Conversation, Json, Message } from './types.ts';

/** https://docs.slack.dev/reference/methods?family=chat */
export function chatMethods({ state, channels }: Backstage): Record<string, Method> {
  const scopes = ['chat:write'];
  const given = (args: Args) => ({
    text: args.text('text'),
    blocks: args.json('blocks'),
    attachments: args.json('attachments'),
  });
  const ownMessage = (args: Args, refusedWith: string): [Conversation, Message] => {
    const channel = args.need('channel');
    // Only an id will do here: neither a person's id, as for posting, nor a name.
    if (!state.conversation(channel)) throw refusal('channel_not_found');
    const conversation = visibleConversation(state, channel);
    const message = channels.find(conversation, args.need('ts'));
    // An ephemeral message is in no history: it can neither be changed nor deleted by its time.
    if (!message || message.ephemeralFor) throw refusal('message_not_found');
    if (message.user !== APP.botUser) throw refusal(refusedWith);
    return [conversation, message];
  };

  return {
    'chat.postMessage': {
      tier: 'posting',
      scopes,
      run(args) {
        const conversation = writableConversation(state, args.need('channel'));
        const { warning, ...content } = checkedContent(state, given(args));
        const threadTs = args.text('thread_ts');
        const metadata = messageMetadata(args);
        const message = channels.post(conversation, {
          user: APP.botUser,
          text: '',
          ...content,
          ...(metadata && { metadata }),
          ...(threadTs && { threadTs }),
          ...(args.text('unfurl_links') && { unfurlLinks: args.isSet('unfurl_links') }),
          ...(args.text('unfurl_media') && { unfurlMedia: args.isSet('unfurl_media') }),
        });
        conversation.isOpen = true;
        return {
          channel: conversation.id,
          ts: message.ts,
          message: messageAsSent(message),
          ...(warning && { warning, response_metadata: { warnings: [warning] } }),
        };
      },
    },
    'chat.postEphemeral': {
      tier: 4,
      scopes,
      run(args) {
        const conversation = writableConversation(state, args.need('channel'));
        const user = args.need('user');
        if (!conversation.members.has(user)) throw refusal('user_not_in_channel');
        const { warning: _, ...content } = checkedContent(state, given(args));
        const message = channels.post(conversation, {
          user: APP.botUser,
          text: '',
          ...content,
          ephemeralFor: user,
        });
        return { message_ts: message.ts };
      },
    },
    'chat.update': {
      tier: 3,
      scopes,
      run(args) {
        const [conversation, message] = ownMessage(args, 'cant_update_message');
        const { warning: _, ...content } = checkedContent(state, given(args), true);
        // Text without blocks takes the old blocks away, and shows as edited; blocks without text leave the old text.
        channels.change(conversation, message, { ...(content.text !== undefined && { blocks: [] }), ...content });
        return { channel: conversation.id, ts: message.ts, text: message.text, message: messageAsSent(message) };
      },
    },
    'chat.delete': {
      tier: 3,
      scopes,
      run(args) {
        const [conversation, message] = ownMessage(args, 'cant_delete_message');
        channels.remove(conversation, message);
        return { channel: conversation.id, ts: message.ts };
      },
    },
  };
}

/** https://docs.slack.dev/messaging/message-metadata: a name and an object. */
function messageMetadata(args: Args): Json | undefined {
  const given = args.json('metadata');
  if (given === undefined) return undefined;
  const { event_type, event_payload } = given as { event_type?: unknown; event_payload?: unknown };
  const isWhole = typeof event_type === 'string' && typeof event_payload === 'object' && event_payload !== null;
  if (!isWhole || Array.isArray(event_payload)) throw refusal('invalid_metadata_format');
  return given as Json;
}

/** A conversation by its id, by `#name`, or a DM by the person's id; private ones only when the app is in them. */
export function visibleConversation(state: State, given: string): Conversation {
  const conversation =
    state.conversation(given) ??
    state.dmOf(given) ??
    [...state.conversations.values()].find(({ name, kind }) => kind !== 'im' && name === given.replace(/^#/, ''));
  if (!conversation || (conversation.kind === 'private' && !conversation.hasApp)) throw refusal('channel_not_found');
  return conversation;
}

/** One in which the app can write. */
export function writableConversation(state: State, given: string): Conversation {
  if (given === APP.botUser) throw refusal('cannot_dm_bot');
  const conversation = visibleConversation(state, given);
  if (conversation.isArchived) throw refusal('is_archived');
  if (conversation.kind === 'im') dmIsAllowed(state, conversation.with ?? '');
  else if (!conversation.hasApp && !state.manifest.scopes.has('chat:write.public')) throw refusal('not_in_channel');
  return conversation;
}

/** Refuses when this person cannot be written to. */
export function dmIsAllowed(state: State, userId: string): void {
  const blocked = state.blockedDms.get(userId);
  if (blocked) throw refusal(blocked);
  if (!state.manifest.messagesTab) throw refusal('messages_tab_disabled');
}
