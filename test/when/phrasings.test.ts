import { expect, test } from 'vitest';
import { spanish } from '../../src/conversation/languages/es/index.ts';
import { english as englishPhrasings } from './english-phrasings.ts';
import { portuguese as portuguesePhrasings } from './portuguese-phrasings.ts';
import { spanish as spanishPhrasings } from './spanish-phrasings.ts';
import { inBerlin, inMexico, inSaoPaulo, told } from './told.ts';

test.each(englishPhrasings)('English: %s', (typed, understood) => {
  expect(told(typed, inBerlin)).toBe(understood);
});

test.each(spanishPhrasings)('Spanish: %s', (typed, understood) => {
  expect(told(typed, inMexico)).toBe(understood);
});

test.each(portuguesePhrasings)('Portuguese: %s', (typed, understood) => {
  expect(told(typed, inSaoPaulo)).toBe(understood);
});

test('a person whose clock counts to 24 means the morning by 9:30, and is still asked about "at 5"', () => {
  const context = { ...inBerlin, hours24: true };
  expect(told('next tue 9:30', context)).toBe('2026-12-01T09:30');
  expect(told('tomorrow 9:30 in the evening', context)).toBe('2026-11-26T21:30');
  expect(told('tomorrow at 5', context)).toBe('2026-11-26T05:00 | 2026-11-26T17:00 (am-or-pm)');
});

test('the letters of a zone mean the one of the person who typed them', () => {
  const inChicago = { ...inBerlin, zone: 'America/Chicago' };
  expect(told('tomorrow 5pm CST', inChicago)).toBe('2026-11-26T17:00');
  expect(told('tomorrow 5pm IST', { ...inBerlin, zone: 'Asia/Kolkata' })).toBe('2026-11-26T17:00');
});

test('"EST" in summer is New York to most and −05:00 to some: asked', () => {
  expect(told('1 July 2027 5pm EST', inBerlin)).toBe('2027-07-01T23:00 | 2027-07-02T00:00 (which-zone)');
});

test('an English and a Spanish reader understand "mar" differently', () => {
  expect(told('3 mar 16:00', inBerlin)).toBe('2027-03-03T16:00');
  expect(told('mar 16:00', { ...inBerlin, language: spanish })).toBe('2026-12-01T16:00');
});

test('what is a word of another language too is Portuguese to its readers alone: “out” is October, “sex” Friday', () => {
  expect(told('3 out 16:00', inSaoPaulo)).toBe('2026-10-03T16:00');
  expect(told('sex 16:00', inSaoPaulo)).toBe('2026-11-27T16:00');
  expect(told('find out what to do tomorrow 5pm', inBerlin)).toBe('2026-11-26T17:00 {find out what to do}');
  expect(told('problem set 3 tomorrow 5pm', inBerlin)).toBe('2026-11-26T17:00 {problem set 3}');
  expect(told('la quinta lección mañana a las 17', inMexico)).toBe('2026-11-26T17:00 {la quinta lección}');
  expect(told('sexta-feira 17h', inBerlin)).toBe('2026-11-27T17:00');
});

test('spaces that do not break, full-width digits and curly dashes are ordinary', () => {
  expect(told('tomorrow\u00a05\u202fpm', inBerlin)).toBe('2026-11-26T17:00');
  expect(told('tomorrow １７：３０', inBerlin)).toBe('2026-11-26T17:30');
  expect(told('tomorrow 16:00\u201317:00', inBerlin)).toBe('2026-11-26T16:00 60 min');
});
