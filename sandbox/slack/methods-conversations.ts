import { APP } from './defaults.ts';
import { type Args, type Backstage, type Method, needScope, page } from './method.ts';
import { dmIsAllowed, visibleConversation } from './methods-chat.ts';
import { conversationAsSent, messageAsSent } from './payloads.ts';
import { refusal } from './refusal.ts';
import type { Conversation } from './types.ts';

const HISTORY_SCOPE = { channel: 'channels:history', private: 'groups:history', im: 'im:history' } as const;
const READ_SCOPE = { channel: 'channels:read', private: 'groups:read', im: 'im:read' } as const;
const KIND_OF: Record<string, Conversation['kind'] | 'mpim'> = {
  public_channel: 'channel',
  private_channel: 'private',
  im: 'im',
  mpim: 'mpim',
};

/** https://docs.slack.dev/reference/methods?family=conversations */
export function conversationMethods({ state }: Backstage): Record<string, Method> {
  const all = [...state.conversations.values()];
  const readable = (args: Args) => {
    const conversation = visibleConversation(state, args.need('channel'));
    needScope(state, [READ_SCOPE[conversation.kind]]);
    return conversation;
  };
  const ofTypes = (args: Args) => {
    const kinds = (args.text('types') ?? 'public_channel').split(',').map((type) => {
      const kind = KIND_OF[type.trim()];
      if (!kind) throw refusal('invalid_types');
      return kind;
    });
    for (const kind of kinds) needScope(state, [kind === 'mpim' ? 'mpim:read' : READ_SCOPE[kind]]);
    return all.filter(
      ({ kind, hasApp, isArchived, isOpen }) =>
        kinds.includes(kind) &&
        (kind === 'channel' || (hasApp && isOpen)) &&
        !(isArchived && args.isSet('exclude_archived')),
    );
  };

  return {
    'conversations.open': {
      tier: 3,
      scopes: ['im:write'],
      run(args) {
        const given = args.text('channel');
        const users = args.text('users')?.split(',') ?? [];
        if (!given && users.length === 0) throw refusal('users_list_not_supplied');
        // A group DM is another scope, which this workspace never granted.
        if (users.length > 1) needScope(state, ['mpim:write']);
        const user = given ? state.conversation(given)?.with : users[0]?.trim();
        if (given && !user) throw refusal('channel_not_found');
        if (user === APP.botUser || user === 'USLACKBOT') throw refusal('cannot_dm_bot');
        const dm = user === undefined ? undefined : state.dmOf(user);
        if (!dm || user === undefined) throw refusal('user_not_found');
        dmIsAllowed(state, user);
        const wasOpen = dm.isOpen;
        dm.isOpen = true;
        if (!wasOpen) state.changed();
        const channel = args.isSet('return_im') ? conversationAsSent(dm) : { id: dm.id };
        return { ...(wasOpen && { no_op: true, already_open: true }), channel };
      },
    },
    'conversations.history': {
      tier: 3,
      run(args) {
        const conversation = visibleConversation(state, args.need('channel'));
        needScope(state, [HISTORY_SCOPE[conversation.kind]]);
        const limit = Math.min(Number(args.text('limit') ?? 100), 999);
        const oldest = Number(args.text('oldest') ?? 0);
        const seen = conversation.messages.filter(({ ephemeralFor, ts }) => !ephemeralFor && Number(ts) > oldest);
        return {
          messages: seen
            .slice(-limit)
            .reverse()
            .map((message) => ({
              ...messageAsSent(message),
              ...(args.isSet('include_all_metadata') && message.metadata && { metadata: message.metadata }),
            })),
          has_more: seen.length > limit,
        };
      },
    },
    'conversations.info': {
      tier: 3,
      run: (args) => ({ channel: conversationAsSent(readable(args)) }),
    },
    'conversations.list': {
      tier: 2,
      run(args) {
        const { items, metadata } = page(ofTypes(args), args);
        return { channels: items.map(conversationAsSent), response_metadata: metadata };
      },
    },
    'conversations.members': {
      tier: 4,
      run(args) {
        const conversation = readable(args);
        const members = [...conversation.members, ...(conversation.hasApp ? [APP.botUser] : [])];
        const { items, metadata } = page(members, args);
        return { members: items, response_metadata: metadata };
      },
    },
    'conversations.join': {
      tier: 3,
      scopes: ['channels:join'],
      run(args) {
        const conversation = visibleConversation(state, args.need('channel'));
        if (conversation.kind !== 'channel') throw refusal('method_not_supported_for_channel_type');
        if (conversation.isArchived) throw refusal('is_archived');
        const was = conversation.hasApp;
        conversation.hasApp = true;
        state.changed();
        return { channel: conversationAsSent(conversation), ...(was && { warning: 'already_in_channel' }) };
      },
    },
    'users.conversations': {
      tier: 3,
      run(args) {
        const user = args.text('user');
        if (user && !state.person(user)) throw refusal('user_not_found');
        const isIn = (conversation: Conversation) =>
          user ? conversation.members.has(user) && conversation.kind !== 'im' : conversation.hasApp;
        const { items, metadata } = page(ofTypes(args).filter(isIn), args);
        return { channels: items.map(conversationAsSent), response_metadata: metadata };
      },
    },
  };
}
