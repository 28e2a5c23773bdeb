import { languages } from '../languages/index.ts';
import { fold } from './lexer.ts';
import type { Match, Reading } from './reading.ts';
import { zonesOfAbbreviation } from './zone-abbreviations.ts';
import { isZone, zonesCalled } from './zones.ts';

/** Whose clock a time is on: some zones (several when the word is ambiguous), or one that nobody here can know. */
export type ZoneWords = { readonly zones: readonly string[] } | { readonly place: string };

const LONGEST_PLACE = 4; // words: "rio de janeiro" and one more
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
    letters(reading, at)
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
    const zones = zonesCalled(place);
    if (zones.length > 0) return { value: { zones }, next: time.next };
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
    if (zones.length > 0) return { value: { zones }, next };
  }
  return undefined;
}

/** "CET", "UTC+2", "Z". */
function letters(reading: Reading, at: number): Match<ZoneWords> | undefined {
  const token = reading.tokens[at];
  if (token?.kind !== 'word') return undefined;
  if (token.word === 'utc' || token.word === 'gmt') return offsetAfter(reading, at + 1);
  if (token.word === 'z') return token.glued ? { value: { zones: ['UTC'] }, next: at + 1 } : undefined;
  const zones = zonesOfAbbreviation(token.word);
  return zones.length > 0 ? { value: { zones }, next: at + 1 } : undefined;
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
