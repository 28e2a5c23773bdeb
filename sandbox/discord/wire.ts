import { INTENT } from './gateway-protocol.ts';
import { EVERYBODY_MAY, overwritesOf, personMay } from './permissions.ts';
import { APPLICATION_ID, BOT_NAME, BOT_ROLE_ID, type Channel, type DiscordPerson, type Server } from './place.ts';
import type { RoomChannel } from './state.ts';
import type { Spot, World } from './world.ts';

/** An object of the API. */
export type Json = Record<string, unknown>;

/** A DM, as an app sees it, is not only a place but a person. */
const CHANNEL_TYPE = { text: 0, dm: 1 } as const;
const JOINED_AT = '2024-01-01T00:00:00.000000+00:00';

/** https://docs.discord.com/developers/resources/user#user-object */
export function userOnWire(person: DiscordPerson): Json {
  return {
    id: person.id,
    username: person.username,
    discriminator: '0',
    global_name: person.globalName,
    avatar: null,
    avatar_decoration_data: null,
    collectibles: null,
    clan: null,
    primary_guild: null,
    public_flags: 0,
  };
}

/** The bot itself, as a user. */
export function botOnWire(): Json {
  return {
    id: APPLICATION_ID,
    username: BOT_NAME,
    discriminator: '0000',
    global_name: null,
    avatar: null,
    bot: true,
    public_flags: 0,
  };
}

/** Whoever has this id. */
export function authorOnWire(world: World, userId: string): Json {
  const person = world.person(userId);
  return person ? userOnWire(person) : botOnWire();
}

/** https://docs.discord.com/developers/resources/guild#guild-member-object */
export function memberOnWire(person: DiscordPerson, server: Server, withUser = true): Json {
  return {
    ...(withUser ? { user: userOnWire(person) } : {}),
    nick: null,
    avatar: null,
    banner: null,
    roles: person.roles.filter((id) => server.roles.some((role) => role.id === id)),
    joined_at: JOINED_AT,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
  };
}

/** The bot as a member of a server. */
export function botMemberOnWire(): Json {
  return {
    user: botOnWire(),
    nick: null,
    avatar: null,
    banner: null,
    roles: [BOT_ROLE_ID],
    joined_at: JOINED_AT,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
  };
}

/** A member with the permissions that an interaction carries. */
export function interactingMember(person: DiscordPerson, server: Server, channel: Channel): Json {
  return { ...memberOnWire(person, server), permissions: String(personMay(person, server, channel)) };
}

/** https://docs.discord.com/developers/topics/permissions#role-object */
export function rolesOnWire(world: Pick<World, 'state'>, server: Server): Json[] {
  const role = (id: string, name: string, position: number, permissions: bigint) => ({
    id,
    name,
    position,
    permissions: String(permissions),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    managed: false,
    mentionable: false,
    flags: 0,
  });
  return [
    role(server.id, '@everyone', 0, EVERYBODY_MAY),
    { ...role(BOT_ROLE_ID, BOT_NAME, 1, BigInt(world.state.botRole)), managed: true, tags: { bot_id: APPLICATION_ID } },
    ...server.roles.map(({ id, name, position }) => role(id, name, position, EVERYBODY_MAY)),
  ];
}

/** https://docs.discord.com/developers/resources/channel#channel-object */
export function channelOnWire(world: World, spot: Spot): Json {
  const last = world.newest.get(spot.id) ?? null;
  if (spot.kind === 'dm')
    return {
      id: spot.id,
      type: CHANNEL_TYPE.dm,
      last_message_id: last,
      flags: 0,
      recipients: [userOnWire(spot.person)],
    };
  const { channel, server } = spot;
  return {
    id: channel.id,
    type: CHANNEL_TYPE.text,
    guild_id: server.id,
    name: channel.name,
    topic: channel.topic || null,
    position: server.channels.indexOf(channel),
    permission_overwrites: overwritesOf(channel, server, APPLICATION_ID),
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    last_message_id: last,
    flags: 0,
  };
}

/** A channel that the app made. */
export function roomOnWire({ id, serverId, type, name, parentId, overwrites }: RoomChannel): Json {
  const voice = { bitrate: 64_000, user_limit: 0, rtc_region: null, last_message_id: null, rate_limit_per_user: 0 };
  return {
    id,
    type,
    guild_id: serverId,
    name,
    position: 0,
    permission_overwrites: overwrites,
    parent_id: parentId,
    nsfw: false,
    flags: 0,
    ...(type === 2 ? voice : {}),
  };
}

/** https://docs.discord.com/developers/resources/voice#voice-state-object */
export function voiceStateOnWire(
  userId: string,
  serverId: string | undefined,
  channelId: string | null,
  sessionId: string,
): Json {
  return {
    ...(serverId === undefined ? {} : { guild_id: serverId }),
    channel_id: channelId,
    user_id: userId,
    session_id: sessionId,
    deaf: false,
    mute: false,
    self_deaf: false,
    self_mute: false,
    self_video: false,
    suppress: false,
    request_to_speak_timestamp: null,
  };
}

/** https://docs.discord.com/developers/resources/guild#guild-object */
export function guildOnWire(world: Pick<World, 'state'>, server: Server): Json {
  return {
    id: server.id,
    name: server.name,
    icon: null,
    icon_hash: null,
    splash: null,
    discovery_splash: null,
    owner_id: server.ownerId,
    afk_channel_id: null,
    afk_timeout: 300,
    widget_enabled: false,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: rolesOnWire(world, server),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    max_members: 500_000,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: 'en-US',
    public_updates_channel_id: null,
    nsfw_level: 0,
    premium_progress_bar_enabled: false,
    safety_alerts_channel_id: null,
    incidents_data: null,
  };
}

/** What GUILD_CREATE carries; without the members intent, the bot is the only member in it. */
export function guildCreateOnWire(world: World, server: Server, intents = 0): Json {
  const rooms = [...world.state.rooms.values()].filter(({ serverId }) => serverId === server.id);
  const inVoice = world.people.flatMap(({ id }) => {
    const room = rooms.find((one) => one.id === world.state.voice.get(id));
    return room ? [voiceStateOnWire(id, undefined, room.id, id)] : [];
  });
  return {
    ...guildOnWire(world, server),
    joined_at: JOINED_AT,
    large: false,
    unavailable: false,
    member_count: world.people.filter(({ id }) => world.isMember(id, server)).length + 1,
    members: [botMemberOnWire()],
    channels: [
      ...server.channels.map((channel) => channelOnWire(world, { kind: 'server', id: channel.id, server, channel })),
      ...rooms.map(roomOnWire),
    ].map(({ guild_id: _, ...rest }) => rest),
    voice_states: intents & INTENT.guildVoiceStates ? inVoice : [],
    threads: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
