import type { Stage, StandIn } from '../stand-in.ts';
import { createCommands } from './commands.ts';
import { createDeeds, type Deeds } from './deeds.ts';
import { createFaults, type Fault } from './faults.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { CLOSE } from './gateway-protocol.ts';
import type { OpenModal } from './interaction-wire.ts';
import { createInteractions } from './interactions.ts';
import { createMessages } from './messages.ts';
import { PERMISSION } from './permissions.ts';
import {
  ADMIN_ROLE_ID,
  APPLICATION_ID,
  CHANNEL_IDS,
  type DiscordPerson,
  SERVER_ID,
  UNLISTED_SERVER_ID,
} from './place.ts';
import { createRateLimits } from './rate-limits.ts';
import { createRest } from './rest.ts';
import { createRoutes } from './routes.ts';
import { removeRoom } from './routes-rooms.ts';
import { createScreens, type DiscordScreen } from './screen.ts';
import { type DiscordOptions, settle } from './settings.ts';
import { dumpState, type RoomChannel } from './state.ts';
import { createVoice } from './voice.ts';
import { createVoicePage } from './voice-page.ts';
import { guildCreateOnWire } from './wire.ts';
import { createWorld } from './world.ts';

export type { DiscordPerson } from './place.ts';
export type { DiscordScreen, ScreenMessage } from './screen.ts';
export type { DiscordOptions } from './settings.ts';

/** Where everything of this stand-in is. */
const PREFIX = '/sandbox/discord';

/** What an app needs to know to use the sandbox's Discord. */
interface DiscordCredentials {
  readonly token: string;
  readonly applicationId: string;
  /** Study Hall. */
  readonly serverId: string;
  /** Chess Club, which no app's settings name. */
  readonly unlistedServerId: string;
  /** To be put after the sandbox's origin, for `rest: { api }` of discord.js. */
  readonly apiPath: '/sandbox/discord/api';
  /** In place of `https://discord.com`, for links to channels. */
  readonly webPath: '/sandbox/discord';
  readonly adminRoleId: string;
  readonly channels: { readonly welcome: string; readonly study: string; readonly tutoringAdmins: string };
}

/** What can go wrong on purpose. */
interface Mishaps
  extends Pick<
    Gateway,
    'disconnect' | 'askToReconnect' | 'invalidateSession' | 'askForHeartbeat' | 'missHeartbeatAcks'
  > {
  /** The next `times` REST requests that match fail: `POST /channels/*\/messages`, `*` standing for one part of the path. */
  fail(pattern: string, fault: Fault, times?: number): void;
  /** No fault is pending any more. */
  heal(): void;
  /** The person takes no direct messages from the server: 50007. */
  closeDms(userId: string): void;
  openDms(userId: string): void;
  /** The person is in no server with the bot any more: 50278. */
  leaveServer(userId: string): void;
  joinServer(userId: string): void;
  /** Takes a permission from the bot's own role, or gives it. */
  letBot(permission: 'manageChannels' | 'connect' | 'manageRoles', may: boolean): void;
  /** Whether the bot has given somebody a role. */
  wasGiven(userId: string, roleId: string): boolean;
  /** Somebody deletes a channel that the bot made. */
  deletesChannel(channelId: string): void;
  /** The token was reset: 4004, and 401 to every request, until it is the one that is set. */
  resetToken(isGood?: boolean): void;
  /** An intent is not allowed any more: 4014. */
  refuseIntents(isAllowed?: boolean): void;
  /** Somebody takes the bot out of a server. */
  removeBot(serverId: string): void;
  /** Discord cannot reach a server for a while, and says so: nobody was taken out of anything. */
  loses(serverId: string, isBack?: boolean): void;
  /** A channel is there no more; with `false` it is there again. */
  hidesChannel(channelId: string, isGone?: boolean): void;
  /** Somebody invites the bot to a server, such as the unlisted one. */
  invite(serverId: string): void;
}

/** Discord, played on this machine. */
export interface Discord extends StandIn, Deeds, Mishaps {
  readonly prefix: '/sandbox/discord';
  readonly credentials: DiscordCredentials;
  readonly people: readonly DiscordPerson[];
  /** What a person can see, as plain JSON. */
  screen(userId: string): DiscordScreen;
  /** The voice channels that there are. */
  voiceChannels(): readonly RoomChannel[];
  /** Somebody enters a voice channel, if Discord lets them. */
  entersVoice(userId: string, channelId: string): void;
  leavesVoice(userId: string): void;
  /** The names of those who are in it. */
  inVoice(channelId: string): readonly string[];
  /** Whether an app listens. */
  isConnected(): boolean;
  /** 401, 403 and 429 of the last ten minutes; Discord shuts the door at 10,000. */
  invalidRequests(): number;
}

