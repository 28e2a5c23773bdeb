import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type REST,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Command, CommandOption, CommandWord } from '../../conversation/handler.ts';
import type { CommandWords, OptionWords } from '../../conversation/languages/command-words.ts';
import { languages, usual } from '../../conversation/languages/index.ts';
import type { Language } from '../../conversation/languages/language.ts';
import type { Log } from '../../core/log.ts';
import {
  CHOICE_TEXT,
  CHOICES,
  COMMAND_CHARACTERS,
  COMMAND_DESCRIPTION,
  COMMAND_NAME,
  COMMAND_OPTIONS,
  COMMANDS,
  OPTION_LENGTH,
} from './limits.ts';
import { isSame } from './registered.ts';

type Described = RESTPutAPIApplicationCommandsJSONBody[number] & { type: ApplicationCommandType.ChatInput };

/** The same words in each language: the usual one's stand where Discord has no others. */
type InEach<Words> = ReadonlyMap<Language, Words>;

/** Registers the commands for all servers, if they are not registered already: Discord counts what is created each day. */
export async function register(
  rest: REST,
  applicationId: string,
  commands: readonly Command[],
  log: Log,
): Promise<void> {
  const wanted = describeCommands(commands);
  const route = Routes.applicationCommands(applicationId);
  try {
    const registered = await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
    if (isSame(registered, wanted)) return;
    await rest.put(route, { body: wanted });
    log.info({ commands: wanted.map(({ name }) => name) }, 'registered the commands with Discord');
  } catch (error) {
    log.error({ error }, 'the commands could not be registered with Discord: those of before stay');
  }
}

/**
 * The commands in Discord's words. Names are the handlers' own, as Discord sends them back; people read the localized ones.
 * @throws Error when a command is without words or over a limit: mistakes that its test finds.
 */
export function describeCommands(commands: readonly Command[]): readonly Described[] {
  const all = commands.map(describeCommand);
  check(all.length <= COMMANDS, 'commands', 'there are too many');
  checkNames(all, 'commands');
  return all;
}

function describeCommand(command: Command): Described {
  const words: InEach<CommandWords> = inEach((language) => {
    const commands: Readonly<Record<string, CommandWords>> = language.words.commands;
    return Object.hasOwn(commands, command.name) ? commands[command.name] : undefined;
  }, command.name);
  const described = {
    type: ApplicationCommandType.ChatInput,
    ...named(command.name, words, command.name),
    options: command.words
      ? command.words.map((word) => describeWord(command, word, words))
      : command.options.map((option) => describeOption(command.name, option, words)),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    // Only what Discord shows at first: a server's admins can change it, so it is checked again with every use.
    default_member_permissions: command.forAdminsOnly ? String(PermissionFlagsBits.ManageGuild) : null,
  } as const satisfies Described;
  check(described.options.length <= COMMAND_OPTIONS, command.name, 'there are too many options');
  checkNames(described.options, command.name);
  check(charactersOf(described) <= COMMAND_CHARACTERS, command.name, 'its words are too long');
  return described;
}

function describeWord(command: Command, word: CommandWord, commandWords: InEach<CommandWords>) {
  const where = `${command.name} ${word.name}`;
  const words: InEach<CommandWords> = inEach((language) => commandWords.get(language)?.words?.[word.name], where);
  const described = {
    ...named(word.name, words, where),
    type: ApplicationCommandOptionType.Subcommand,
    options: word.options.map((option) => describeOption(where, option, words)),
  } as const satisfies APIApplicationCommandSubcommandOption;
  check(described.options.length <= COMMAND_OPTIONS, where, 'there are too many options');
  checkNames(described.options, where);
  return described;
}

