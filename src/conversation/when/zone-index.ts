import { languages, usual } from '../languages/index.ts';
import type { Language } from '../languages/language.ts';
import { fold } from './lexer.ts';
import { MAIN_ZONES, PLACES, RENAMED } from './zone-places.ts';

/** One name that somebody may type for a zone. */
export interface ZoneName {
  readonly zone: string;
  /** As it is typed: lower case, without accents and signs. */
  readonly key: string;
  readonly label: (language: Language) => string;
  /** Less is better known. */
  readonly rank: number;
}

/** Offsets are looked at on the first of each month of this year, to see which zones of a country keep the same time. */
const REFERENCE_YEAR = 2026;
const RANK = { place: 0, city: 1000, country: 2000, id: 3000 };
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** "São Paulo" → "sao paulo", "Europe/Berlin" → "europe berlin". */
export const keyOf = (text: string): string =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const modern = (zone: string) => RENAMED[zone] ?? zone;

/** The city in a zone's name: "Buenos Aires". */
const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

/** The name of the best-known place of a zone: "Berlin", "Berlín". */
export function placeOf(zone: string, language: Language): string {
  if (zone.startsWith('Etc/')) return fixedName(zone);
  const row = PLACES.find(([id]) => id === modern(zone));
  const [first = cityOf(zone)] = row ? placesOf(row[1]) : [];
  return called(first, language);
}

/** What a language calls a place of the list. */
const called = (place: string, { places }: Language) => places.names[place] ?? place;

/** Etc/GMT-2 is two hours ahead of UTC: POSIX counts the other way. */
function fixedName(zone: string): string {
  const match = /^Etc\/GMT([+-])(\d+)$/.exec(zone);
  return match ? `UTC${match[1] === '+' ? '-' : '+'}${match[2]}` : 'UTC';
}

const placesOf = (places: string) => places.split(', ');

interface ZoneIndex {
  readonly names: readonly ZoneName[];
  readonly byKey: ReadonlyMap<string, readonly ZoneName[]>;
  readonly byZone: ReadonlyMap<string, ZoneName>;
}

let index: ZoneIndex | undefined;

/** Every name of every zone. Built when first needed, which takes some 200 ms. */
export function zoneIndex(): ZoneIndex {
  index ??= indexed(build());
  return index;
}

const indexed = (names: readonly ZoneName[]): ZoneIndex => ({
  names,
  byKey: Map.groupBy(names, ({ key }) => key),
  byZone: new Map(names.toReversed().map((name) => [name.zone, name])),
});

type Worded = (language: Language) => string;

function build(): ZoneName[] {
  const countries = countriesWithZones();
  const countryOf = new Map(countries.flatMap(({ zones, name }) => zones.map((zone) => [zone, name] as const)));
  const labelled = (zone: string, place: Worded): Worded => {
    const country = countryOf.get(zone);
    return (language) => {
      const [here, there] = [place(language), country?.(language)];
      return there === undefined || there === here ? here : `${here} (${there})`;
    };
  };
  const best = (zone: string) => labelled(zone, (language) => placeOf(zone, language));
  const named = (zone: string, text: string, label: Worded, rank: number) => ({ zone, key: keyOf(text), label, rank });
  const inEach = (words: Worded) => new Set(languages.map(words));
  const ids = Intl.supportedValuesOf('timeZone');
  return [
    ...PLACES.flatMap(([zone, places], row) =>
      placesOf(places).flatMap((place) => {
        const words: Worded = (language) => called(place, language);
        const label = labelled(zone, words);
        return [...inEach(words)].map((text) => named(zone, text, label, RANK.place + row));
      }),
    ),
    ...ids.flatMap((id) => {
      const zone = modern(id);
      const label = best(zone);
      const cities = [...new Set([cityOf(zone), cityOf(id)])].map((city) => named(zone, city, label, RANK.city));
      return [...cities, ...[...new Set([zone, id])].map((text) => named(zone, text, label, RANK.id))];
    }),
    ...countries.flatMap(({ zones, name, also }) =>
      distinctTimes(zones).flatMap((zone, order) =>
        [...inEach(name).union(also)].map((text) => named(zone, text, best(zone), RANK.country + order)),
      ),
    ),
    ...['UTC', 'GMT'].map((text) => named('UTC', text, () => 'UTC', RANK.place)),
  ];
}

interface Country {
  readonly name: Worded;
  readonly also: ReadonlySet<string>;
  readonly zones: readonly string[];
}

function countriesWithZones(): Country[] {
  const names = new Map(
    languages.map((language) => [language, new Intl.DisplayNames(language.id, { type: 'region', fallback: 'none' })]),
  );
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).flatMap((region) => {
    const name = names.get(usual)?.of(region);
    const zones = name ? (new Intl.Locale(`und-${region}`).getTimeZones?.() ?? []) : [];
    if (!name || zones.length === 0) return [];
    return [
      {
        name: (language: Language) => names.get(language)?.of(region) ?? name,
        also: new Set(languages.flatMap(({ places }) => places.countries[region] ?? [])),
        zones: mainFirst(zones.map(modern)),
      },
    ];
  });
}

const mainFirst = (zones: readonly string[]) =>
  zones.toSorted((a, b) => Number(MAIN_ZONES.includes(b)) - Number(MAIN_ZONES.includes(a)));

/** One zone for each different time that a country keeps: Germany has two zones, but one time. */
function distinctTimes(zones: readonly string[]): readonly string[] {
  if (zones.length < 2) return zones;
  const seen = new Set<string>();
  return zones.filter((zone) => {
    const year = yearOfOffsets(zone);
    return seen.has(year) ? false : seen.add(year);
  });
}

function yearOfOffsets(zone: string): string {
  return Array.from({ length: 12 }, (_, month) => firstOf(month + 1, zone).offset).join(' ');
}

const offsets = new Map<string, readonly string[]>();

/** A zone's offsets in winter and in summer: "+01:00", "+02:00". */
export function offsetsOf(zone: string): readonly string[] {
  const known = offsets.get(zone) ?? [...new Set([1, 7].map((month) => firstOf(month, zone).offset))];
  offsets.set(zone, known);
  return known;
}

const firstOf = (month: number, zone: string) =>
  Temporal.PlainDate.from({ year: REFERENCE_YEAR, month, day: 1 }).toZonedDateTime(zone);
