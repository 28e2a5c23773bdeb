import { APP } from './defaults.ts';
import type { State } from './state.ts';
import type { Conversation, Json, Message, SlackPerson, View } from './types.ts';

/** What every interaction says about who did it: https://docs.slack.dev/reference/interaction-payloads */
export function whoDidIt(person: SlackPerson): Json {
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: APP.team },
    team: { id: APP.team, domain: APP.teamDomain },
    api_app_id: APP.id,
    token: APP.verificationToken,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** A view as the API and the interactions give it: https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function viewAsSent(view: View): Json {
  const { content } = view;
  return {
    id: view.id,
    team_id: APP.team,
    type: content.type,
    blocks: content.blocks,
    private_metadata: content.private_metadata ?? '',
    callback_id: content.callback_id ?? '',
    state: { values: view.values },
    hash: view.hash,
    title: content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: content.clear_on_close ?? false,
    notify_on_close: content.notify_on_close ?? false,
    close: content.close ?? null,
    submit: content.submit ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: APP.id,
    external_id: content.external_id ?? '',
    app_installed_team_id: APP.team,
    bot_id: APP.bot,
  };
}

/** A message as the API and the interactions give it. */
export function messageAsSent(message: Message): Json {
  return {
    type: 'message',
    user: message.user,
    ts: message.ts,
    text: message.text,
    team: APP.team,
    ...(message.user === APP.botUser && { bot_id: APP.bot, app_id: APP.id }),
    ...(message.blocks && { blocks: message.blocks.map(measured) }),
    ...(message.attachments && { attachments: message.attachments }),
    ...(message.files && { subtype: 'file_share', files: message.files }),
    ...(message.threadTs && { thread_ts: message.threadTs }),
    ...(message.edited && { edited: { user: message.user, ts: message.edited } }),
  };
}

/** Slack adds what it measured to pictures; sent back to it, that is refused (bolt-js issue 1841). */
function measured(block: Json): Json {
  if (block.type !== 'image') return block;
  return { ...block, fallback: '640x400px image', image_width: 640, image_height: 400, image_bytes: 9000 };
}

/** What Slack calls a conversation in interactions: DMs and private channels have no name of their own. */
export function channelName(conversation: Conversation): string {
  if (conversation.kind === 'im') return 'directmessage';
  return conversation.kind === 'private' ? 'privategroup' : conversation.name;
}

/** https://docs.slack.dev/reference/objects/conversation-object */
export function conversationAsSent(conversation: Conversation): Json {
  const created = 1_700_000_000;
  if (conversation.kind === 'im') {
    const { id, with: user } = conversation;
    return { id, created, is_im: true, is_archived: false, is_org_shared: false, user, is_open: conversation.isOpen };
  }
  return {
    id: conversation.id,
    name: conversation.name,
    name_normalized: conversation.name,
    created,
    is_channel: conversation.kind === 'channel',
    is_group: conversation.kind === 'private',
    is_im: false,
    is_mpim: false,
    is_private: conversation.kind === 'private',
    is_archived: conversation.isArchived,
    is_general: conversation.name === 'general',
    is_member: conversation.hasApp,
    num_members: conversation.members.size + (conversation.hasApp ? 1 : 0),
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

/** https://docs.slack.dev/reference/objects/user-object */
export function personAsSent(state: State, person: SlackPerson, withLocale: boolean): Json {
  return {
    id: person.id,
    team_id: APP.team,
    name: person.name,
    real_name: person.realName,
    deleted: state.deactivated.has(person.id),
    tz: person.tz,
    tz_label: person.tz,
    tz_offset: offsetSeconds(person.tz, state.stage.now()),
    profile: {
      real_name: person.realName,
      display_name: person.name,
      first_name: person.realName.split(' ')[0],
      last_name: person.realName.split(' ').slice(1).join(' '),
      ...(state.manifest.scopes.has('users:read.email') && { email: `${person.name}@example.org` }),
    },
    is_admin: person.isAdmin ?? false,
    is_owner: false,
    is_bot: false,
    is_app_user: false,
    updated: 1_700_000_000,
    ...(withLocale && { locale: person.locale }),
  };
}

export function botAsSent(): Json {
  return {
    id: APP.botUser,
    team_id: APP.team,
    name: APP.botName,
    real_name: APP.name,
    deleted: false,
    tz: 'America/Los_Angeles',
    tz_offset: -28_800,
    profile: { real_name: APP.name, display_name: APP.botName, api_app_id: APP.id, bot_id: APP.bot },
    is_admin: false,
    is_owner: false,
    is_bot: true,
    is_app_user: false,
    updated: 1_700_000_000,
  };
}

function offsetSeconds(tz: string, at: Date): number {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(tz).offsetNanoseconds / 1e9;
}
