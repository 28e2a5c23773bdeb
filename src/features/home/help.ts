import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Message, Text } from '../../conversation/message.ts';
import { join, say, typedIn } from '../../conversation/say.ts';
import { cut } from '../../core/cut.ts';
import { commands } from '../shared/commands.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { starters } from './home.ts';

const TYPED_MOST = 80;

/** What a command does and how it is typed, by the handler that does it; without one, what all of them do. */
export function help(reader: Reader, chat: string, handler: string | undefined): Message {
  const { words } = reader;
  const shown = commands.filter((one) => isAbout(one, handler) && (reader.isAdmin || !one.forAdminsOnly));
  const isOne = handler !== undefined && shown.length > 0;
  // Nobody is shown what is not for them.
  const all = isOne ? shown : commands.filter((one) => reader.isAdmin || !one.forAdminsOnly);
  const lines = all.flatMap((one) => (isOne ? linesOf(one, handler, reader, chat) : [lineOf(one, reader, chat)]));
  return {
    title: say`${words.help.title}`,
    text: isOne ? join(lines, '\n') : [...words.help.intro, ...say`\n`, ...join(lines, '\n')],
    actions: starters(reader),
  };
}

type OurCommand = (typeof commands)[number];

function isAbout({ name, words = [] }: OurCommand, handler: string | undefined): boolean {
  return name === handler || words.some((one) => one.handler === handler);
}

function lineOf({ name }: OurCommand, { words }: Reader, chat: string): Text {
  const said = words.commands[name];
  return words.help.line(typedIn(chat, { name, said: said.name }), said.usage, said.description);
}

/** Of a command that is several, each of them, or the one that was asked about. */
function linesOf(command: OurCommand, handler: string, reader: Reader, chat: string): readonly Text[] {
  const { name, words = [] } = command;
  const { help, commands: said } = reader.words;
  if (words.length === 0) return [lineOf(command, reader, chat)];
  return words.flatMap((word) => {
    const its = said[name].words?.[word.name];
    if (!its || (handler !== name && handler !== word.handler)) return [];
    return [help.line(typedIn(chat, { name, said: `${said[name].name} ${its.name}` }), its.usage, its.description)];
  });
}

/** What all commands do, as a command of its own: in Slack it is a word of `/tutorline`. */
export const helpCommand = handler({
  input: z.object({}),
  run: async (by) => ({ kind: 'private', message: help(readerOf(by), by.account.chat, undefined) }),
});

/** What admins can do, where a command has no room for the word itself. */
export const tutoringHelp = handler({
  task: 'read what happens',
  input: z.object({}),
  run: async (by) => ({ kind: 'private', message: help(readerOf(by), by.account.chat, 'tutoring') }),
});

/** The answer to what somebody typed to the bot in a DM. */
export function answerTyped(reader: Reader, text: string): Message {
  return {
    text: reader.words.help.typed(cut(text, TYPED_MOST)),
    actions: starters(reader),
  };
}
