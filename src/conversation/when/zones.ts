import type { Language } from '../languages/language.ts';
import { fold } from './lexer.ts';
import { zonesOfAbbreviation } from './zone-abbreviations.ts';
import { keyOf, offsetsOf, placeOf, type ZoneName, zoneIndex } from './zone-index.ts';
import { PLACES } from './zone-places.ts';

export interface ZoneMatch {
  /** IANA id. */
  readonly zone: string;
  /** "Berlin (Germany)", in the language asked for. */
  readonly label: string;
  /** What was typed is the whole name, not only its beginning. Several exact matches: ask which. */
  readonly exact: boolean;
}

const MOST = 25; // what a Discord autocomplete shows, https://docs.discord.com/developers/interactions/application-commands
const SHORTEST_INSIDE = 3; // letters looked for in the middle of a name
const LONGEST = 60; // letters anybody types
const OFFSET = /^(?:utc|gmt)?\s*([+\-\u2212])\s*(\d{1,2})(?::?([0-5]\d))?$/;
const FIXED = { west: -12, east: 14 }; // Etc/GMT+12 to Etc/GMT-14

/** Zones that people may mean by a city, a country, an abbreviation, an offset or an id; best first, at most 25. */
export function findZones(text: string, language: Language): readonly ZoneMatch[] {
  const typed = text.normalize('NFKC').trim().slice(0, LONGEST);
  const offset = OFFSET.exec(fold(typed));
  if (offset)
    return zonesAtOffset(offset)
      .map((zone) => matchOf(zone, language))
      .slice(0, MOST);
  const key = keyOf(typed);
  if (key === '') return [];
  const abbreviated = zonesOfLetters(key).map((zone) => matchOf(zone, language));
  const named = zoneIndex()
    .names.map((name) => ({ name, closeness: closenessOf(name, key) }))
    .filter(({ closeness }) => closeness < FAR)
    .sort((a, b) => a.closeness - b.closeness || a.name.rank - b.name.rank)
    .map(({ name, closeness }) => ({ zone: name.zone, label: name.label(language), exact: closeness === 0 }));
  return distinct([...abbreviated, ...named]).slice(0, MOST);
}

/** Every message asks for its reader's. Zones are found however they are spelt, so there is no end to those that could be asked for. */
const found = new Set<string>();
const FOUND_MOST = 1000;

/** Whether this is an IANA zone that clocks can be read in. */
export function isZone(id: string): boolean {
  if (found.has(id)) return true;
  if (!/^[A-Za-z]/.test(id)) return false; // "+02:00" is an offset
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(id);
    if (found.size < FOUND_MOST) found.add(id);
    return true;
  } catch {
    return false;
  }
}

const FAR = 4;

/** 0: the whole name; then its beginning, the beginning of a word in it, any part of it. */
function closenessOf({ key }: ZoneName, typed: string): number {
  if (key === typed) return 0;
  if (key.startsWith(typed)) return 1;
  if (typed.length < SHORTEST_INSIDE) return FAR;
  if (key.includes(` ${typed}`)) return 2;
  return key.includes(typed) ? 3 : FAR;
}

/** The first match of each zone. */
function distinct(matches: readonly ZoneMatch[]): ZoneMatch[] {
  const seen = new Set<string>();
  return matches.filter(({ zone }) => !seen.has(zone) && seen.add(zone));
}

const matchOf = (zone: string, language: Language): ZoneMatch => ({
  zone,
  label: zoneIndex().byZone.get(zone)?.label(language) ?? placeOf(zone, language),
  exact: true,
});

/** The zones of everything that is called exactly this: a city, a country, letters. */
export function zonesCalled(name: string): readonly string[] {
  const letters = zonesOfAbbreviation(name);
  if (letters.length > 0) return letters;
  return [
    ...new Set(
      zoneIndex()
        .byKey.get(keyOf(name))
        ?.map(({ zone }) => zone),
    ),
  ];
}

/** "EST" is New York to most, but Panama keeps it all year. */
function zonesOfLetters(letters: string): string[] {
  const meant = zonesOfAbbreviation(letters);
  const [continent] = meant[0]?.split('/') ?? [];
  const steady = PLACES.filter(([zone]) => zone.startsWith(`${continent}/`)).flatMap(([zone]) => {
    const [offset, ...others] = offsetsOf(zone);
    return offset && others.length === 0 && meant.includes(offset) ? [zone] : [];
  });
  return [...meant.filter(isZone), ...steady];
}

/** A fixed offset, and the places that keep it for at least half of the year. */
function zonesAtOffset([, sign, hours, minutes = '00']: RegExpExecArray): string[] {
  const isWest = sign !== '+';
  const count = Number(hours);
  const offset = `${isWest ? '-' : '+'}${String(count).padStart(2, '0')}:${minutes}`;
  const isWhole = minutes === '00' && count <= (isWest ? -FIXED.west : FIXED.east);
  const fixed = isWhole ? [count === 0 ? 'UTC' : `Etc/GMT${isWest ? '+' : '-'}${count}`] : [];
  return [...fixed, ...PLACES.flatMap(([zone]) => (offsetsOf(zone).includes(offset) ? [zone] : []))];
}