/** A strict stand-in for Discord's REST API and gateway. */
export function createDiscord(stage: Stage, options: DiscordOptions = {}): Discord {
  const settings = settle(options);
  const world = createWorld(stage, settings);
  const gateway = createGateway(world);
  const messages = createMessages(world, gateway);
  const commands = createCommands(world);
  const rateLimits = createRateLimits(settings);
  const interactions = createInteractions(world, gateway, messages);
  const faults = createFaults();
  const modals = new Map<string, OpenModal>();
  const voice = createVoice(world, gateway);
  const screens = createScreens(world, messages, modals, voice);
  const voicePage = createVoicePage(world, voice, PREFIX);
  const routes = createRoutes({ world, gateway, messages, commands, interactions, rateLimits, voice });
  const rest = createRest({
    stage,
    token: settings.token,
    isRefused: () => world.refused.has('token'),
    routes,
    rateLimits,
    faults,
  });
  const { state } = world;

  const toggle = <T extends string>(set: Set<T>, one: T, on: boolean) => {
    if (on) set.add(one);
    else set.delete(one);
    stage.changed();
  };

  const serveFile = (path: string): Response => {
    const file = messages.file(path.split('/')[3] ?? '');
    if (!file) return new Response('This content is no longer available.', { status: 404 });
    return new Response(new Uint8Array(file.bytes), { headers: { 'Content-Type': file.contentType } });
  };

  return {
    prefix: PREFIX,
    credentials: {
      token: settings.token,
      applicationId: APPLICATION_ID,
      serverId: SERVER_ID,
      unlistedServerId: UNLISTED_SERVER_ID,
      apiPath: `${PREFIX}/api`,
      webPath: PREFIX,
      adminRoleId: ADMIN_ROLE_ID,
      channels: CHANNEL_IDS,
    },
    people: settings.people,
    screen: screens.of,
    isConnected: gateway.isConnected,
    invalidRequests: rateLimits.invalidRequests,
    ...createDeeds({ world, messages, interactions, screens, modals }),

    fail: (pattern, fault, times = 1) => faults.add(pattern, fault, times),
    heal: faults.clear,
    closeDms: (userId) => toggle(state.closedDms, userId, true),
    openDms: (userId) => toggle(state.closedDms, userId, false),
    leaveServer: (userId) => toggle(state.departed, userId, true),
    joinServer: (userId) => toggle(state.departed, userId, false),
    letBot: (permission, may) => {
      const bit = PERMISSION[permission];
      const now = BigInt(state.botRole);
      state.botRole = String(may ? now | bit : now & ~bit);
      stage.changed();
    },
    wasGiven: (userId, roleId) => world.given.has(`${userId} ${roleId}`),
    deletesChannel: (channelId) => {
      const room = state.rooms.get(channelId);
      if (room) removeRoom({ world, gateway, voice }, room);
    },
    voiceChannels: () => [...state.rooms.values()].filter(({ type }) => type === 2),
    entersVoice: voice.enters,
    leavesVoice: voice.leaves,
    inVoice: (channelId) => voice.inside(channelId).map(({ globalName }) => globalName),
    resetToken: (isGood = false) => {
      toggle(world.refused, 'token', !isGood);
      if (!isGood) gateway.shut(CLOSE.authenticationFailed);
    },
    refuseIntents: (isAllowed = false) => {
      toggle(world.refused, 'intents', !isAllowed);
      if (!isAllowed) gateway.shut(CLOSE.disallowedIntents);
    },
    removeBot: (serverId) => {
      if (!state.botServers.delete(serverId)) return;
      gateway.dispatch('GUILD_DELETE', () => ({ id: serverId }));
      stage.changed();
    },
    loses: (serverId, isBack = false) => {
      const server = world.server(serverId);
      if (!server) return;
      if (!isBack) gateway.dispatch('GUILD_DELETE', () => ({ id: serverId, unavailable: true }));
      else gateway.dispatch('GUILD_CREATE', (intents) => guildCreateOnWire(world, server, intents));
    },
    hidesChannel: (channelId, isGone = true) => toggle(world.deleted, channelId, isGone),
    invite: (serverId) => {
      const server = world.server(serverId);
      if (!server || state.botServers.has(serverId)) return;
      state.botServers.add(serverId);
      gateway.dispatch('GUILD_CREATE', (intents) =>
        intents & 1 ? guildCreateOnWire(world, server, intents) : undefined,
      );
      stage.changed();
    },
    disconnect: gateway.disconnect,
    askToReconnect: gateway.askToReconnect,
    invalidateSession: gateway.invalidateSession,
    askForHeartbeat: gateway.askForHeartbeat,
    missHeartbeatAcks: gateway.missHeartbeatAcks,

    fetch: (request) => {
      const path = new URL(request.url).pathname.slice(PREFIX.length);
      if (path.startsWith('/attachments/')) return serveFile(path);
      if (path.startsWith('/channels/')) return voicePage(request, path);
      if (path.startsWith('/api/')) return rest(request, path.slice('/api'.length));
      return new Response('Not found', { status: 404 });
    },
    upgrade: gateway.upgrade,
    dump: () => dumpState(state),
    clear: () => {
      for (const part of [
        state.rooms,
        state.voice,
        state.read,
        state.interactions,
        state.dmsOpenedByBot,
        state.closedDms,
        state.departed,
      ])
        part.clear();
      for (const channel of state.messages.values()) channel.clear();
      world.newest.clear();
      modals.clear();
      stage.changed();
    },
    close: async () => {
      interactions.close();
      gateway.close();
    },
  };
}
