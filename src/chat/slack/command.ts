import { asksHelp } from '../../conversation/asks-help.ts';
import type { Command } from '../../conversation/handler.ts';
import { languages } from '../../conversation/languages/index.ts';
import { unescaped } from './rich-text.ts';

/** What somebody typed behind a slash, as far as it can be told without asking who is mentioned. */
export type Understood =
  | { readonly kind: 'command'; readonly name: string; readonly text: string; readonly mentions: readonly string[] }
  /** `unknown`: a word that is none of ours. */
  | { readonly kind: 'help'; readonly about?: string; readonly unknown?: string };

/**
 * Reads `/book …` and `/tutorline <word> …`: names of commands are shared by all apps of a workspace, so one slash
 * command whose name is none of ours takes all the words.
 */
export function readCommand(slash: string, typed: string, commands: readonly Command[]): Understood {
  const direct = named(slash.slice(1), commands);
  const [first = ''] = typed.trim().split(/\s/, 1);
  if (direct) return asksHelp(typed) ? { kind: 'help', about: direct.name } : command(direct, typed);
  const rest = typed.trim().slice(first.length).trim();
  if (first === '' || asksHelp(first)) {
    const about = named(rest, commands);
    return about ? { kind: 'help', about: about.name } : { kind: 'help' };
  }
  const meant = named(first, commands);
  const chosen = meant ?? choosable(first, commands);
  if (!chosen) return { kind: 'help', unknown: plainOf(first) };
  if (!meant) return command(chosen, typed);
  return asksHelp(rest) ? { kind: 'help', about: meant.name } : command(meant, rest);
}

/** In any language, with or without accents, or by the handler's own name. */
function named(word: string, commands: readonly Command[]): Command | undefined {
  const wanted = fold(word);
  return commands.find(({ name }) => fold(name) === wanted || NAMES.get(wanted) === name);
}

/** The command to whose first option a word belongs: `status` is `tutoring status`. */
function choosable(word: string, commands: readonly Command[]): Command | undefined {
  const wanted = fold(word);
  return commands.find(({ name, options: [first] }) =>
    first?.choices?.some((choice) => fold(choice) === wanted || CHOICES.get(`${name} ${wanted}`) === choice),
  );
}

function command({ name }: Command, typed: string): Understood {
  return { kind: 'command', name, text: plainOf(typed), mentions: mentionsIn(typed) };
}

/** The ids of those who are mentioned, in order. */
export function mentionsIn(typed: string): readonly string[] {
  return [...typed.matchAll(USER)].map(([, id = '']) => id);
}

/** https://docs.slack.dev/interactivity/implementing-slash-commands#escaping */
const USER = /<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g;

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
