import { type Component, everyComponent } from './components.ts';
import { FLAG } from './drafts.ts';
import type { OpenModal } from './interaction-wire.ts';
import { attachmentUrl, messageOnWire } from './message-wire.ts';
import type { Messages } from './messages.ts';
import { PERMISSION, personMay } from './permissions.ts';
import { APPLICATION_ID, BOT_NAME, type Channel, type DiscordPerson, type Server } from './place.ts';
import type { Command, CommandOption, Message } from './state.ts';
import type { Voice } from './voice.ts';
import type { World } from './world.ts';

/** A message as a person sees it. */
export interface ScreenMessage {
  readonly id: string;
  readonly author: { readonly id: string; readonly name: string; readonly bot: boolean };
  /** Discord's Markdown, with `<t:…>` and `<@…>` as they were sent. */
  readonly content: string;
  readonly embeds: readonly Readonly<Record<string, unknown>>[];
  readonly components: readonly Component[];
  readonly attachments: readonly {
    readonly filename: string;
    readonly url: string;
    readonly contentType: string;
    readonly size: number;
    readonly description?: string;
  }[];
  readonly flags: number;
  readonly writtenAt: string;
  readonly edited: boolean;
  /** Only this person sees it. */
  readonly ephemeral: boolean;
  /** A deferred answer: "… is thinking". */
  readonly thinking: boolean;
  /** Whether it alerts this person. */
  readonly pingsMe: boolean;
  /** The command that it answers, and who used it. */
  readonly answers?: { readonly name: string; readonly command?: string };
  readonly replyTo?: string;
}

/** A channel as a person sees it: the last messages, oldest first. */
export interface ScreenChannel {
  readonly id: string;
  readonly name: string;
  readonly topic: string;
  readonly unread: number;
  readonly messages: readonly ScreenMessage[];
}

/** A voice channel as a person sees it. */
export interface ScreenVoice {
  readonly id: string;
  readonly name: string;
  /** Who is in it, by name. */
  readonly people: readonly string[];
  readonly youAreIn: boolean;
}

/** An option of a command in the person's language. */
export interface ScreenOption {
  readonly name: string;
  readonly localName: string;
  readonly description: string;
  readonly type: number;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly { readonly name: string; readonly value: string | number }[];
  readonly options: readonly ScreenOption[];
}

/** A command as the person's client offers it. */
export interface ScreenCommand {
  readonly name: string;
  readonly localName: string;
  readonly description: string;
  readonly options: readonly ScreenOption[];
  /** Ids of the servers in which it is offered. */
  readonly inServers: readonly string[];
  /** Whether it is offered in the direct message with the bot. */
  readonly inDm: boolean;
}

/** The dialog that is open. */
export interface ScreenModal {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly Component[];
  readonly channelId: string;
}

/** All that a person can see. */
export interface DiscordScreen {
  readonly person: DiscordPerson;
  readonly servers: readonly {
    readonly id: string;
    readonly name: string;
    readonly botIsHere: boolean;
    readonly channels: readonly ScreenChannel[];
    /** The voice channels that the person may enter. */
    readonly voice: readonly ScreenVoice[];
  }[];
  readonly dm: ScreenChannel;
  readonly modal: ScreenModal | undefined;
  readonly commands: readonly ScreenCommand[];
}

/** How far back a screen goes. */
const MESSAGES_SHOWN = 100;

/** What a person's Discord client shows. */
export interface Screens {
  of(userId: string): DiscordScreen;
  /** The channels of a server that a person can open. */
  channels(person: DiscordPerson, server: Server): readonly Channel[];
  /** The messages of a channel that a person can see, oldest first. */
  messages(person: DiscordPerson, channelId: string): Message[];
  commands(person: DiscordPerson): readonly Command[];
  offeredIn(command: Command, person: DiscordPerson, server: Server | undefined): boolean;
}

