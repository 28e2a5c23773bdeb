import type { Stage, StandIn } from '../stand-in.ts';
import { createChannels } from './channels.ts';
import { createTyping, type Interactivity } from './commands.ts';
import { APP, CHANNELS, PEOPLE } from './defaults.ts';
import type { Delivery } from './delivery.ts';
import { createEvents } from './events.ts';
import { createFaults, type Fault } from './faults.ts';
import { createFiles, type Sent } from './files.ts';
import { createHttpEvents } from './http-events.ts';
import { everything, readManifest } from './manifest.ts';
import { createModals } from './modals.ts';
import { personAsSent, viewAsSent } from './payloads.ts';
import { createPressing, type Place, type Press } from './presses.ts';
import { createRateLimits } from './rate-limits.ts';
import { createResponseUrls } from './response-urls.ts';
import { type SlackScreen, screenOf } from './screen.ts';
import { isObject } from './shape.ts';
import { createSocketMode } from './socket-mode.ts';
import { createState, type Timings } from './state.ts';
import { createTriggers } from './triggers.ts';
import type { Answer, Conversation, Json, SlackChannel, SlackCommand, SlackPerson } from './types.ts';
import { createViews } from './views.ts';
import { createWebApi } from './web-api.ts';

const PREFIX = '/sandbox/slack';
const API_PATH = `${PREFIX}/api/`;
const RESPONSES_PATH = `${PREFIX}/actions/`;
const FILES_PATH = `${PREFIX}/files/`;
const SOCKET_PATH = `${PREFIX}/link/`;

export interface SlackOptions {
  readonly people?: readonly SlackPerson[];
  readonly channels?: readonly SlackChannel[];
  /** Commands of an app that has no manifest yet. */
  readonly commands?: readonly SlackCommand[];
  /** HTTP mode: signed requests go to this address. Left out: Socket Mode. */
  readonly deliverTo?: { readonly url: string };
  readonly timings?: Partial<Timings>;
  /** Off for benchmarks, and for tests that post a lot; a number: so many times as fast over as in earnest. */
  readonly rateLimits?: boolean | number;
  /** How many messages a channel takes in how long; left out: one a second, and a short burst. */
  readonly postsPerChannel?: { readonly calls: number; readonly windowMs: number };
}

/** A Slack workspace with one app installed, played on this machine. */
export interface Slack extends StandIn {
  readonly prefix: typeof PREFIX;
  readonly credentials: {
    readonly botToken: string;
    readonly appToken: string;
    readonly signingSecret: string;
    readonly teamId: string;
    readonly apiPath: typeof API_PATH;
  };
  /** The app's own ids, as `auth.test` gives them. */
  readonly app: { readonly id: string; readonly botId: string; readonly userId: string; readonly name: string };
  readonly people: readonly SlackPerson[];
  readonly channels: readonly SlackChannel[];
  /** Everything that a person sees. */
  screen(userId: string): SlackScreen;
  /** Sends a message, or a command if it starts with `/`; rejects with what Slack would show. */
  types(userId: string, conversationId: string, text: string, files?: readonly Sent[]): Promise<void>;
  /** Presses a button, or chooses in a menu or picker; gives the address that a link button opens. */
  presses(userId: string, press: Place & Press): Promise<{ url?: string }>;
  /** Types into an external select and gives the options that the app offers. */
  looksUp(userId: string, press: Place & Omit<Press, 'answer'> & { query: string }): Promise<Json[]>;
  /** Fills inputs of an open view, by block id, without submitting. */
  fills(userId: string, viewId: string, answers: Readonly<Record<string, Answer>>): void;
  /** Fills and submits the view in front; `errors` by block id when it stays open because of them. */
  submits(
    userId: string,
    viewId: string,
    answers?: Readonly<Record<string, Answer>>,
  ): Promise<{ errors?: Record<string, string> }>;
  /** Cancels the view in front, or with `whole` the modal. */
  closes(userId: string, viewId: string, whole?: boolean): Promise<void>;
  /** Opens the app's Home tab. */
  opensHome(userId: string): Promise<void>;
  /** Opens the app's Messages tab and reads what is there; gives the conversation's id. */
  opensDm(userId: string): Promise<string>;
  /** Brings the unread count of a conversation to 0. */
  reads(userId: string, conversationId: string): void;
  /** Reloads the client: ephemeral messages and modals are gone. */
  reloads(userId: string): void;
  /** Installs the app as its parsed manifest says: its commands, events, scopes and tabs. */
  setManifest(manifest: unknown): void;
  /** Changes somebody's profile, and tells the app if it subscribed to `user_change`. */
  changesProfile(userId: string, to: Partial<Pick<SlackPerson, 'realName' | 'tz' | 'locale'>>): Promise<void>;
  /** An admin of the workspace deactivates somebody, or lets them back in; the app is told if it subscribed to `user_change`. */
  deactivates(userId: string, isOut?: boolean): Promise<void>;
  /** A token is no good from now on; Slack's word for why, or null: it is good again. */
  refuseToken(kind: 'bot' | 'app', why?: string | null): void;
  /** Takes the app out of the workspace: its tokens die, and it is told twice if it subscribed to that; or back in. */
  uninstalls(isOut?: boolean): Promise<void>;
  /** The bot's token dies, and the app is told if it subscribed to `tokens_revoked`. `of`: whose tokens it says they are. */
  revokesToken(of?: 'bot' | 'oauth'): Promise<void>;
  /** A channel is there no more; with `false` it is there again. */
  hidesChannel(channelId: string, isGone?: boolean): void;
  /** Invites the app to a channel, or removes it. */
  invites(channelId: string, isIn?: boolean): void;
  /** HTTP mode only: proves the address as Slack does when it is entered. */
  verifyUrl(): Promise<boolean>;
  /** The next `times` calls of a method go wrong; `*`: of any. */
  fail(method: string, fault: Fault, times?: number): void;
  /** No fault is pending any more. */
  heal(): void;
  /** DMs to this person are refused with this error; null lets them through again. */
  blockDms(userId: string, error?: string | null): void;
  /** Socket Mode: asks the sockets to come back, or cuts them. */
  disconnect(reason?: 'warning' | 'refresh_requested' | 'dropped'): void;
  /** How many sockets the app has open. */
  connected(): number;
  /** Sends what Slack never sends: a signed body over HTTP, or a frame. @returns the status of the answer, over HTTP */
  sendsRaw(body: string, contentType?: string): Promise<number | undefined>;
  /** The next event is delivered twice. */
  duplicateNextEvent(): void;
}

