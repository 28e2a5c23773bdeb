import { OPTION } from './command-checks.ts';
import { type Component, SELECT_TYPES, TYPE } from './components.ts';
import { ASKED, type Choice, type OpenModal, type Outcome } from './interaction-wire.ts';
import type { Interactions } from './interactions.ts';
import { fileUrl } from './message-wire.ts';
import type { Messages } from './messages.ts';
import { type Filled, fillIn } from './modals.ts';
import { APPLICATION_ID, BOT_NAME, type DiscordPerson } from './place.ts';
import { resolved } from './resolved.ts';
import { componentOf, isSeenBy, type Screens, translated } from './screen.ts';
import type { Command, CommandOption, Message } from './state.ts';
import { isNamed, type OptionValues, optionData } from './typed-options.ts';
import type { Spot, World } from './world.ts';

/** What Discord writes when the app was silent for too long. */
const SILENT = {
  command: 'The application did not respond',
  component: 'This interaction failed',
  modal: 'Something went wrong. Try again.',
  autocomplete: 'Loading options failed',
} as const;

/** A file that somebody attaches. */
export interface Sent {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A component on a message: by its channel, message and custom id. */
export interface Target {
  /** Id or name of a channel; `dm` for the direct message with the bot. */
  readonly channel: string;
  /** Id of the message. */
  readonly message: string;
  readonly customId: string;
}

/** What people can do in Discord. Each rejects with the words that Discord shows when it does not work. */
export interface Deeds {
  /** Writes a message, with files or without; its id. */
  types(userId: string, channel: string, text: string, files?: readonly Sent[]): Promise<string>;
  /** Uses a slash command, by its own or its translated name; `availability set` names a subcommand. */
  runs(userId: string, channel: string, command: string, options?: OptionValues): Promise<void>;
  /** Types into the option `focused`, and gets the app's suggestions. */
  completes(
    userId: string,
    channel: string,
    command: string,
    options: OptionValues,
    focused: string,
  ): Promise<readonly Choice[]>;
  /** Presses a button. */
  presses(userId: string, target: Target): Promise<void>;
  /** Chooses from a select of any kind. */
  chooses(userId: string, target: Target & { readonly values: readonly string[] }): Promise<void>;
  /** Submits the open dialog; what is left out stays as it was. */
  submits(userId: string, values: Readonly<Record<string, Filled>>): Promise<void>;
  /** Closes the open dialog without submitting. */
  closes(userId: string): void;
  /** Has seen everything in a channel. */
  reads(userId: string, channel: string): void;
  /** Dismisses an ephemeral message. */
  dismisses(userId: string, channel: string, messageId: string): void;
  /** Restarts Discord: ephemeral messages and the open dialog are gone. */
  reloads(userId: string): void;
}

/** Lets people act. */
export function createDeeds(options: {
  readonly world: World;
  readonly messages: Messages;
  readonly interactions: Interactions;
  readonly screens: Screens;
  readonly modals: Map<string, OpenModal>;
}): Deeds {
  const { world, messages, interactions, screens, modals } = options;
  const { state, stage } = world;

  const person = (userId: string): DiscordPerson => {
    const found = world.person(userId);
    if (!found) throw new Error(`Nobody has the id ${userId}`);
    return found;
  };

  const place = (by: DiscordPerson, channel: string): Spot => {
    const name = channel.replace(/^#/, '');
    if (name === 'dm') return world.spot(state.dms.get(by.id) ?? '') as Spot;
    for (const server of world.servers) {
      if (!world.isMember(by.id, server)) continue;
      const found = screens.channels(by, server).find((one) => one.id === name || one.name === name);
      const spot = found && world.spot(found.id);
      if (spot) return spot;
    }
    const spot = world.spot(name);
    if (spot?.kind === 'dm' && spot.person.id === by.id) return spot;
    throw new Error(`${by.globalName} sees no channel ${channel}`);
  };

  /** Shows what the app answered, or says what Discord says when it did not. */
  const settle = (by: DiscordPerson, outcome: Outcome | undefined, silent: string): void => {
    if (!outcome) throw new Error(silent);
    if (outcome.kind === 'modal') modals.set(by.id, outcome.modal);
    stage.changed();
  };

  const offered = (by: DiscordPerson, spot: Spot, words: string) => {
    const [name = '', ...path] = words.replace(/^\//, '').split(' ');
    const command = screens
      .commands(by)
      .find(
        (one) =>
          [one.name, translated(one.nameLocalizations, by.locale)].includes(name) &&
          screens.offeredIn(one, by, spot.server),
      );
    if (!command) throw new Error(`${by.globalName} is offered no command /${name} here`);
    let offeredOptions = command.options;
    const subcommands: CommandOption[] = [];
    for (const part of path) {
      const next = offeredOptions.find((one) => isNamed(one, part, by.locale) && one.type <= OPTION.group);
      if (!next) throw new Error(`/${command.name} has no subcommand ${part}`);
      subcommands.push(next);
      offeredOptions = next.options ?? [];
    }
    if (offeredOptions.some(({ type }) => type <= OPTION.group)) throw new Error(`/${words} needs a subcommand`);
    return { command, subcommands, options: offeredOptions };
  };

  /** Of an option that takes a file the value is what stands in it. */
  const uploaded = (known: readonly CommandOption[], given: OptionValues, spot: Spot, locale: string) =>
    Object.entries(given).flatMap(([option, text]) => {
      if (!known.some((one) => one.type === OPTION.attachment && isNamed(one, option, locale))) return [];
      const bytes = new TextEncoder().encode(String(text));
      const file = { filename: 'table.csv', contentType: 'text/csv; charset=utf-8', bytes };
      const id = messages.upload(file);
      const url = fileUrl(world, spot.id, { id, filename: file.filename });
      const { filename, contentType: content_type } = file;
      return [{ option, id, filename, size: bytes.length, content_type, url, proxy_url: url, ephemeral: true }];
    });

  const commandData = (by: DiscordPerson, spot: Spot, words: string, given: OptionValues, focused?: string) => {
    const { command, subcommands, options: known } = offered(by, spot, words);
    const files = uploaded(known, given, spot, by.locale);
    const fileIds = Object.fromEntries(files.map(({ option, id }) => [option, id]));
    const leaves = optionData(known, { ...given, ...fileIds }, by.locale, focused);
    const nested = subcommands.reduceRight<unknown[]>(
      (inner, { name, type }) => [{ name, type, options: inner }],
      leaves,
    );
    const ids = (types: readonly number[]) =>
      leaves.filter(({ type }) => types.includes(type)).map(({ value }) => String(value));
    return {
      command,
      data: {
        id: command.id,
        name: command.name,
        type: command.type,
        ...(nested.length > 0 ? { options: nested } : {}),
        ...withFiles(resolved(world, spot, ids([OPTION.user, OPTION.role, OPTION.channel, OPTION.mentionable])), files),
        ...(command.guildId ? { guild_id: command.guildId } : {}),
      },
    };
  };

  const target = (by: DiscordPerson, { channel, message: messageId, customId }: Target) => {
    const spot = place(by, channel);
    const message = messages.find(spot.id, messageId);
    if (!message || !isSeenBy(by, message)) throw new Error(`${by.globalName} sees no message ${messageId}`);
    const component = componentOf(message, customId);
    if (!component) throw new Error(`The message has nothing named ${customId}`);
    if (component['disabled'] === true) throw new Error(`${customId} is disabled`);
    return { spot, message, component };
  };

  const touch = async (by: DiscordPerson, spot: Spot, source: Message, data: unknown) => {
    const outcome = await interactions.ask({ type: ASKED.component, by, spot, source, data });
    settle(by, outcome, SILENT.component);
  };

  return {
    types: async (userId, channel, text, files = []) => {
      const by = person(userId);
      const spot = place(by, channel);
      const content = withMentions(world, text);
      const message = messages.write(spot, { content, enforceNonce: false }, files.map(uploadOf), { authorId: userId });
      state.read.set(`${userId}:${spot.id}`, message.id);
      return message.id;
    },

    runs: async (userId, channel, words, given = {}) => {
      const by = person(userId);
      const spot = place(by, channel);
      const { command, data } = commandData(by, spot, words, given);
      const outcome = await interactions.ask({
        type: ASKED.command,
        by,
        spot,
        data,
        commandName: fullName(command, words),
      });
      settle(by, outcome, SILENT.command);
    },

    completes: async (userId, channel, words, given, focused) => {
      const by = person(userId);
      const spot = place(by, channel);
      const { data } = commandData(by, spot, words, { [focused]: '', ...given }, focused);
      const outcome = await interactions.ask({ type: ASKED.autocomplete, by, spot, data });
      if (outcome?.kind !== 'choices') throw new Error(SILENT.autocomplete);
      return outcome.choices;
    },

    presses: async (userId, where) => {
      const by = person(userId);
      const { spot, message, component } = target(by, where);
      if (component.type !== TYPE.button) throw new Error(`${where.customId} is no button`);
      await touch(by, spot, message, { custom_id: where.customId, component_type: TYPE.button, id: component.id });
    },

    chooses: async (userId, { values, ...where }) => {
      const by = person(userId);
      const { spot, message, component } = target(by, where);
      checkChoice(component, values);
      await touch(by, spot, message, {
        custom_id: where.customId,
        component_type: component.type,
        id: component.id,
        values,
        ...(component.type === TYPE.stringSelect ? {} : resolved(world, spot, values)),
      });
    },

    submits: async (userId, values) => {
      const by = person(userId);
      const modal = modals.get(userId);
      if (!modal) throw new Error(`${by.globalName} has no dialog open`);
      const components = fillIn(modal, values);
      const chosen = components.flatMap(({ component }) =>
        component && component.type !== TYPE.stringSelect && SELECT_TYPES.includes(component.type)
          ? (component['values'] as string[])
          : [],
      );
      const data = { custom_id: modal.customId, components, ...resolved(world, modal.spot, chosen) };
      const source = modal.sourceId ? messages.find(modal.spot.id, modal.sourceId) : undefined;
      const outcome = await interactions.ask({ type: ASKED.modal, by, spot: modal.spot, data, source });
      // Discord closes the dialog only once the app has answered; what was typed is still there otherwise.
      if (outcome && modals.get(userId) === modal) modals.delete(userId);
      settle(by, outcome, SILENT.modal);
    },

    closes: (userId) => {
      modals.delete(userId);
      stage.changed();
    },

    reads: (userId, channel) => {
      const by = person(userId);
      const spot = place(by, channel);
      const last = screens.messages(by, spot.id).at(-1);
      if (last) state.read.set(`${userId}:${spot.id}`, last.id);
      stage.changed();
    },

    dismisses: (userId, channel, messageId) => {
      const message = messages.find(place(person(userId), channel).id, messageId);
      if (message?.onlyFor !== userId) throw new Error('Only a message that nobody else sees can be dismissed');
      message.dismissed = true;
      stage.changed();
    },

    reloads: (userId) => {
      modals.delete(userId);
      for (const channel of state.messages.values())
        for (const message of channel.values()) if (message.onlyFor === userId) message.dismissed = true;
      stage.changed();
    },
  };
}

const uploadOf = ({ name: filename, bytes }: Sent, index: number) => ({
  index: String(index),
  filename,
  contentType: TYPES[filename.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
  bytes,
});
const TYPES: Readonly<Record<string, string>> = { png: 'image/png', pdf: 'application/pdf', txt: 'text/plain' };

const fullName = (command: Command, words: string): string =>
  [command.name, ...words.replace(/^\//, '').split(' ').slice(1)].join(' ');

function checkChoice(select: Component, values: readonly string[]): void {
  if (!SELECT_TYPES.includes(select.type)) throw new Error(`${select.custom_id} is no select`);
  const least = Number(select['min_values'] ?? 1);
  const most = Number(select['max_values'] ?? 1);
  if (values.length < least || values.length > most) throw new Error(`Choose ${least} to ${most}`);
  const options = Array.isArray(select['options']) ? (select['options'] as { value: string }[]) : undefined;
  for (const value of values)
    if (options && !options.some((option) => option.value === value)) throw new Error(`There is no choice ${value}`);
}

/** `@noor` as the client sends it. */
function withMentions({ people }: World, text: string): string {
  return text.replace(/(?<![\w@<])@([\w.-]*\w)/g, (whole, typed: string) => {
    const name = typed.toLowerCase();
    const id = name === BOT_NAME.toLowerCase() ? APPLICATION_ID : people.find(({ username }) => username === name)?.id;
    return id === undefined ? whole : `<@${id}>`;
  });
}

/** What stands for the ids of files, beside that for people and channels. */
function withFiles(
  { resolved: others = {} }: ReturnType<typeof resolved>,
  files: readonly { readonly option: string; readonly id: string }[],
): { readonly resolved?: Record<string, unknown> } {
  const attachments = Object.fromEntries(files.map(({ option: _, ...file }) => [file.id, file]));
  const all = { ...others, ...(files.length > 0 && { attachments }) };
  return Object.keys(all).length > 0 ? { resolved: all } : {};
}
