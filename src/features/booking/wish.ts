import { languages } from '../../conversation/languages/index.ts';
import { parseWhen } from '../../conversation/when/parse.ts';
import { keepRepeat, parseRepeat } from '../../conversation/when/repeat.ts';
import type { Context, When } from '../../conversation/when/when.ts';
import { isMisspelt, namesIn } from '../../core/people/names.ts';
import { spellingKey } from '../../core/spelling.ts';
import type { Deps } from '../shared/deps.ts';
import type { Reader } from '../shared/reader.ts';
import { otherNamesOf } from '../shared/subjects.ts';

/** What a text says of a session. */
export interface Wish {
  /** An id; where two names are said, the words. */
  readonly tutor: string | undefined;
  /** As it is called here. */
  readonly subject: string | undefined;
  readonly when: string | undefined;
  readonly length: string | undefined;
  readonly repeat: string | undefined;
  /** What is left without them: a subject that is not on offer here, or other words. */
  readonly about: string;
}

/**
 * Tutor, subject and time, as far as a text says them, be it a sentence to the bot or the words after a command.
 * Nothing of it is sent before it was read back or shown in a dialog. `mentioned`: the tutor is known already.
 */
export async function wishIn(reader: Reader, typed: string, deps: Deps, mentioned?: string): Promise<Wish> {
  const context = { now: deps.clock(), zone: reader.zone ?? deps.defaultZone, language: reader.language };
  const repeated = parseRepeat(typed, context);
  const text = repeated?.rest ?? typed;
  const saysTime = (word: string) => parseWhen(word, context).kind !== 'unknown';
  const [tutors, subjects] = await Promise.all([deps.store.tutorNames(), deps.store.subjects()]);
  const subject = subjectIn(subjects, text);
  const isSmall = (word: string) => languages.some(({ asks }) => asks.small.includes(word));
  const isTaken = (word: string) => isSmall(word) || subject?.words.includes(word) === true || saysTime(word);
  const others = tutors.filter(({ id }) => id !== reader.person.id);
  const found = mentioned === undefined ? namesIn(others, text, isTaken) : [];
  const [first] = found;
  const named = [...new Set(found.flatMap(({ words }) => words))];
  const left = without(text, [...named, ...(subject?.typed ?? [])]);
  const when = parseWhen(left, context);
  return {
    tutor: mentioned ?? (found.length === 1 ? first?.one.id : named.join(' ')),
    subject: subject?.name,
    when: whenSaid(left, when, context, reader),
    length: when.lengthMinutes === undefined ? undefined : String(when.lengthMinutes),
    repeat: repeated && keepRepeat(repeated),
    // Which words are the subject and which an unclear time nobody knows.
    about: when.unclear ? '' : withoutEdges(when.kind === 'unknown' ? left : when.rest, isSmall),
  };
}

/** "algebra with" is about algebra. */
function withoutEdges(text: string, isSmall: (word: string) => boolean): string {
  const words = text.split(' ');
  const isMeant = (word: string) => word !== '' && !isSmall(spellingKey(word));
  return words.slice(Math.max(words.findIndex(isMeant), 0), words.findLastIndex(isMeant) + 1).join(' ');
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

/** Whole words alone: “arte” is no part of “martes”. */
function without(text: string, words: readonly string[]): string {
  const left = words.reduce((all, word) => all.replace(wholly(word), ' '), text);
  return left.replace(/\s+/g, ' ').trim();
}

function wholly(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])${RegExp.escape(word)}(?![\\p{L}\\p{M}\\p{N}])`, 'u');
}
