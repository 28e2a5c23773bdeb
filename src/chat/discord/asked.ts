import {
  ApplicationCommandOptionType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
} from 'discord.js';
import { asksHelp } from '../../conversation/asks-help.ts';
import type { Command, CommandWord, RawInput } from '../../conversation/handler.ts';
import { DEEDS } from '../menu-of-deeds.ts';
import { chosenValue } from './actions.ts';
import type { Acting } from './answer.ts';
import { filledIn } from './form.ts';
import { type Id, readId } from './ids.ts';

/** What a person asks for: which handler, with what an id carries, and what was typed, chosen or filled in. */
export interface Asked {
  readonly id: Id;
  readonly input: RawInput;
  readonly isCommand: boolean;
  /** A file that came with a command, and the option whose input its text is. */
  readonly file?: GivenFile | undefined;
}

export interface GivenFile {
  readonly option: string;
  readonly url: string;
  /** Bytes. */
  readonly size: number;
}

/** Undefined for commands that there are no more, and for ids that we did not write. */
export function readAsked(acting: Acting, commands: readonly Command[]): Asked | undefined {
  if (acting.isChatInputCommand()) {
    const typed = readTyped(acting, commands);
    if (!typed) return undefined;
    const { handler, file } = typed;
    const input = Object.fromEntries(Object.entries(typed.input).filter(([, value]) => value.trim() !== ''));
    return { id: { kind: 'direct', mode: 'press', handler, input: {} }, input, isCommand: true, file };
  }
  const id = readId(acting.customId);
  if (!id) return undefined;
  if (acting.isModalSubmit()) return { id, input: filledIn(acting.fields.fields.values()), isCommand: false };
  if (!acting.isStringSelectMenu()) return { id, input: {}, isCommand: false };
  const [chosen = ''] = acting.values;
  if (id.handler !== DEEDS) return { id, input: { choice: chosenValue(chosen) }, isCommand: false };
  const deed = readId(chosen);
  return deed && { id: deed, input: {}, isCommand: false };
}

/** The handler of what is typed, a command or a word that follows it, and the options so far; undefined for what there is no more. */
export function readTyped(
  { commandName, options }: Pick<ChatInputCommandInteraction | AutocompleteInteraction, 'commandName' | 'options'>,
  commands: readonly Command[],
): (Pick<Asked, 'input' | 'file'> & { readonly handler: string }) | undefined {
  const command = commands.find(({ name }) => name === commandName);
  if (!command) return undefined;
  const [first] = options.data;
  const isWord = first?.type === ApplicationCommandOptionType.Subcommand;
  const word: Pick<CommandWord, 'handler'> | undefined = isWord
    ? command.words?.find(({ name }) => name === first.name)
    : { handler: command.name };
  const given = isWord ? (first.options ?? []) : options.data;
  const [file] = given.flatMap(({ name, attachment }) =>
    attachment ? [{ option: name, url: attachment.url, size: attachment.size }] : [],
  );
  const said = given.filter(({ attachment }) => !attachment);
  return (
    word && {
      handler: word.handler,
      input: Object.fromEntries(said.map((one) => [one.name, String(one.value ?? '')])),
      file,
    }
  );
}

/** `/book subject:help`: the only thing that was typed is a call for help. */
export function isForHelp({ isCommand, input }: Asked): boolean {
  const [typed = '', ...more] = Object.values(input);
  return isCommand && more.length === 0 && asksHelp(typed);
}
