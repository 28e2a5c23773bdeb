import { asksHelp } from '../../conversation/asks-help.ts';
import type { Command, CommandWord } from '../../conversation/handler.ts';
import { languages } from '../../conversation/languages/index.ts';
import { unescaped } from './rich-text.ts';

/** What somebody typed behind a slash, as far as it can be told without asking who is mentioned. */
export type Understood =
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly text: string;
      readonly mentions: readonly string[];
      readonly channels: readonly string[];
    }
  /** `unknown`: a word that is none of ours. */
  | { readonly kind: 'help'; readonly about?: string; readonly unknown?: string };

/**
 * Reads `/book …` and `/tutorline <word> …`: names of commands are shared by all apps of a workspace, so one slash
 * command whose name is none of ours takes all the words.
 */
export function readCommand(slash: string, typed: string, commands: readonly Command[]): Understood {
  const direct = named(slash.slice(1), commands);
  if (direct) return behind(direct, typed);
  const [first, rest] = split(typed);
  if (first === '' || asksHelp(first)) {
    const about = named(rest, commands);
    return about ? { kind: 'help', about: about.name } : { kind: 'help' };
  }
  const meant = named(first, commands);
  if (meant) return behind(meant, rest);
  const chosen = choosable(first, commands);
  return chosen ? behind(chosen, typed) : { kind: 'help', unknown: plainOf(first) };
}

/** What stands behind the name of a command: a word that is a command of its own, or what the command takes. */
function behind(command: Command, typed: string): Understood {
  if (asksHelp(typed)) return { kind: 'help', about: command.name };
  const [first, rest] = split(typed);
  const word = wordOf(command, first);
  if (word) return asksHelp(rest) ? { kind: 'help', about: word.handler } : understood(word.handler, rest);
  return command.words && first !== '' ? { kind: 'help', about: command.name } : understood(command.name, typed);
}

function split(typed: string): readonly [string, string] {
  const [first = ''] = typed.trim().split(/\s/, 1);
  return [first, typed.trim().slice(first.length).trim()];
}

/** In any language, with or without accents, or by the handler's own name. */
function named(word: string, commands: readonly Command[]): Command | undefined {
  const wanted = fold(word);
  return commands.find(({ name }) => fold(name) === wanted || NAMES.get(wanted) === name);
}

/** The command to whose first option a word belongs, or which it follows: `status` is `tutoring status`. */
function choosable(word: string, commands: readonly Command[]): Command | undefined {
  const wanted = fold(word);
  return commands.find((command) => {
    const { name, options } = command;
    const isChoice = options[0]?.choices?.some(
      (choice) => fold(choice) === wanted || CHOICES.get(`${name} ${wanted}`) === choice,
    );
    return isChoice || wordOf(command, word) !== undefined;
  });
}

function wordOf({ name, words = [] }: Command, typed: string): CommandWord | undefined {
  const wanted = fold(typed);
  return words.find((one) => fold(one.name) === wanted || WORDS.get(`${name} ${wanted}`) === one.name);
}

function understood(name: string, typed: string): Understood {
  return { kind: 'command', name, text: plainOf(typed), mentions: mentionsIn(typed), channels: channelsIn(typed) };
}

/** The ids of those who are mentioned, in order. */
export function mentionsIn(typed: string): readonly string[] {
  return [...typed.matchAll(USER)].map(([, id = '']) => id);
}

/** The ids of the channels that are named, in order. */
function channelsIn(typed: string): readonly string[] {
  return [...typed.matchAll(CHANNEL)].map(([, id = '']) => id);
}

/** https://docs.slack.dev/interactivity/implementing-slash-commands#escaping */
const USER = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;
/** The name of a private one can be left out. */
const CHANNEL = /<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/g;

/** What was typed, without Slack's marks: https://docs.slack.dev/messaging/formatting-message-text#parsing */
export function plainOf(typed: string): string {
  const withoutMarks = typed
    .replaceAll(USER, ' ')
    .replaceAll(/<#[A-Z0-9]+\|([^>]*)>/g, '#$1')
    .replaceAll(/<!([a-z]+)[^>]*>/g, '@$1')
    .replaceAll(/<((?:https?|mailto):[^|>]*)(?:\|[^>]*)?>/g, '$1');
  return unescaped(withoutMarks).replaceAll(/\s+/g, ' ').trim();
}

function fold(word: string): string {
  return word.trim().normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** Where two languages use one word, the usual language has it. */
const worded = languages.toReversed().flatMap(({ words }) => Object.entries(words.commands));

/** What each language calls our commands. */
const NAMES: ReadonlyMap<string, string> = new Map(worded.map(([name, words]) => [fold(words.name), name]));

/** What each language calls the choices of each command. */
const CHOICES: ReadonlyMap<string, string> = new Map(
  worded.flatMap(([name, { options }]) =>
    Object.values(options).flatMap(({ choices = {} }) =>
      Object.entries(choices).map(([choice, word]): [string, string] => [`${name} ${fold(word)}`, choice]),
    ),
  ),
);

/** What each language calls what can follow a command. */
const WORDS: ReadonlyMap<string, string> = new Map(
  worded.flatMap(([name, { words = {} }]) =>
    Object.entries(words).map(([word, said]): [string, string] => [`${name} ${fold(said.name)}`, word]),
  ),
);
