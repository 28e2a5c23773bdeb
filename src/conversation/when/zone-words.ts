import { languages } from '../languages/index.ts';
import { fold } from './lexer.ts';
import type { Match, Reading } from './reading.ts';
import { isOrdinaryWord } from './time-words.ts';
import { zonesOfAbbreviation } from './zone-abbreviations.ts';
import { isZone, zonesCalled } from './zones.ts';

/** Whose clock a time is on: some zones (several when the word is ambiguous), or one that nobody here can know. */
export type ZoneWords =
  | {
      readonly zones: readonly string[];
      /** "EST", which the reader's own clocks may be called too. */
      readonly letters?: string;
    }
  | { readonly place: string };

const LONGEST_PLACE = 4; // words: "rio de janeiro" and one more
/** "LA", "UK", "DF": names as short as that are written in capitals. */
const SHORTEST_NAME = 3;
/** Places that are also words, or people. */
const ALSO_A_WORD = new Set(languages.flatMap(({ lexicon }) => lexicon.placesThatAreWords));
/** Zones' letters that are words when they are small. */
const LETTERS_THAT_ARE_WORDS = new Set(['pet', 'cot', 'bot', 'vet', 'ect', 'cat', 'wit']);
const MINUTES = 60;
const MAX_OFFSET_HOURS = 14;
const OFFSET = /^(\d{1,2})(?::?(\d\d))?$/;

/** "hora peninsular". */
const zonesSaid = new Map(languages.flatMap(({ lexicon }) => Object.entries(lexicon.zones)));

/** A zone said right after a time: "CET", "UTC+2", "London time", "hora de Madrid", "[Europe/Madrid]", "my time". */
export function zoneAt(reading: Reading, at: number): Match<ZoneWords> | undefined {
  return (
    idAt(reading, at) ??
    whoseAt(reading, at) ??
    placeTimeAt(reading, at) ??
    timeOfPlaceAt(reading, at) ??
    lettersAt(reading, at) ??
    placeAt(reading, at)
  );
}

function idAt(reading: Reading, at: number): Match<ZoneWords> | undefined {
  const token = reading.tokens[at];
  return token?.kind === 'place' && isZone(token.zone) ? { value: { zones: [token.zone] }, next: at + 1 } : undefined;
}

function whoseAt(reading: Reading, at: number): Match<ZoneWords> | undefined {
  const whose = reading.is(at, 'whose');
  if (!whose) return undefined;
  return { value: whose.value.own ? { zones: [] } : { place: textOf(reading, at, whose.next) }, next: whose.next };
}

/** "London time". A capitalised name that is no place we know is reported, not passed over. */
function placeTimeAt(reading: Reading, at: number): Match<ZoneWords> | undefined {
  for (let next = at + 1; next <= at + LONGEST_PLACE; next += 1) {
    if (reading.tokens[next - 1]?.kind !== 'word') return undefined;
    const time = reading.is(next, 'time');
    if (!time) continue;
    const place = textOf(reading, at, next);
    const zones = zonesSaid.get(fold(place)) ?? zonesCalled(place);
    if (zones.length > 0) return { value: { zones, letters: place }, next: time.next };
    return /^\p{Lu}/u.test(place) ? { value: { place }, next: time.next } : undefined;
  }
  return undefined;
}

/** "hora de Ciudad de México", "hora española". */
function timeOfPlaceAt(reading: Reading, at: number): Match<ZoneWords> | undefined {
  const prefix = reading.is(at, 'time-of')?.next;
  if (prefix === undefined) return undefined;
  for (let next = prefix + LONGEST_PLACE; next > prefix; next -= 1) {
    if (reading.tokens.slice(prefix, next).some(({ kind }) => kind !== 'word') || next > reading.tokens.length)
      continue;
    const name = textOf(reading, prefix, next);
    const zones = zonesSaid.get(fold(name)) ?? zonesCalled(name);
    if (zones.length > 0) return { value: { zones, letters: name }, next };
  }
  return unknownPlaceAt(reading, prefix);
}

