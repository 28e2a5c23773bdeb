import { z } from 'zod';
import type { Action, Message, Section, Text } from '../../conversation/message.ts';
import type { Reader } from './reader.ts';

/** With which entry of a list its page begins. */
export const From = z.coerce.number().int().min(0).max(100_000).catch(0);

/**
 * What is left for entries in the message of the chat that takes least, beside what holds it together and two buttons to
 * turn the page: https://docs.discord.com/developers/components/reference
 */
const PARTS = 34;
const CHARACTERS = 3700;
/** Of a title, a field and all fields of an entry this much is shown. */
const TITLE = 300;
const FIELD = 1200;
const FIELDS = 1900;
const IN_A_ROW = 5;
/** What a moment takes, whose words the chat finds. */
const MOMENT = 30;
/** What stands around what a command is called. */
const COMMAND = 16;

interface Turning {
  readonly from: number;
  /** Entries of a page whose entries are short. */
  readonly size: number;
  /** Whether there are more than are given. */
  readonly hasMore: boolean;
  /** What else the message says, and offers. */
  readonly beside?: Message;
  /** Where a page begins leads there. */
  readonly turn: (label: string, from: number) => Action;
}

/** As many entries as fit into a message of every chat, and the buttons that lead to the others: none is skipped. */
export function pageOf(
  entries: readonly Section[],
  { words: { buttons } }: Pick<Reader, 'words'>,
  { from, size, hasMore, beside = {}, turn }: Turning,
): { readonly shown: readonly Section[]; readonly turns: readonly Action[] } {
  const shown = entries.slice(0, howMany(entries, beside));
  const isCut = shown.length < entries.length;
  return {
    shown,
    turns: [
      ...(from > 0 ? [turn(buttons.back, Math.max(0, from - size))] : []),
      // Of a whole page all was looked at, also what is nothing for its reader.
      ...(hasMore || isCut ? [turn(buttons.more, from + (isCut ? shown.length : size))] : []),
    ],
  };
}

/** At least one: it is cut rather than never shown. */
function howMany(entries: readonly Section[], { sections = [], ...head }: Message): number {
  const taken = [head, ...sections];
  let parts = PARTS - sum(taken, partsOf);
  let characters = CHARACTERS - sum(taken, charactersOf);
  const first = entries.findIndex((entry) => {
    parts -= partsOf(entry);
    characters -= charactersOf(entry);
    return parts < 0 || characters < 0;
  });
  return first === -1 ? entries.length : Math.max(1, first);
}

/** A line above it, its words, and its buttons and menus in their rows. */
function partsOf({ title, text, fields = [], actions = [] }: Section): number {
  const menus = actions.filter(isMenu).length;
  const buttons = actions.length - menus;
  const hasWords = Boolean(title || text || fields.length > 0);
  return 1 + Number(hasWords) + 2 * menus + buttons + Math.ceil(buttons / IN_A_ROW);
}

function isMenu(action: Action): boolean {
  return action.kind === 'choice' || (action.kind === 'more' && action.options.length > 1);
}

function charactersOf({ title = [], text = [], fields = [] }: Section): number {
  const inFields = sum(fields, ({ name, value }) => name.length + 6 + Math.min(FIELD, lengthOf(value)));
  return 6 + Math.min(TITLE, lengthOf(title)) + lengthOf(text) + Math.min(FIELDS, inFields);
}

/** As it is written in the chat that writes most: what would be a mark there takes two characters. */
function lengthOf(text: Text): number {
  return sum(text, (span) => {
    if (span.kind === 'moment') return MOMENT;
    if (span.kind === 'command') return span.said.length + COMMAND;
    if (span.kind === 'link') return span.label.length + span.url.length + 4;
    return (
      span.text.length + (span.text.match(/[\\*_~`|[\]<@:+>#.)-]/g)?.length ?? 0) + 4 * Number(span.kind === 'strong')
    );
  });
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
