import { z } from 'zod';
import { handler } from '../../conversation/handler.ts';
import type { Message } from '../../conversation/message.ts';
import { join, say } from '../../conversation/say.ts';
import { cut } from '../../core/cut.ts';
import { commands } from '../shared/commands.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { starters } from './home.ts';

const TYPED_MOST = 80;

/** What a command does and how it is typed; without one, what all of them do. */
export function help(reader: Reader, chat: string, name: string | undefined): Message {
  const { words } = reader;
  const command = commands.find((one) => one.name === name);
  // Nobody is shown what is not for them.
  const shown = command ? [command] : commands.filter((one) => reader.isAdmin || !one.forAdminsOnly);
  const lines = shown.map((one) => {
    const said = words.commands[one.name];
    return words.help.line(typedIn(chat, one.name, said.name), said.usage, said.description);
  });
  return {
    title: say`${words.help.title}`,
    text: command ? join(lines, '\n') : [...words.help.intro, ...say`\n`, ...join(lines, '\n')],
    actions: starters(reader),
  };
}

/** What all commands do, as a command of its own: in Slack it is a word of `/tutorline`. */
export const helpCommand = handler({
  input: z.object({}),
  run: async (by) => ({ kind: 'private', message: help(readerOf(by), by.account.chat, undefined) }),
});

/** In Slack all apps share the names of commands, so ours are words behind one of them. */
function typedIn(chat: string, name: string, localName: string): string {
  if (chat !== 'slack') return `/${localName}`;
  return name === 'book' ? '/book' : `/tutorline ${localName}`;
}

/** The answer to what somebody typed to the bot in a DM. */
export function answerTyped(reader: Reader, text: string): Message {
  return {
    text: reader.words.help.typed(cut(text, TYPED_MOST)),
    actions: starters(reader),
  };
}