/** "hora de Springfield": a capitalised name that is no place we know is reported, not passed over. */
function unknownPlaceAt(reading: Reading, at: number): Match<ZoneWords> | undefined {
  let next = at;
  while (next < at + LONGEST_PLACE && isCapitalised(reading, next)) next += 1;
  return next > at ? { value: { place: textOf(reading, at, next) }, next } : undefined;
}

const isCapitalised = (reading: Reading, at: number) =>
  reading.tokens[at]?.kind === 'word' && /^\p{Lu}/u.test(textOf(reading, at, at + 1));

/**
 * A place by its name alone: "9pm in Tokyo", "3pm de España", "17h Madrid". Names that are also words or people's count
 * only after "in"; and what goes on ("London theatre") is no place.
 */
export function placeAt(reading: Reading, at: number, anyName = false): Match<ZoneWords> | undefined {
  const prefix = reading.is(at, 'in') ?? reading.is(at, 'of');
  const from = prefix?.next ?? at;
  for (let next = from + LONGEST_PLACE; next > from; next -= 1) {
    if (next > reading.tokens.length || reading.tokens.slice(from, next).some(({ kind }) => kind !== 'word')) continue;
    const name = textOf(reading, from, next);
    if (
      !isPlaceName(name, prefix?.value.is === 'in' || (anyName && isCapitalised(reading, from))) ||
      (!prefix && isOrdinaryWord(reading, next))
    )
      continue;
    const zones = zonesCalled(name);
    if (zones.length > 0) return { value: { zones, letters: name }, next };
  }
  return undefined;
}

function isPlaceName(name: string, isLed: boolean): boolean {
  if (name.length <= SHORTEST_NAME) return name === name.toUpperCase();
  return isLed || !ALSO_A_WORD.has(fold(name));
}

/** "CET", "UTC+2", "Z", "EST/EDT". */
function lettersAt(reading: Reading, at: number): Match<ZoneWords> | undefined {
  const first = oneOfLetters(reading, at);
  const other = first && reading.mark(first.next, '/') ? oneOfLetters(reading, first.next + 1) : undefined;
  if (!first || !other) return first;
  const [one, two] = [first.value, other.value].map((words) => ('zones' in words ? words.zones : []));
  const shared = one?.filter((zone) => two?.includes(zone)) ?? [];
  return { value: { zones: shared.length > 0 ? shared : [...(one ?? []), ...(two ?? [])] }, next: other.next };
}

function oneOfLetters(reading: Reading, at: number): Match<ZoneWords> | undefined {
  const token = reading.tokens[at];
  if (token?.kind !== 'word') return undefined;
  if (token.word === 'utc' || token.word === 'gmt') return offsetAfter(reading, at + 1);
  if (token.word === 'z') return token.glued ? { value: { zones: ['UTC'] }, next: at + 1 } : undefined;
  const written = textOf(reading, at, at + 1);
  if (LETTERS_THAT_ARE_WORDS.has(token.word) && written !== written.toUpperCase()) return undefined;
  const zones = zonesOfAbbreviation(token.word);
  return zones.length > 0 ? { value: { zones, letters: written }, next: at + 1 } : undefined;
}

function offsetAfter(reading: Reading, at: number): Match<ZoneWords> {
  const plain: Match<ZoneWords> = { value: { zones: ['UTC'] }, next: at };
  const sign = reading.tokens[at];
  const number = reading.tokens[at + 1];
  if (!sign || !number?.glued || !reading.mark(at, '+-')) return plain;
  const match = OFFSET.exec(reading.text.slice(number.start, number.end));
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2] ?? 0)];
  if (!match || hours > MAX_OFFSET_HOURS || minutes >= MINUTES) return plain;
  const zone = `${reading.text.slice(sign.start, sign.end)}${two(hours)}:${two(minutes)}`;
  return { value: { zones: [zone] }, next: at + 2 };
}

const two = (value: number) => String(value).padStart(2, '0');

const textOf = (reading: Reading, from: number, next: number) =>
  reading.text.slice(reading.tokens[from]?.start, reading.tokens[next - 1]?.end);
