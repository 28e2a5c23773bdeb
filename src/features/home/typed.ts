import { asksHelp } from '../../conversation/asks-help.ts';
import type { Asks } from '../../conversation/languages/asks.ts';
import { languages } from '../../conversation/languages/index.ts';
import type { Message, Target } from '../../conversation/message.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { keepRepeat, parseRepeat } from '../../conversation/when/repeat.ts';
import type { Context, When } from '../../conversation/when/when.ts';
import { isMisspelt, namesIn } from '../../core/people/names.ts';
import type { Actor } from '../../core/people/person.ts';
import { spellingKey } from '../../core/spelling.ts';
import { given } from '../booking/booking.ts';
import { commands } from '../shared/commands.ts';
import type { Deps } from '../shared/deps.ts';
import { type Reader, readerOf } from '../shared/reader.ts';
import { otherNamesOf } from '../shared/subjects.ts';
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
  const wish = await wishIn(reader, text, deps);
  if (says('past')) return { handler: 'sessions', input: { which: 'past' } };
  if (says('sessions') && wish['subject'] === undefined) return { handler: 'sessions', input: {} };
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

/** Tutor, subject and time, as far as a sentence says them. Nothing of it is sent before it was read back. */
async function wishIn(reader: Reader, typed: string, deps: Deps): Promise<Readonly<Record<string, string>>> {
  const context = { now: deps.clock(), zone: reader.zone ?? deps.defaultZone, language: reader.language };
  const repeated = parseRepeat(typed, context);
  const text = repeated?.rest ?? typed;
  const saysTime = (word: string) => parseWhen(word, context).kind !== 'unknown';
  const [tutors, subjects] = await Promise.all([deps.store.tutorNames(), deps.store.subjects()]);
  const subject = subjectIn(subjects, text);
  const isSmall = (word: string) => languages.some(({ asks }) => asks.small.includes(word));
  const isTaken = (word: string) => isSmall(word) || subject?.words.includes(word) === true || saysTime(word);
  const others = tutors.filter(({ id }) => id !== reader.person.id);
  const mentioned = namesIn(others, text, isTaken);
  const [first] = mentioned;
  const named = [...new Set(mentioned.flatMap(({ words }) => words))];
  const about = without(text, [...named, ...(subject?.typed ?? [])]);
  const when = parseWhen(about, context);
  return given({
    tutor: mentioned.length === 1 ? first?.one.id : named.join(' '),
    subject: subject?.name,
    when: whenSaid(about, when, context, reader),
    length: when.lengthMinutes === undefined ? undefined : String(when.lengthMinutes),
    repeat: repeated && keepRepeat(repeated),
  });
}

/** The moment itself where it is clear, else the words that say it, to be asked about. */
function whenSaid(text: string, when: When, context: Context, reader: Reader): string | undefined {
  if (when.kind === 'unknown') return undefined;
  if (when.kind === 'moment' && !when.unclear && reader.zone !== undefined) return when.start.toISOString();
  const { rest: _, ...meant } = when;
  const isSame = (words: readonly string[]) => {
    const { rest: _, ...other } = parseWhen(words.join(' '), context);
    return JSON.stringify(other) === JSON.stringify(meant);
  };
  let words = text.split(' ');
  while (words.length > 1 && isSame(words.slice(1))) words = words.slice(1);
  while (words.length > 1 && isSame(words.slice(0, -1))) words = words.slice(0, -1);
  return words.join(' ');
}

interface SubjectSaid {
  readonly name: string;
  /** As they were typed, and as they are compared. */
  readonly typed: readonly string[];
  readonly words: readonly string[];
}

/** The subject of which all words stand in the text, with a slip in them or not, else one by what it is called elsewhere: of several the longest. */
function subjectIn(subjects: readonly string[], text: string): SubjectSaid | undefined {
  const typed = text.match(/[\p{L}\p{M}\p{N}+#'’-]+/gu) ?? [];
  const find = (name: string, called: string, isSaid: (word: string, key: string) => boolean): SubjectSaid[] => {
    const said = spellingKey(called)
      .split(' ')
      .map((word) => typed.find((one) => isSaid(word, spellingKey(one))));
    return said.every((one) => one !== undefined) ? [{ name, typed: said, words: said.map(spellingKey) }] : [];
  };
  const named = subjects.flatMap((name) => find(name, name, (word, key) => isMisspelt(word, key, 2)));
  const called = otherNamesOf(subjects).flatMap((one) => find(one.name, one.called, (word, key) => word === key));
  return (named.length > 0 ? named : called).sort((a, b) => b.name.length - a.name.length)[0];
}

function without(text: string, words: readonly string[]): string {
  const left = words.reduce((all, word) => all.replace(word, ' '), text);
  return left.replace(/\s+/g, ' ').trim();
}

/** As it is compared: letters and digits alone. */
function plainly(text: string): string {
  return spellingKey(text.replace(/['’]/g, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '));
}

function within(said: string, phrase: string): boolean {
  return ` ${said} `.includes(` ${phrase} `);
}
