import type { Component } from './components.ts';
import type { Embed } from './drafts.ts';

/** A file beside a message. */
export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly contentType: string;
  readonly description?: string | undefined;
}

/** Who is really alerted by a message. */
export interface Pinged {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

/** A message as Discord keeps it. */
export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly type: number;
  content: string;
  embeds: readonly Embed[];
  components: readonly Component[];
  attachments: readonly Attachment[];
  flags: number;
  readonly writtenAt: string;
  editedAt: string | null;
  pinged: Pinged;
  readonly nonce?: string | number | undefined;
  readonly replyTo?: string | undefined;
  /** An ephemeral message is seen by this person alone. */
  readonly onlyFor?: string | undefined;
  /** Ephemeral and gone from the person's screen, which the app is not told. */
  dismissed?: boolean;
  /** The interaction that it answers. */
  readonly interaction?:
    | { readonly id: string; readonly type: number; readonly userId: string; readonly name?: string | undefined }
    | undefined;
}

/** A command as registered, in Discord's own words, with its id. */
export interface Command {
  readonly id: string;
  readonly guildId: string | null;
  readonly version: string;
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly nameLocalizations: Readonly<Record<string, string>> | null;
  readonly descriptionLocalizations: Readonly<Record<string, string>> | null;
  readonly options: readonly CommandOption[];
  readonly defaultMemberPermissions: string | null;
  readonly contexts: readonly number[] | null;
  readonly integrationTypes: readonly number[];
}

/** An option of a command, as sent by the app. */
export interface CommandOption {
  readonly type: number;
  readonly name: string;
  readonly description: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly description_localizations?: Readonly<Record<string, string>> | null;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly CommandChoice[];
  readonly options?: readonly CommandOption[];
  readonly min_value?: number;
  readonly max_value?: number;
  readonly min_length?: number;
  readonly max_length?: number;
}

/** A fixed value that an option may take. */
interface CommandChoice {
  readonly name: string;
  readonly name_localizations?: Readonly<Record<string, string>> | null;
  readonly value: string | number;
}

/** Something a person did that the app can answer. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 dialog. */
  readonly type: 2 | 3 | 4 | 5;
  readonly userId: string;
  readonly channelId: string;
  /** Milliseconds of the sandbox's clock. */
  readonly createdAt: number;
  /** `void`: nobody answered in time. */
  state: 'waiting' | 'answered' | 'void';
  /** What `@original` means: the answer, or the message whose button was pressed. */
  originalId?: string | undefined;
  /** The message that carries the pressed button, or whose button opened the dialog. */
  readonly sourceId?: string | undefined;
  readonly commandName?: string | undefined;
}

/** Who may do what in one channel beyond what they may in the server. */
export interface Overwrite {
  readonly id: string;
  /** 0 a role, 1 a person. */
  readonly type: 0 | 1;
  /** Bits. */
  readonly allow: string;
  readonly deny: string;
}

/** A channel that the app has made: a voice channel, or a category. */
export interface RoomChannel {
  readonly id: string;
  readonly serverId: string;
  readonly type: 2 | 4;
  readonly name: string;
  readonly parentId: string | null;
  readonly overwrites: readonly Overwrite[];
}

/** All that lasts. Plain JSON, except that messages of a channel are found by id. */
export interface State {
  lastId: string;
  readonly messages: Map<string, Map<string, Message>>;
  /** Person id → id of the direct-message channel with the bot. */
  readonly dms: Map<string, string>;
  /** People whose direct-message channel the bot asked for. */
  readonly dmsOpenedByBot: Set<string>;
  /** `person:channel` → the last message read. */
  readonly read: Map<string, string>;
  readonly commands: Map<string, Command>;
  readonly interactions: Map<string, Interaction>;
  /** What the bot was invited with, as bits. */
  botRole: string;
  /** Ids of the servers that the bot is in. */
  readonly botServers: Set<string>;
  readonly rooms: Map<string, RoomChannel>;
  /** Person id → the voice channel in which they are. */
  readonly voice: Map<string, string>;
  readonly closedDms: Set<string>;
  /** People who are in no server with the bot any more. */
  readonly departed: Set<string>;
}

/** *View Channels*, *Manage Channels* and *Connect*. */
const INVITED_WITH = String((1n << 10n) | (1n << 4n) | (1n << 20n));

const MAP_KEYS = ['dms', 'read', 'commands', 'interactions', 'rooms', 'voice'] as const;
const SET_KEYS = ['dmsOpenedByBot', 'botServers', 'closedDms', 'departed'] as const;

/** The state as JSON. */
export function dumpState(state: State): unknown {
  return {
    lastId: state.lastId,
    botRole: state.botRole,
    messages: [...state.messages].map(([channel, messages]) => [channel, [...messages.values()]]),
    ...Object.fromEntries([...MAP_KEYS, ...SET_KEYS].map((key) => [key, [...state[key]]])),
  };
}

/** The state from what `dumpState` returned, or an empty one. */
export function restoreState(saved: unknown): State {
  const from = (typeof saved === 'object' && saved !== null ? saved : {}) as Record<string, unknown>;
  const list = <T>(key: string) => (Array.isArray(from[key]) ? from[key] : []) as T[];
  return {
    lastId: typeof from['lastId'] === 'string' ? from['lastId'] : '0',
    botRole: typeof from['botRole'] === 'string' ? from['botRole'] : INVITED_WITH,
    messages: new Map(
      list<[string, Message[]]>('messages').map(([channel, messages]) => [
        channel,
        new Map(messages.map((message) => [message.id, message])),
      ]),
    ),
    dms: new Map(list<[string, string]>('dms')),
    dmsOpenedByBot: new Set(list<string>('dmsOpenedByBot')),
    read: new Map(list<[string, string]>('read')),
    commands: new Map(list<[string, Command]>('commands')),
    interactions: new Map(list<[string, Interaction]>('interactions')),
    botServers: new Set(list<string>('botServers')),
    rooms: new Map(list<[string, RoomChannel]>('rooms')),
    voice: new Map(list<[string, string]>('voice')),
    closedDms: new Set(list<string>('closedDms')),
    departed: new Set(list<string>('departed')),
  };
}
