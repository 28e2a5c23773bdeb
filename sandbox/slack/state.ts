import { z } from 'zod';
import type { Stage } from '../stand-in.ts';
import { APP, SLACKBOT } from './defaults.ts';
import type { Manifest } from './manifest.ts';
import type { Conversation, Json, Message, SlackChannel, SlackPerson, View } from './types.ts';

/** Deadlines in milliseconds of real time; a test may make them shorter. */
export interface Timings {
  /** How long the app may take to acknowledge. */
  readonly ackMs: number;
  /** How long a trigger_id lives. */
  readonly triggerMs: number;
  /** How long after a failed delivery an event is sent again. */
  readonly eventRetriesMs: readonly number[];
  /** How often the server pings a socket; one that misses two pings is dropped. */
  readonly pingMs: number;
}

/** Everything that the workspace remembers. */
export interface State {
  readonly stage: Stage;
  readonly timings: Timings;
  readonly people: readonly SlackPerson[];
  readonly conversations: Map<string, Conversation>;
  /** Accounts that an admin of the workspace has switched off. */
  readonly deactivated: Set<string>;
  /** Pictures that were uploaded whole, by the ids of their files. */
  readonly pictures: Set<string>;
  /** App Homes by user id. */
  readonly homes: Map<string, View>;
  /** The open modal of each person, lowest view first. */
  readonly modals: Map<string, View[]>;
  /** Why DMs to a person fail, by user id. */
  readonly blockedDms: Map<string, string>;
  manifest: Manifest;
  /** Tokens of an app that was taken out of the workspace are worth nothing. */
  isUninstalled: boolean;
  person(id: string): SlackPerson | undefined;
  dmOf(userId: string): Conversation | undefined;
  conversation(id: string): Conversation | undefined;
  /** Unique and increasing, from the stage's clock. */
  newTs(): string;
  /** Unique in this workspace: prefix and a counter. */
  newId(prefix: string): string;
  add(conversation: Conversation, message: Omit<Message, 'ts'>): Message;
  viewOf(viewId: string): View | undefined;
  changed(): void;
  dump(): Json;
  clear(): void;
}

const Saved = z.object({
  lastTs: z.number(),
  lastId: z.number(),
  conversations: z.array(
    z.object({
      id: z.string(),
      isOpen: z.boolean(),
      hasApp: z.boolean(),
      unread: z.record(z.string(), z.number()),
      messages: z.array(z.custom<Message>()),
    }),
  ),
  homes: z.array(z.custom<View>()),
});

export function createState(options: {
  stage: Stage;
  people: readonly SlackPerson[];
  channels: readonly SlackChannel[];
  manifest: Manifest;
  timings: Timings;
  saved: unknown;
}): State {
  const { stage, timings } = options;
  const people = options.people.map((person) => ({ ...person }));
  const byId = new Map(people.map((person) => [person.id, person]));
  const conversations = new Map<string, Conversation>();
  for (const channel of options.channels) conversations.set(channel.id, channelFrom(channel, people));
  for (const person of people) conversations.set(dmId(person.id), dmWith(person));
  const homes = new Map<string, View>();
  const modals = new Map<string, View[]>();
  const blockedDms = new Map<string, string>();
  const deactivated = new Set<string>();
  const pictures = new Set<string>();
  let lastTs = 0;
  let lastId = 0;

  const saved = Saved.safeParse(options.saved);
  if (saved.success) {
    ({ lastTs, lastId } = saved.data);
    for (const { id, isOpen, hasApp, unread, messages } of saved.data.conversations) {
      const conversation = conversations.get(id);
      if (!conversation) continue;
      Object.assign(conversation, { isOpen, hasApp, messages });
      for (const [user, count] of Object.entries(unread)) conversation.unread.set(user, count);
    }
    for (const home of saved.data.homes) homes.set(home.user, home);
  }

  const newTs = () => {
    lastTs = Math.max(lastTs + 1, stage.now().getTime() * 1000);
    return `${Math.floor(lastTs / 1e6)}.${String(lastTs % 1e6).padStart(6, '0')}`;
  };

  return {
    stage,
    timings,
    people,
    conversations,
    homes,
    modals,
    blockedDms,
    deactivated,
    pictures,
    manifest: options.manifest,
    isUninstalled: false,
    person: (id) => byId.get(id),
    dmOf: (userId) => conversations.get(dmId(userId)),
    conversation: (id) => conversations.get(id),
    newTs,
    newId: (prefix) => prefix + (++lastId).toString(36).toUpperCase().padStart(8, '0'),
    add(conversation, content) {
      const message: Message = { ts: newTs(), ...content };
      conversation.messages.push(message);
      const readers = message.ephemeralFor ? [] : conversation.members;
      for (const reader of readers) {
        if (reader !== message.user) conversation.unread.set(reader, (conversation.unread.get(reader) ?? 0) + 1);
      }
      stage.changed();
      return message;
    },
    viewOf(viewId) {
      for (const view of homes.values()) if (view.id === viewId) return view;
      for (const stack of modals.values()) for (const view of stack) if (view.id === viewId) return view;
      return undefined;
    },
    changed: stage.changed,
    dump: () => ({
      lastTs,
      lastId,
      conversations: [...conversations.values()].map(({ id, isOpen, hasApp, unread, messages }) => ({
        id,
        isOpen,
        hasApp,
        unread: Object.fromEntries(unread),
        messages: messages.filter(({ ephemeralFor }) => !ephemeralFor),
      })),
      homes: [...homes.values()],
    }),
    clear() {
      lastTs = 0;
      homes.clear();
      modals.clear();
      blockedDms.clear();
      deactivated.clear();
      pictures.clear();
      for (const conversation of conversations.values()) {
        Object.assign(conversation, { messages: [], isOpen: conversation.kind !== 'im' });
        conversation.unread.clear();
      }
      stage.changed();
    },
  };
}

function dmId(userId: string): string {
  return `D${userId.slice(1)}`;
}

function channelFrom(channel: SlackChannel, people: readonly SlackPerson[]): Conversation {
  return {
    id: channel.id,
    kind: channel.isPrivate ? 'private' : 'channel',
    name: channel.name,
    isArchived: channel.isArchived ?? false,
    members: new Set(channel.members ?? people.map(({ id }) => id)),
    hasApp: channel.hasApp ?? false,
    isOpen: true,
    messages: [],
    unread: new Map(),
  };
}

function dmWith(person: SlackPerson): Conversation {
  return {
    id: dmId(person.id),
    kind: 'im',
    name: APP.name,
    isArchived: false,
    members: new Set([person.id]),
    hasApp: true,
    with: person.id,
    isOpen: false,
    messages: [],
    unread: new Map(),
  };
}

/** The name of whoever wrote a message. */
export function authorName(state: State, user: string): string {
  if (user === APP.botUser) return APP.name;
  return user === SLACKBOT ? 'Slackbot' : (state.person(user)?.realName ?? user);
}