/** Looks at the world with somebody's eyes. */
export function createScreens(
  world: World,
  messages: Messages,
  modals: ReadonlyMap<string, OpenModal>,
  voice: Pick<Voice, 'inside' | 'admitted'>,
): Screens {
  const { state } = world;
  const serversOf = (person: DiscordPerson) =>
    world.servers.filter(
      (server) => world.isMember(person.id, server) && (state.botServers.has(server.id) || server === world.servers[0]),
    );
  const channelsOf = (person: DiscordPerson, server: Server) =>
    server.channels.filter((channel) => personMay(person, server, channel) & PERMISSION.viewChannel);
  const voiceOf = (person: DiscordPerson, server: Server): ScreenVoice[] =>
    [...state.rooms.values()]
      .filter((room) => room.serverId === server.id && room.type === 2 && voice.admitted(room).includes(person))
      .map((room) => {
        const inside = voice.inside(room.id);
        const people = inside.map(({ globalName }) => globalName);
        return { id: room.id, name: room.name, people, youAreIn: inside.includes(person) };
      });
  const seenBy = (person: DiscordPerson, channelId: string) =>
    messages.list(channelId).filter((message) => isSeenBy(person, message));

  const channelOnScreen = (person: DiscordPerson, id: string, name: string, topic: string): ScreenChannel => {
    const seen = seenBy(person, id);
    const read = BigInt(state.read.get(`${person.id}:${id}`) ?? 0);
    return {
      id,
      name,
      topic,
      // What answers them is before their eyes: it is no news.
      unread: seen.filter(
        ({ id: one, authorId, onlyFor }) => authorId !== person.id && onlyFor === undefined && BigInt(one) > read,
      ).length,
      messages: seen.slice(-MESSAGES_SHOWN).map((message) => messageOnScreen(world, message, person)),
    };
  };

  const offeredIn = (command: Command, person: DiscordPerson, server: Server | undefined): boolean => {
    const context = server ? 0 : 1;
    if (command.type !== 1) return false;
    if (command.guildId !== null && command.guildId !== server?.id) return false;
    if (server && !state.botServers.has(server.id)) return false;
    if (command.guildId === null && command.contexts !== null && !command.contexts.includes(context)) return false;
    if (!server || command.defaultMemberPermissions === null) return true;
    const needed = BigInt(command.defaultMemberPermissions);
    const own = personMay(person, server);
    // "0" hides a command from everybody but administrators; the owner of a server is one.
    return server.ownerId === person.id || (needed > 0n && (own & needed) === needed);
  };

  const commandsOf = (person: DiscordPerson) =>
    [...state.commands.values()].filter((command) =>
      [undefined, ...serversOf(person)].some((server) => offeredIn(command, person, server)),
    );

  return {
    channels: channelsOf,
    messages: seenBy,
    commands: commandsOf,
    offeredIn,
    of: (userId) => {
      const person = world.person(userId);
      if (!person) throw new Error(`Nobody has the id ${userId}`);
      const modal = modals.get(userId);
      const servers = serversOf(person);
      return {
        person,
        servers: servers.map((server) => ({
          id: server.id,
          name: server.name,
          botIsHere: state.botServers.has(server.id),
          channels: channelsOf(person, server).map(({ id, name, topic }) => channelOnScreen(person, id, name, topic)),
          voice: voiceOf(person, server),
        })),
        dm: channelOnScreen(person, state.dms.get(userId) ?? '', BOT_NAME, ''),
        modal: modal && {
          customId: modal.customId,
          title: modal.title,
          components: modal.components,
          channelId: modal.spot.id,
        },
        commands: commandsOf(person).map((command) => ({
          name: command.name,
          localName: translated(command.nameLocalizations, person.locale) ?? command.name,
          description: translated(command.descriptionLocalizations, person.locale) ?? command.description,
          options: command.options.map((option) => optionOnScreen(option, person.locale)),
          inServers: servers.filter((server) => offeredIn(command, person, server)).map(({ id }) => id),
          inDm: offeredIn(command, person, undefined),
        })),
      };
    },
  };
}

/** English falls back to the other English when an app translated only that one. */
export function translated(
  texts: Readonly<Record<string, string>> | null | undefined,
  locale: string,
): string | undefined {
  const other = locale === 'en-US' ? 'en-GB' : locale === 'en-GB' ? 'en-US' : undefined;
  return texts?.[locale] ?? (other ? texts?.[other] : undefined);
}

function optionOnScreen(option: CommandOption, locale: string): ScreenOption {
  return {
    name: option.name,
    localName: translated(option.name_localizations, locale) ?? option.name,
    description: translated(option.description_localizations, locale) ?? option.description,
    type: option.type,
    required: option.required ?? false,
    autocomplete: option.autocomplete ?? false,
    choices: (option.choices ?? []).map((choice) => ({
      name: translated(choice.name_localizations, locale) ?? choice.name,
      value: choice.value,
    })),
    options: (option.options ?? []).map((inner) => optionOnScreen(inner, locale)),
  };
}

function messageOnScreen(world: World, message: Message, viewer: DiscordPerson): ScreenMessage {
  const author = world.person(message.authorId);
  const { pinged, interaction } = message;
  const wire = messageOnWire(world, message);
  const asker = interaction ? world.person(interaction.userId) : undefined;
  return {
    id: message.id,
    author: { id: message.authorId, name: author?.globalName ?? BOT_NAME, bot: message.authorId === APPLICATION_ID },
    content: message.content,
    embeds: message.flags & FLAG.suppressEmbeds ? [] : (wire['embeds'] as Record<string, unknown>[]),
    components: message.components,
    attachments: message.attachments.map(({ id, filename, contentType, size, description }) => ({
      filename,
      contentType,
      size,
      url: attachmentUrl(world, message, { id, filename }),
      ...(description ? { description } : {}),
    })),
    flags: message.flags,
    writtenAt: message.writtenAt,
    edited: message.editedAt !== null,
    ephemeral: message.onlyFor !== undefined,
    thinking: (message.flags & FLAG.loading) > 0,
    pingsMe:
      pinged.everyone || pinged.users.includes(viewer.id) || pinged.roles.some((role) => viewer.roles.includes(role)),
    ...(asker
      ? { answers: { name: asker.globalName, ...(interaction?.name ? { command: interaction.name } : {}) } }
      : {}),
    ...(message.replyTo ? { replyTo: message.replyTo } : {}),
  };
}

/** Whether a message is on somebody's screen: not another's ephemeral one, nor one that is gone. */
export const isSeenBy = (person: DiscordPerson, { onlyFor, dismissed }: Message): boolean =>
  onlyFor === undefined || (onlyFor === person.id && !dismissed);

/** The component of a message that has this custom id. */
export function componentOf(message: Message, customId: string): Component | undefined {
  for (const component of everyComponent(message.components)) if (component.custom_id === customId) return component;
  return undefined;
}
