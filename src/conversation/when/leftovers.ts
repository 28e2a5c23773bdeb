import { isLanguage } from './language-names.ts';
import type { Piece } from './piece.ts';
import type { Match, Reading } from './reading.ts';
import { fragmentsOf } from './rest.ts';
import { type Bearing, bearingAt } from './time-words.ts';
import { placeAt } from './zone-words.ts';

/** Words that the reading did not use though they are about time. */
export interface Leftovers {
  /** As they were typed. */
  readonly words: readonly string[];
  /** One of them may tell the day. */
  readonly tellDay: boolean;
}

interface Item {
  readonly from: number;
  readonly next: number;
  /** Undefined: an ordinary word. */
  readonly bearing: Bearing | undefined;
}

/** In a field for a time every word is about it. */
export function allLeft(reading: Reading, used: readonly Piece[]): Leftovers {
  const words = fragmentsOf(reading, used);
  return { words, tellDay: words.length > 0 };
}

/**
 * In free text: words about time that stand beside those that were used, with nothing but such words between; and, where
 * no day was understood, every word that surely tells one.
 */
export function timeWordsLeft(reading: Reading, used: readonly Piece[], hasDay: boolean): Leftovers {
  const found: { words: string; tellsDay: boolean }[] = [];
  let from = 0;
  for (const { from: first, next } of [...used, { from: reading.tokens.length, next: reading.tokens.length }]) {
    const items = itemsOf(reading, from, first);
    const isBeside = besides(items, from > 0, first < reading.tokens.length);
    const asked = items.filter(
      (item, index) =>
        item.bearing !== undefined &&
        item.bearing !== 'link' &&
        ((isBeside(index) && (item.bearing === 'day' || endsWell(items, index))) ||
          (!hasDay && (item.bearing === 'day' || isWeekday(reading, item)))),
    );
    for (const group of groupsOf(items, asked))
      found.push({
        words: textOf(reading, group),
        tellsDay: group.some(({ bearing }) => bearing === 'day' || bearing === 'maybe'),
      });
    from = next;
  }
  return { words: found.map(({ words }) => words), tellDay: found.some(({ tellsDay }) => tellsDay) };
}

/** "wed works, 3pm": beside no other day even a word that is rarely one. SAT is an exam. */
function isWeekday(reading: Reading, { from }: Item): boolean {
  const token = reading.tokens[from];
  const written = reading.text.slice(token?.start, token?.end);
  return reading.is(from, 'weekday') !== undefined && written !== written.toUpperCase();
}

function itemsOf(reading: Reading, from: number, until: number): Item[] {
  const items: Item[] = [];
  let at = from;
  while (at < until) {
    const isAfterPiece = at === from && from > 0;
    const place =
      isAfterPiece || reading.is(at, 'in') ? (placeAt(reading, at, true) ?? strangePlaceAt(reading, at)) : undefined;
    const match = place ? { value: 'clock' as const, next: place.next } : bearingAt(reading, at);
    const next = Math.min(match?.next ?? at + 1, until);
    items.push({ from: at, next, bearing: match?.value });
    at = next;
  }
  return items;
}

/** "in Springfield": a name that may be a place; not "in English", and not where one meets. */
function strangePlaceAt(reading: Reading, at: number): Match<string> | undefined {
  const prefix = reading.is(at, 'in');
  const token = prefix && reading.tokens[prefix.next];
  if (!prefix || token?.kind !== 'word') return undefined;
  const name = reading.text.slice(token.start, token.end);
  const isName = /^\p{Lu}\p{Ll}/u.test(name) && !isLanguage(name) && !WHERE_ONE_MEETS.has(token.word);
  return isName ? { value: name, next: prefix.next + 1 } : undefined;
}

const WHERE_ONE_MEETS = new Set(['zoom', 'google', 'meet', 'jitsi', 'slack', 'discord', 'teams', 'skype', 'whatsapp']);

/** Which of the items nothing ordinary parts from the piece before or after them. */
function besides(items: readonly Item[], hasBefore: boolean, hasAfter: boolean): (index: number) => boolean {
  const isOrdinary = ({ bearing }: Item) => bearing === undefined;
  const first = items.findIndex(isOrdinary);
  const last = items.findLastIndex(isOrdinary);
  return (index) => (hasBefore && (first === -1 || index < first)) || (hasAfter && index > last);
}

/** "first" in "5pm first aid" is of what follows. */
function endsWell(items: readonly Item[], index: number): boolean {
  const next = items[index + 1];
  return next === undefined || next.bearing !== undefined;
}

/** Neighbours that are asked about together, "end of the week", without the connecting words around them. */
function groupsOf(items: readonly Item[], asked: readonly Item[]): Item[][] {
  const groups: Item[][] = [];
  let open: Item[] = [];
  const close = () => {
    const first = open.findIndex((item) => asked.includes(item));
    const last = open.findLastIndex((item) => asked.includes(item));
    if (first >= 0) groups.push(open.slice(first, last + 1));
    open = [];
  };
  for (const item of items) {
    if (item.bearing === undefined) close();
    else open.push(item);
  }
  close();
  return groups;
}

function textOf(reading: Reading, group: readonly Item[]): string {
  const [first, last] = [group[0], group.at(-1)];
  if (!first || !last) return '';
  return reading.text.slice(reading.tokens[first.from]?.start, reading.tokens[last.next - 1]?.end);
}