function describeOption(command: string, option: CommandOption, commandWords: InEach<CommandWords>) {
  const where = `${command} ${option.name}`;
  const words: InEach<OptionWords> = inEach((language) => commandWords.get(language)?.options[option.name], where);
  if (option.kind === 'channel')
    return {
      ...named(option.name, words, where),
      type: ApplicationCommandOptionType.Channel,
      required: false,
      channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
    } as const satisfies APIApplicationCommandBasicOption;
  const described = {
    ...named(option.name, words, where),
    type: ApplicationCommandOptionType.String,
    required: false,
    ...(option.most === undefined ? {} : { max_length: Math.min(option.most, OPTION_LENGTH) }),
  } as const;
  switch (option.kind) {
    case 'file':
      return {
        ...named(option.name, words, where),
        type: ApplicationCommandOptionType.Attachment,
        required: false,
      } satisfies APIApplicationCommandBasicOption;
    case 'text':
      return described satisfies APIApplicationCommandBasicOption;
    case 'suggested':
      return { ...described, autocomplete: true } satisfies APIApplicationCommandBasicOption;
    case 'choice':
      return { ...described, choices: choicesOf(option, words, where) } satisfies APIApplicationCommandBasicOption;
  }
}

function choicesOf(option: CommandOption, words: InEach<OptionWords>, where: string) {
  const values = option.choices ?? [];
  check(values.length >= 1 && values.length <= CHOICES, where, `there are ${values.length} choices`);
  return values.map((value) => {
    const texts = inEach((language) => option.called?.[value] ?? words.get(language)?.choices?.[value] ?? value, where);
    for (const text of [value, ...texts.values()])
      check(text.length >= 1 && text.length <= CHOICE_TEXT, where, `“${text}” cannot be a choice`);
    return { name: texts.get(usual) ?? value, value, name_localizations: localized(texts, others) };
  });
}

function named(name: string, words: InEach<{ name: string; description: string }>, where: string) {
  const names = inEach((language) => words.get(language)?.name, where);
  const descriptions = inEach((language) => words.get(language)?.description, where);
  for (const one of [name, ...names.values()])
    check(COMMAND_NAME.test(one) && one === one.toLowerCase(), where, `“${one}” cannot be a name`);
  for (const text of descriptions.values())
    check(text.length >= 1 && text.length <= COMMAND_DESCRIPTION, where, `“${text}” is too long`);
  return {
    name,
    name_localizations: localized(names, names.get(usual) === name ? others : languages),
    description: descriptions.get(usual) ?? name,
    // The usual language again: else Discord may show Americans what it has for the British.
    description_localizations: localized(descriptions, languages),
  };
}

const others = languages.filter((language) => language !== usual);

/** @throws Error when a language has no words for `where` */
function inEach<Words>(wordsIn: (language: Language) => Words | undefined, where: string): InEach<Words> {
  return new Map(
    languages.map((language) => {
      const words = wordsIn(language);
      if (words === undefined) throw new Error(`${where}: there are no words for it in ${language.id}`);
      return [language, words];
    }),
  );
}

const localized = (texts: InEach<string>, shown: readonly Language[]): LocalizationMap =>
  Object.fromEntries(
    shown.flatMap((language) => language.discordLocales.map((locale) => [locale, texts.get(language)])),
  );

interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Partial<Record<string, string | null | undefined>>> | null | undefined;
}

/** Names are told apart in every language. */
function checkNames(all: readonly Named[], where: string): void {
  for (const locale of ['', ...languages.flatMap(({ discordLocales }) => discordLocales)]) {
    const names = all.map((one) => one.name_localizations?.[locale] ?? one.name);
    check(new Set(names).size === names.length, where, `names appear twice: ${names.join(', ')}`);
  }
}

/** Of each name, description and choice Discord counts the longest language: https://docs.discord.com/developers/interactions/application-commands#slash-commands */
function charactersOf(described: Counted): number {
  const longest = (text: string, inOthers?: LocalizationMap | null) =>
    Math.max(text.length, ...Object.values(inOthers ?? {}).map((one) => one?.length ?? 0));
  return [...(described.options ?? []), ...(described.choices ?? [])].reduce(
    (sum, one) => sum + charactersOf(one),
    longest(described.name, described.name_localizations) +
      longest(described.description ?? '', described.description_localizations) +
      (described.value ?? '').length,
  );
}

interface Counted {
  readonly name: string;
  readonly name_localizations?: LocalizationMap | null;
  readonly description?: string;
  readonly description_localizations?: LocalizationMap | null;
  readonly value?: string;
  readonly options?: readonly Counted[];
  readonly choices?: readonly Counted[];
}

function check(holds: boolean, where: string, what: string): asserts holds {
  if (!holds) throw new Error(`${where}: ${what}`);
}
