import type { z } from 'zod';
import type { Task } from '../core/may/tasks.ts';
import type { Actor } from '../core/people/person.ts';
import type { Refusal } from '../core/refusal.ts';
import type { Form } from './form.ts';
import type { Message, Option, Text } from './message.ts';

/** What goes back to the one who acted. */
export type Reply =
  /** Seen by nobody else; says that something was done, or cannot be. */
  | { readonly kind: 'private'; readonly message: Message }
  /**
   * Takes the place of the message that was pressed; private where none was. `line`: what was done, where the message
   * is a card that stands elsewhere: an answer that only this person sees shows it instead, so that nobody has a card twice.
   */
  | { readonly kind: 'replace'; readonly message: Message; readonly line?: Text };

/** Input as it comes from a chat: options, ids of a button, fields of a dialog. All strings, none of them trusted. */
export type RawInput = Readonly<Record<string, string>>;

/** How the words after a command are read where a chat has no named options (Slack). */
export interface Typed {
  /** What was typed, without the mentions. */
  readonly text: string;
  /** The people mentioned, in order: a person's id, or undefined for somebody whom the bot does not know. */
  readonly mentions: readonly (string | undefined)[];
  /** The channels named, in order, by the chat's ids. */
  readonly channels: readonly string[];
}

/** What is offered in the place of what was refused. */
export interface Instead {
  /** The sentence, and what can be had. */
  readonly reply: Reply;
  /** The same in a few words, for dialogs that stay open. */
  readonly short: Text;
}

/** What a person can do: as a command, by a button, or both. The chats know nothing of any one handler. Made by `handler`. */
export interface Handler<Deps> {
  /**
   * What somebody has to be allowed to do: whoever is not reads that before anything of it, be it a dialog, an answer to
   * what they type, or what they sent. Left out: it is for everybody, and what they do to a session is for core to refuse.
   */
  readonly task?: Task;
  /** What arrives is checked here, at the edge. Unknown keys are dropped. */
  readonly input: z.ZodType;
  /**
   * The dialog to open before `run`, or undefined when nothing is left to ask.
   * `ask`: `all` shows every field with what is known filled in; `missing` asks only when something is missing.
   */
  readonly form?: (by: Actor, input: RawInput, deps: Deps, ask: 'all' | 'missing') => Promise<Form | undefined>;
  /** The handler whose dialog shows what was said, for one that has none: "Change" leads to it. */
  readonly formOf?: string;
  /** Answers for fields and options that are looked for by typing, by the field's name. */
  readonly suggest?: Readonly<
    Record<string, (by: Actor, typed: string, input: RawInput, deps: Deps) => Promise<readonly Option[]>>
  >;
  /** Reads the words typed after the command. Without it they are the first option. */
  readonly read?: (by: Actor, typed: Typed, deps: Deps) => Promise<RawInput>;
  /** @throws Refusal */
  readonly run: (by: Actor, input: never, deps: Deps) => Promise<Reply>;
  /** What can be had where `run` refuses, beside the sentence; undefined where that is nothing. */
  readonly instead?: (
    by: Actor,
    input: RawInput,
    refusal: Refusal,
    sentence: Text,
    deps: Deps,
  ) => Promise<Instead | undefined>;
}

/**
 * Something that people can do. One file in `features/` and one line in `features/index.ts` for each; a press, a command
 * and a dialog all reach the same `run`.
 * @example
 * export const cheer = handler({
 *   input: z.object({ session: SessionId }),
 *   run: async (by, { session: id }, deps: Deps) => {
 *     const session = await deps.sessions.cheer(by, id); // core refuses what cannot be done
 *     const view = await viewOf(session, readerOf(by), deps);
 *     return { kind: 'replace', message: sessionCard(view, deps) };
 *   },
 * });
 */
export function handler<Deps, Schema extends z.ZodType>(
  definition: Omit<Handler<Deps>, 'input' | 'run'> & {
    readonly input: Schema;
    readonly run: (by: Actor, input: z.output<Schema>, deps: Deps) => Promise<Reply>;
  },
): Handler<Deps> {
  return definition as Handler<Deps>;
}

/** What is typed, or a word that follows it: what it takes, and which handler does it. */
export interface CommandWord {
  readonly name: string;
  readonly handler: string;
  /** In the order in which they are typed where a chat has no named options. */
  readonly options: readonly CommandOption[];
}

/** A slash command. The names of commands and options are the handler's; the words in each language are in `words`. */
export interface Command extends Omit<CommandWord, 'handler'> {
  /** Whether it is shown to admins alone. A server can show it to others, too: who may do it, its handlers' `task` says. */
  readonly forAdminsOnly: boolean;
  /** What can follow its name, each a command of its own: then it has no options itself, and in Discord it is none alone. */
  readonly words?: readonly CommandWord[];
}

/** All that can be typed, by the handlers that do it: the handler of a command is called like it. */
export function typedFor(commands: readonly Command[]): readonly CommandWord[] {
  return commands.flatMap((command) => [{ ...command, handler: command.name }, ...(command.words ?? [])]);
}

export interface CommandOption {
  readonly name: string;
  /**
   * `suggested` is answered by the handler's `suggest`; `choice` by `choices`; `channel` is one of the space, by its id.
   * Of a `file` the handler gets the text; chats that take none with a command leave it out.
   */
  readonly kind: 'text' | 'suggested' | 'choice' | 'channel' | 'file';
  readonly choices?: readonly string[];
  /** What the choices are called, where it is the same in every language. */
  readonly called?: Readonly<Record<string, string>>;
  readonly most?: number;
}