const TIMINGS: Timings = { ackMs: 3000, triggerMs: 3000, eventRetriesMs: [0, 60_000, 300_000], pingMs: 10_000 };

export function createSlack(stage: Stage, options: SlackOptions = {}): Slack {
  const { people = PEOPLE, channels: channelList = CHANNELS, commands = [], deliverTo } = options;
  const saved = isObject(stage.saved) ? stage.saved : {};
  const state = createState({
    stage,
    people,
    channels: channelList,
    manifest: everything(commands),
    timings: { ...TIMINGS, ...options.timings },
    saved: saved.workspace,
  });

  const sockets = createSocketMode(state, SOCKET_PATH);
  const http = deliverTo && createHttpEvents(state, deliverTo);
  const delivery: Delivery = http ?? sockets;
  const events = createEvents(state, delivery);
  const channels = createChannels(state, events);
  const views = createViews(state);
  const triggers = createTriggers(state);
  const responseUrls = createResponseUrls(state, channels, RESPONSES_PATH, saved.responseUrls);
  const files = createFiles(state, FILES_PATH, saved.files);
  const faults = createFaults();
  const refused = new Map<'bot' | 'app', string>();
  const deleted = new Map<string, Conversation>();
  const webApi = createWebApi(
    { state, channels, files, views, triggers, newSocketUrl: sockets.newUrl },
    {
      faults,
      rateLimits: createRateLimits(Number(options.rateLimits ?? true), options.postsPerChannel),
      apiPath: API_PATH,
      refused,
    },
  );
  const recordAck = (kind: string, body: unknown) =>
    stage.record({ service: 'slack', method: 'POST', path: `ack:${kind}`, query: {}, body });
  const tools: Interactivity = { state, channels, files, events, delivery, triggers, responseUrls, recordAck };
  const typing = createTyping(tools);
  const pressing = createPressing(tools);
  const modals = createModals(tools, { views, pressing });

  const personCalled = (userId: string) => {
    const person = state.person(userId);
    if (!person) throw new Error(`There is nobody called ${userId} in this workspace.`);
    return person;
  };
  const conversationOf = (userId: string, id: string) => {
    const conversation = state.conversation(id);
    if (!conversation?.members.has(userId)) throw new Error(`${userId} is not in the conversation ${id}.`);
    return conversation;
  };
  const opensTab = async (userId: string, tab: 'home' | 'messages') => {
    const channel = state.dmOf(personCalled(userId).id)?.id;
    const home = state.homes.get(userId);
    await events.send('app_home_opened', {
      type: 'app_home_opened',
      user: userId,
      channel,
      tab,
      ...(tab === 'home' && home && { view: viewAsSent(home) }),
      event_ts: state.newTs(),
    });
  };
  const tellRevoked = (tokens: { readonly oauth?: readonly string[]; readonly bot?: readonly string[] }) =>
    events.send('tokens_revoked', {
      type: 'tokens_revoked',
      tokens: { oauth: [], bot: [], ...tokens },
      event_ts: state.newTs(),
    });
  const reads = (userId: string, conversationId: string) => {
    conversationOf(userId, conversationId).unread.set(userId, 0);
    state.changed();
  };

  return {
    prefix: PREFIX,
    credentials: {
      botToken: APP.botToken,
      appToken: APP.appToken,
      signingSecret: APP.signingSecret,
      teamId: APP.team,
      apiPath: API_PATH,
    },
    app: { id: APP.id, botId: APP.bot, userId: APP.botUser, name: APP.name },
    people: state.people,
    channels: channelList,
    screen: (userId) => screenOf(state, personCalled(userId)),
    types: async (userId, conversationId, text, sent) =>
      typing(personCalled(userId), conversationOf(userId, conversationId), text, sent),
    presses: async (userId, press) => pressing.press(personCalled(userId), press, press),
    looksUp: async (userId, press) => pressing.lookUp(personCalled(userId), press, press),
    fills(userId, viewId, answers) {
      const view = state.viewOf(viewId);
      if (view?.user !== userId) throw new Error('That view is not open.');
      pressing.fill(personCalled(userId), view, answers);
      state.changed();
    },
    submits: async (userId, viewId, answers) => modals.submit(personCalled(userId), viewId, answers),
    closes: async (userId, viewId, whole) => modals.close(personCalled(userId), viewId, whole),
    async opensHome(userId) {
      if (!state.manifest.homeTab) throw new Error('This app has no Home tab.');
      await opensTab(userId, 'home');
    },
    async opensDm(userId) {
      const dm = state.dmOf(personCalled(userId).id);
      if (!dm || !state.manifest.messagesTab) throw new Error('This app has no Messages tab.');
      dm.isOpen = true;
      reads(userId, dm.id);
      await opensTab(userId, 'messages');
      return dm.id;
    },
    reads,
    reloads(userId) {
      pressing.forget(personCalled(userId));
      state.modals.delete(userId);
      for (const conversation of state.conversations.values()) {
        conversation.messages = conversation.messages.filter(({ ephemeralFor }) => ephemeralFor !== userId);
      }
      state.changed();
    },
    setManifest(manifest) {
      state.manifest = readManifest(manifest);
      state.changed();
    },
    async changesProfile(userId, to) {
      const person = Object.assign(personCalled(userId), to);
      state.changed();
      const user = personAsSent(state, person, true);
      await events.send('user_change', { type: 'user_change', user, event_ts: state.newTs() });
    },
    async deactivates(userId, isOut = true) {
      const person = personCalled(userId);
      if (isOut) {
        state.deactivated.add(userId);
        state.blockedDms.set(userId, 'user_disabled');
      } else {
        state.deactivated.delete(userId);
        state.blockedDms.delete(userId);
      }
      state.changed();
      const user = personAsSent(state, person, true);
      await events.send('user_change', { type: 'user_change', user, event_ts: state.newTs() });
    },
    refuseToken(kind, why = 'token_revoked') {
      if (why === null) refused.delete(kind);
      else refused.set(kind, why);
      if (kind === 'app' && why !== null) sockets.disconnect('dropped');
    },
    async uninstalls(isOut = true) {
      state.isUninstalled = isOut;
      if (!isOut) return;
      // The order of these two is not guaranteed: https://docs.slack.dev/reference/events/app_uninstalled
      await tellRevoked({ bot: [APP.botUser] });
      await events.send('app_uninstalled', { type: 'app_uninstalled', event_ts: state.newTs() });
    },
    async revokesToken(of = 'bot') {
      if (of === 'bot') refused.set('bot', 'token_revoked');
      await tellRevoked(of === 'bot' ? { bot: [APP.botUser] } : { oauth: [APP.botUser] });
    },
    hidesChannel(channelId, isGone = true) {
      const conversation = state.conversation(channelId) ?? deleted.get(channelId);
      if (!conversation) throw new Error(`There is no channel ${channelId}.`);
      const [from, to] = isGone ? [state.conversations, deleted] : [deleted, state.conversations];
      from.delete(channelId);
      to.set(channelId, conversation);
      state.changed();
    },
    invites(channelId, isIn = true) {
      const conversation = state.conversation(channelId);
      if (!conversation) throw new Error(`There is no channel ${channelId}.`);
      conversation.hasApp = isIn;
      state.changed();
    },
    verifyUrl: async () => http?.verify() ?? false,
    fail: (method, fault, times = 1) => faults.order(method, fault, times),
    heal: faults.clear,
    blockDms(userId, error = 'cannot_dm_bot') {
      if (error === null) state.blockedDms.delete(userId);
      else state.blockedDms.set(userId, error);
    },
    disconnect: (reason = 'refresh_requested') => sockets.disconnect(reason),
    sendsRaw: async (body, contentType = 'application/json') => {
      if (http) return http.sendRaw(contentType, body);
      sockets.sendRaw(body);
      return undefined;
    },
    connected: sockets.connected,
    duplicateNextEvent: events.duplicateNext,

    fetch(request) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith(API_PATH)) return webApi(request);
      if (pathname.startsWith(FILES_PATH)) return files.fetch(request);
      if (pathname.startsWith(RESPONSES_PATH) && request.method === 'POST') return responseUrls.fetch(request);
      return new Response('Not found', { status: 404 });
    },
    upgrade: sockets.upgrade,
    dump: () => ({ workspace: state.dump(), responseUrls: responseUrls.dump(), files: files.dump() }),
    clear() {
      for (const person of state.people) pressing.forget(person);
      files.clear();
      state.clear();
    },
    async close() {
      events.close();
      sockets.close();
    },
  };
}
