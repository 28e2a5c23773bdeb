import { describe, expect, test } from 'vitest';
import { english } from '../../src/conversation/languages/en/index.ts';
import { spanish } from '../../src/conversation/languages/es/index.ts';
import { portuguese } from '../../src/conversation/languages/pt/index.ts';
import { findZones, isZone } from '../../src/conversation/when/zones.ts';

const exact = (text: string, language = english) =>
  findZones(text, language)
    .filter((match) => match.exact)
    .map(({ zone, label }) => `${zone}: ${label}`);

describe('a name that is one place is one exact match', () => {
  test.each([
    ['berlin', 'Europe/Berlin: Berlin (Germany)'],
    ['New York', 'America/New_York: New York (United States)'],
    ['nueva york', 'America/New_York: New York (United States)'],
    ['CDMX', 'America/Mexico_City: CDMX (Mexico)'],
    ['Ciudad de México', 'America/Mexico_City: Mexico City (Mexico)'],
    ['são paulo', 'America/Sao_Paulo: São Paulo (Brazil)'],
    ['Sao Paulo', 'America/Sao_Paulo: São Paulo (Brazil)'],
    ['Europe/Berlin', 'Europe/Berlin: Berlin (Germany)'],
    ['america/argentina/buenos_aires', 'America/Argentina/Buenos_Aires: Buenos Aires (Argentina)'],
    ['San Francisco', 'America/Los_Angeles: San Francisco (United States)'],
    ['München', 'Europe/Berlin: München (Germany)'],
    ['Mumbai', 'Asia/Kolkata: Mumbai (India)'],
    ['Asia/Calcutta', 'Asia/Kolkata: Kolkata (India)'],
    ['India', 'Asia/Kolkata: Kolkata (India)'],
    ['Kyiv', 'Europe/Kyiv: Kyiv (Ukraine)'],
    ['Kiev', 'Europe/Kyiv: Kyiv (Ukraine)'],
    ['Germany', 'Europe/Berlin: Berlin (Germany)'],
    ['Alemania', 'Europe/Berlin: Berlin (Germany)'],
    ['Argentina', 'America/Argentina/Buenos_Aires: Buenos Aires (Argentina)'],
    ['Reino Unido', 'Europe/London: London (United Kingdom)'],
    ['UTC', 'UTC: UTC'],
    ['JST', 'Asia/Tokyo: Tokyo (Japan)'],
  ])('%s', (typed, match) => {
    expect(exact(typed)).toEqual([match]);
  });
});

test('labels speak the language of the reader', () => {
  expect(exact('munich', spanish)).toEqual(['Europe/Berlin: Múnich (Alemania)']);
  expect(exact('munich', portuguese)).toEqual(['Europe/Berlin: Munique (Alemanha)']);
  expect(exact('Fortaleza', portuguese)).toEqual(['America/Fortaleza: Fortaleza (Brasil)']);
  expect(exact('joao pessoa', portuguese)).toEqual(['America/Fortaleza: João Pessoa (Brasil)']);
  expect(exact('Tóquio', portuguese)).toEqual(['Asia/Tokyo: Tóquio (Japão)']);
  expect(exact('London', spanish)).toEqual(['Europe/London: Londres (Reino Unido)']);
});

describe('a name that is several places comes back as several, the biggest first', () => {
  test.each([
    ['España', ['Europe/Madrid', 'Atlantic/Canary']],
    ['Spain', ['Europe/Madrid', 'Atlantic/Canary']],
    ['Portugal', ['Europe/Lisbon', 'Atlantic/Azores']],
    ['Chile', ['America/Santiago', 'America/Coyhaique', 'Pacific/Easter']],
    ['Georgia', ['America/New_York', 'Asia/Tbilisi']],
    ['Valencia', ['America/Caracas', 'Europe/Madrid']],
  ])('%s', (typed, zones) => {
    expect(
      findZones(typed, spanish)
        .filter((match) => match.exact)
        .map(({ zone }) => zone),
    ).toEqual(zones);
  });

  test.each([
    'USA',
    'Estados Unidos',
    'México',
    'Brasil',
    'Australia',
    'Canada',
    'EST',
    'CST',
    'IST',
    'GMT-5',
    'UTC+2',
    'UTC+5:45',
  ])('%s', (typed) => {
    const matches = findZones(typed, english).filter((match) => match.exact);
    expect(matches.length).toBeGreaterThan(typed === 'UTC+5:45' ? 0 : 1);
  });
});

test('an offset is itself, then the places that keep it', () => {
  const [fixed, ...places] = findZones('utc+2', english);
  expect(fixed).toEqual({ zone: 'Etc/GMT-2', label: 'UTC+2', exact: true });
  expect(places.map(({ zone }) => zone)).toContain('Africa/Cairo');
  expect(findZones('UTC+5:30', english).map(({ zone }) => zone)).toEqual(['Asia/Kolkata']);
  expect(findZones('GMT+99', english)).toEqual([]);
});

test('the first letters are enough for an autocomplete', () => {
  const [first, ...others] = findZones('ber', english);
  expect(first).toEqual({ zone: 'Europe/Berlin', label: 'Berlin (Germany)', exact: false });
  expect(others.map(({ label }) => label)).toContain('Bermuda');
  expect(findZones('ciudad de m', spanish)[0]?.zone).toBe('America/Mexico_City');
});

test('never more than 25, never one zone twice, always zones that exist', () => {
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    const zones = findZones(letter, english).map(({ zone }) => zone);
    expect(zones.length).toBeLessThanOrEqual(25);
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.filter((zone) => !isZone(zone))).toEqual([]);
  }
});

test('every zone of the engine is found by its id', () => {
  for (const id of Intl.supportedValuesOf('timeZone')) {
    const [match] = findZones(id, english);
    expect(match?.exact, id).toBe(true);
    const now = Temporal.Instant.from('2026-11-25T09:00Z');
    expect(now.toZonedDateTimeISO(match?.zone ?? '').offset, id).toBe(now.toZonedDateTimeISO(id).offset);
  }
});

test('what is no place finds nothing', () => {
  for (const text of ['', ' ', 'qwertyuiop', '!!!', '🕔', 'x'.repeat(4000)])
    expect(findZones(text, spanish)).toEqual([]);
});

test('a zone is an id that clocks can be read in', () => {
  expect(['Europe/Berlin', 'UTC', 'Asia/Kolkata', 'Etc/GMT-2'].every(isZone)).toBe(true);
  expect(['', 'Mars/Olympus', '+02:00', 'Berlin', '../etc/passwd'].some(isZone)).toBe(false);
});
