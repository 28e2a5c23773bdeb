import { expect, test } from 'vitest';
import { distanceWords, inZone, inZoneShort, lengthWords, onDay } from '../../src/conversation/when/clock-words.ts';

const start = new Date('2026-12-01T16:00Z');

test.each([
  ['en', 'Tuesday, 1 December, 17:00 (Berlin, GMT+1)', 'Tue 1 Dec 17:00'],
  ['en-GB', 'Tuesday, 1 December, 17:00 (Berlin, GMT+1)', 'Tue 1 Dec 17:00'],
  ['en-US', 'Tuesday, December 1, 5:00 PM (Berlin, GMT+1)', 'Tue Dec 1 5:00 PM'],
  ['es', 'martes 1 de diciembre, 17:00 (Berlín, GMT+1)', 'mar 1 dic 17:00'],
  ['es-419', 'martes 1 de diciembre, 17:00 (Berlín, GMT+1)', 'mar 1 dic 17:00'],
  ['pt-BR', 'terça-feira, 1 de dezembro, 17:00 (Berlim, GMT+1)', 'ter 1 dez 17:00'],
])('a moment in %s', (locale, long, short) => {
  expect(inZone(start, 'Europe/Berlin', locale)).toBe(long);
  expect(inZoneShort(start, 'Europe/Berlin', locale)).toBe(short);
});

test('the year is said when it is another one', () => {
  const now = new Date('2025-12-30T12:00Z');
  expect(inZone(start, 'America/New_York', 'en', now)).toBe('Tuesday, 1 December 2026, 11:00 (New York, GMT-5)');
  expect(inZone(start, 'America/New_York', 'en-US', now)).toBe('Tuesday, December 1, 2026, 11:00 AM (New York, GMT-5)');
  expect(inZone(start, 'America/New_York', 'es', now)).toBe('martes 1 de diciembre de 2026, 11:00 (Nueva York, GMT-5)');
  expect(inZone(start, 'America/New_York', 'es', new Date('2026-01-01T12:00Z'))).not.toContain('2026');
});

test('zones that are no place are called by their offset', () => {
  expect(inZone(start, 'UTC', 'en')).toBe('Tuesday, 1 December, 16:00 (UTC)');
  expect(inZone(start, 'Etc/GMT-2', 'en')).toBe('Tuesday, 1 December, 18:00 (UTC+2)');
});

test('midnight is 00:00, never 24:00', () => {
  expect(inZoneShort(new Date('2026-12-01T00:00Z'), 'UTC', 'en')).toBe('Tue 1 Dec 00:00');
  expect(inZoneShort(new Date('2026-12-01T00:00Z'), 'UTC', 'es')).toBe('mar 1 dic 00:00');
});

test.each([
  [45, '45 minutes', '45 minutos', '45 minutos'],
  [60, '1 hour', '1 hora', '1 hora'],
  [90, '1 hour 30 minutes', '1 hora y 30 minutos', '1 hora e 30 minutos'],
  [150, '2 hours 30 minutes', '2 horas y 30 minutos', '2 horas e 30 minutos'],
  [0, '0 minutes', '0 minutos', '0 minuto'],
])('%d minutes', (minutes, english, spanish, portuguese) => {
  expect(lengthWords(minutes, 'pt-BR')).toBe(portuguese);
  expect(lengthWords(minutes, 'en')).toBe(english);
  expect(lengthWords(minutes, 'es')).toBe(spanish);
});

test.each([
  [5, 'in 5 minutes', 'dentro de 5 minutos', 'em 5 minutos'],
  [120, 'in 2 hours', 'dentro de 2 horas', 'em 2 horas'],
  [3 * 24 * 60, 'in 3 days', 'dentro de 3 días', 'em 3 dias'],
  [-10, '10 minutes ago', 'hace 10 minutos', 'há 10 minutos'],
])('%d minutes from now', (minutes, english, spanish, portuguese) => {
  const then = new Date(start.getTime() + minutes * 60_000);
  expect(distanceWords(then, start, 'pt-BR')).toBe(portuguese);
  expect(distanceWords(then, start, 'en')).toBe(english);
  expect(distanceWords(then, start, 'es')).toBe(spanish);
});

test('an ISO date', () => {
  expect(onDay('2026-12-01', 'en')).toBe('Tuesday, 1 December');
  expect(onDay('2026-12-01', 'es')).toBe('martes 1 de diciembre');
});
