import { expect, test } from 'vitest';
import { english } from '../../src/conversation/languages/en/index.ts';
import { spanish } from '../../src/conversation/languages/es/index.ts';
import { portuguese } from '../../src/conversation/languages/pt/index.ts';
import { parseDays, parseDaysAndHours, parseHours } from '../../src/conversation/when/day-range.ts';

const NOW = new Date('2026-11-30T09:00:00Z'); // a Monday
const en = { now: NOW, zone: 'America/New_York', language: english };
const es = { ...en, language: spanish };
const pt = { ...en, language: portuguese };

test.each([
  ['24 Dec', '2026-12-24', '2026-12-24'],
  ['2026-12-24', '2026-12-24', '2026-12-24'],
  ['tomorrow', '2026-12-01', '2026-12-01'],
  ['24 Dec - 2 Jan', '2026-12-24', '2027-01-02'],
  ['24-28 Dec', '2026-12-24', '2026-12-28'],
  ['from 24 December to 2 January', '2026-12-24', '2027-01-02'],
  ['2026-12-24 - 2026-12-31', '2026-12-24', '2026-12-31'],
  ['1 Jul - 15 Aug', '2027-07-01', '2027-08-15'],
  ['1 Dec - 31 Dec', '2026-12-01', '2026-12-31'],
  ['1 Sep - 15 Oct 2026', '2026-09-01', '2026-10-15'],
  ['tomorrow until Friday', '2026-12-01', '2026-12-04'],
])('%s', (text, from, until) => {
  expect(parseDays(text, en)).toEqual({ from, until });
});

test.each([
  ['24 dic', '2026-12-24', '2026-12-24'],
  ['mañana', '2026-12-01', '2026-12-01'],
  ['del 24 de diciembre al 2 de enero', '2026-12-24', '2027-01-02'],
])('in Spanish: %s', (text, from, until) => {
  expect(parseDays(text, es)).toEqual({ from, until });
});

test.each([
  ['24 dez', '2026-12-24', '2026-12-24'],
  ['dia 24', '2026-12-24', '2026-12-24'],
  ['24-28 dez', '2026-12-24', '2026-12-28'],
  ['de 24 de dezembro a 2 de janeiro', '2026-12-24', '2027-01-02'],
  ['do dia 24 até o dia 28', '2026-12-24', '2026-12-28'],
  ['amanhã até sexta', '2026-12-01', '2026-12-04'],
])('in Portuguese: %s', (text, from, until) => {
  expect(parseDays(text, pt)).toEqual({ from, until });
});

test.each(['someday', '24 Dec 17:00', '', '2 Jan - 24 Dec 2026', '31 April'])('no days: %s', (text) => {
  expect(parseDays(text, en)).toBeUndefined();
});

test('hours of a day, and behind days', () => {
  expect(parseHours('9:30-12, 14-16', english)).toEqual([
    { from: '09:30', to: '12:00' },
    { from: '14:00', to: '16:00' },
  ]);
  expect(parseHours('de 22 a 2', spanish)).toEqual([{ from: '22:00', to: '02:00' }]);
  expect(parseHours('Tue 9-12', english)).toBeUndefined();
  expect(parseHours('later', english)).toBeUndefined();
  expect(parseDaysAndHours('5 Dec 10-14', en)).toEqual({
    days: { from: '2026-12-05', until: '2026-12-05' },
    hours: [{ from: '10:00', to: '14:00' }],
  });
  expect(parseDaysAndHours('24 Dec - 2 Jan', en)?.hours).toEqual([]);
  expect(parseDaysAndHours('whenever', en)).toBeUndefined();
});
