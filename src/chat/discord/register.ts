import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type LocalizationMap,
  PermissionFlagsBits,
  type REST,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Command, CommandOption } from '../../conversation/handler.ts';
import type { CommandWords, OptionWords } from '../../conversation/languages/command-words.ts';
import { wordsFor } from '../../conversation/languages/index.ts';
import type { Log } from '../../core/log.ts';
import { loggable } from './errors.ts';
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

/** Spanish has two locales in Discord. English stands in the base, and again here: else `en-US` may be shown as `en-GB`. */
const SPANISH = ['es-ES', 'es-419'] as const;
const ENGLISH = ['en-US', 'en-GB'] as const;

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
    log.error(loggable(error), 'the commands could not be registered with Discord: those of before stay');
  }
}

/**
 * The commands in Discord's words. Names are the handlers' own, as Discord sends them back; people read the localized ones.
 * @throws Error when a command is without words or over a limit: mistakes that its test finds.
 */
export function describeCommands(commands: readonly Command[]): readonly Described[] {
  const all = commands.map(describeCommand);
  check(all.length <= COMMANDS, 'commands', 'there are too many');
  for (const locale of [undefined, ...SPANISH]) checkNames(all, locale, 'commands');
  return all;
}

function describeCommand(command: Command): Described {
  const [en, es] = [wordsOf('en', command.name), wordsOf('es', command.name)];
  const described = {
    type: ApplicationCommandType.ChatInput,
    ...named(command.name, en, es, command.name),
    options: command.options.map((option) => describeOption(command, option, en, es)),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    // Only what Discord shows at first: a server's admins can change it, so it is checked again with every use.
    default_member_permissions: command.forAdminsOnly ? String(PermissionFlagsBits.ManageGuild) : null,
  } as const satisfies Described;
  check(described.options.length <= COMMAND_OPTIONS, command.name, 'there are too many options');
  for (const locale of [undefined, ...SPANISH]) checkNames(described.options, locale, command.name);
  check(charactersOf(described) <= COMMAND_CHARACTERS, command.name, 'its words are too long');
  return described;
}

function describeOption(command: Command, option: CommandOption, enCommand: CommandWords, esCommand: CommandWords) {
  const where = `${command.name} ${option.name}`;
  const [en, es] = [enCommand.options[option.name], esCommand.options[option.name]];
  if (!en || !es) throw new Error(`${where}: there are no words for it`);
  const described = {
    ...named(option.name, en, es, where),
    type: ApplicationCommandOptionType.String,
    required: false,
    ...(option.most === undefined ? {} : { max_length: Math.min(option.most, OPTION_LENGTH) }),
  } as const;
  switch (option.kind) {
    case 'text':
      return described satisfies APIApplicationCommandBasicOption;
    case 'suggested':
      return { ...described, autocomplete: true } satisfies APIApplicationCommandBasicOption;
    case 'choice':
      return { ...described, choices: choicesOf(option, en, es, where) } satisfies APIApplicationCommandBasicOption;
  }
}

function choicesOf(option: CommandOption, en: OptionWords, es: OptionWords, where: string) {
  const values = option.choices ?? [];
  check(values.length >= 1 && values.length <= CHOICES, where, `there are ${values.length} choices`);
  return values.map((value) => {
    const [name = value, spanish = value] = [en.choices?.[value], es.choices?.[value]];
    for (const text of [value, name, spanish]) check(text.length >= 1 && text.length <= CHOICE_TEXT, where, text);
    return { name, value, name_localizations: inSpanish(spanish) };
  });
}

function named(
  name: string,
  en: { name: string; description: string },
  es: { name: string; description: string },
  where: string,
) {
  for (const one of [name, en.name, es.name])
    check(COMMAND_NAME.test(one) && one === one.toLowerCase(), where, `“${one}” cannot be a name`);
  for (const { description } of [en, es])
    check(description.length >= 1 && description.length <= COMMAND_DESCRIPTION, where, `“${description}” is too long`);
  return {
    name,
    name_localizations: { ...(en.name === name ? {} : inEnglish(en.name)), ...inSpanish(es.name) },
    description: en.description,
    description_localizations: { ...inEnglish(en.description), ...inSpanish(es.description) },
  };
}

function wordsOf(locale: string, name: string): CommandWords {
  const commands: Readonly<Record<string, CommandWords>> = wordsFor(locale).commands;
  const words = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!words) throw new Error(`${name}: there are no words for it in ${locale}`);
  return words;
}

const inEnglish = (text: string): LocalizationMap => Object.fromEntries(ENGLISH.map((locale) => [locale, text]));
const inSpanish = (text: string): LocalizationMap => Object.fromEntries(SPANISH.map((locale) => [locale, text]));

interface Named {
  readonly name: string;
  readonly name_localizations?: Readonly<Partial<Record<string, string | null | undefined>>> | null | undefined;
}

/** Names are told apart in every language. */
function checkNames(all: readonly Named[], locale: (typeof SPANISH)[number] | undefined, where: string): void {
  const names = all.map((one) => (locale ? one.name_localizations?.[locale] : undefined) ?? one.name);
  check(new Set(names).size === names.length, where, `names appear twice: ${names.join(', ')}`);
}

/** Discord counts the longest language of each text; all of them together are surely no less. */
function charactersOf(described: Described): number {
  const count = (value: unknown): number => {
    if (typeof value === 'string') return value.length;
    return typeof value === 'object' && value !== null
      ? Object.values(value).reduce<number>((sum, one) => sum + count(one), 0)
      : 0;
  };
  return count(described);
}

function check(holds: boolean, where: string, what: string): asserts holds {
  if (!holds) throw new Error(`${where}: ${what}`);
}
