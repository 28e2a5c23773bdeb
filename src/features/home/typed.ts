import { asksHelp } from '../../conversation/asks-help.ts';
import type { Asks } from '../../conversation/languages/asks.ts';
import { languages } from '../../conversation/languages/index.ts';
import type { Message, Target } from '../../conversation/message.ts';
import type { Actor } from '../../core/people/person.ts';
import { spellingKey } from '../../core/spelling.ts';
import { given } from '../booking/booking.ts';
import { wishIn } from '../booking/wish.ts';
import { companionIn } from '../session/companions.ts';
import { commands } from '../shared/commands.ts';
import type { Deps } from '../shared/deps.ts';
import { readerOf } from '../shared/reader.ts';
import { answerTyped, help } from './help.ts';

/** Whoever writes more tells a story. */
const READ_MOST = 300;

/** What somebody wrote to the bot in words of their own: what they come for, or an answer that shows what they can do. */
export async function readTyped(by: Actor, typed: string, deps: Deps): Promise<Target | Message> {
  const text = typed.slice(0, READ_MOST);
  const reader = readerOf(by);
  const said = plainly(text);
  const says = (kind: keyof Asks) => languages.some(({ asks }) => asks[kind].some((one) => within(said, one)));
  if (said === '' || asksHelp(text)) return help(reader, by.account.chat, undefined);
  if (says('cancel')) return { handler: 'which-to-cancel', input: { text } };
  const named = await commandNamed(by, said);
  if (named) return named;
  const { about: _, ...wished } = await wishIn(reader, text, deps);
  const wish = given(wished);
  const isPast = says('past');
  if (isPast || (says('sessions') && wish['subject'] === undefined)) {
    const person = await companionIn(by, text, deps);
    return { handler: 'sessions', input: given({ which: isPast ? 'past' : undefined, person }) };
  }
  if (says('tutors')) return { handler: 'tutors', input: given({ subject: wish['subject'] }) };
  if (Object.keys(wish).length > 0) return { handler: 'book-typed', input: wish };
  if (languages.some(({ asks }) => asks.help.some((one) => `${said} `.startsWith(`${one} `)))) {
    return help(reader, by.account.chat, undefined);
  }
  return says('book') ? { handler: 'book-typed', input: {} } : answerTyped(reader, text);
}

/** A command's name as the whole text, with or without its slash. */
async function commandNamed(by: Actor, said: string): Promise<Target | Message | undefined> {
  const word = said.replace(/^tutorline /, '');
  const command = commands.find(({ name }) =>
    languages.some(({ words }) => name === word || plainly(words.commands[name].name) === word),
  );
  if (!command) return undefined;
  switch (command.name) {
    case 'sessions':
    case 'tutors':
    case 'tutoring':
      return { handler: command.name, input: {} };
    case 'book':
      return { handler: 'book-typed', input: {} };
    default:
      return help(readerOf(by), by.account.chat, command.name);
  }
}

/** As it is compared: letters and digits alone. */
function plainly(text: string): string {
  return spellingKey(text.replace(/['’]/g, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
}

function within(said: string, phrase: string): boolean {
  return ` ${said} `.includes(` ${phrase} `);
}
