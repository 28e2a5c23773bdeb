import fc from 'fast-check';
import { expect, test } from 'vitest';
import { english } from '../../src/conversation/languages/en/index.ts';
import { spanish } from '../../src/conversation/languages/es/index.ts';
import { parseWhen } from '../../src/conversation/when/parse.ts';
import { inBerlin } from './told.ts';

const SOME_WORDS = [
  'tomorrow',
  'mañana',
  'at',
  'a las',
  '5',
  '17:00',
  'pm',
  'fri',
  'el',
  '1',
  'dec',
  'de',
  'in',
  '2',
  'hours',
  'y media',
  '-',
  'next',
  'week',
  '12/01',
  'London time',
  'hora de',
  'UTC',
  '+',
  'algebra',
  'or',
  'half past',
  'to',
  'for',
  '99999999999',
  '<t:1>',
  '(',
  '📚',
  '31',
  '29 feb',
  'midnight',
  'night',
];
const languages = fc.constantFrom(english, spanish);
const zones = fc.constantFrom(
  'Europe/Berlin',
  'America/Mexico_City',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/St_Johns',
);
const instants = fc.date({
  min: new Date('2024-01-01T00:00Z'),
  max: new Date('2034-12-31T00:00Z'),
  noInvalidDate: true,
});
const phrases = fc.array(fc.constantFrom(...SOME_WORDS), { maxLength: 14 }).map((words) => words.join(' '));
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  phrases,
);

test('whatever is typed, there is an answer, with real dates in order', () => {
  fc.assert(
    fc.property(texts, languages, zones, instants, (text, language, zone, now) => {
      const when = parseWhen(text, { now, zone, language });
      const dates =
        when.kind === 'moment'
          ? [when.start]
          : when.kind === 'ambiguous'
            ? when.candidates
            : when.kind === 'skipped'
              ? when.nearest
              : [];
      const times = dates.map((date) => date.getTime());
      expect(times.some(Number.isNaN)).toBe(false);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      if (when.kind === 'ambiguous') expect(times.length).toBeGreaterThan(1);
    }),
    { numRuns: 3000 },
  );
});

const minutes = instants.map((date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000));

test('any moment written in ISO with its offset, or as the chats write it, is read back exactly', () => {
  fc.assert(
    fc.property(minutes, zones, languages, (moment, zone, language) => {
      const zoned = moment.toTemporalInstant().toZonedDateTimeISO(zone);
      const context = { ...inBerlin, language };
      for (const text of [moment.toISOString(), zoned.toString(), `<t:${moment.getTime() / 1000}:f>`])
        expect(parseWhen(text, context)).toEqual({ kind: 'moment', start: moment, rest: '' });
    }),
  );
});

test('any moment written as a wall time is read back, or is one of the two it can be', () => {
  fc.assert(
    fc.property(minutes, zones, languages, fc.constantFrom('T', ' ', ' at '), (moment, zone, language, joint) => {
      const [day, time] = moment
        .toTemporalInstant()
        .toZonedDateTimeISO(zone)
        .toPlainDateTime()
        .toString({ smallestUnit: 'minute' })
        .split('T');
      const when = parseWhen(`${day}${joint}${time}`, { now: inBerlin.now, zone, language, hours24: true });
      const read = when.kind === 'moment' ? [when.start] : when.kind === 'ambiguous' ? when.candidates : [];
      const isAhead = moment > inBerlin.now;
      if (isAhead || when.kind === 'moment') expect(read).toContainEqual(moment);
    }),
  );
});

test('the words around a time come back as they were', () => {
  const subjects = fc.constantFrom(
    'algebra',
    'Álgebra II',
    'CS 101',
    'essay feedback',
    'C++',
    'física cuántica',
    '3D modelling',
    'SAT prep',
    'chapter 5',
    'Q&A session',
  );
  const times = fc.constantFrom(
    'tomorrow 5pm',
    'friday at 16:00',
    'mañana a las 17',
    '2026-12-01 17:00',
    'next tue at 4:30 pm',
  );
  fc.assert(
    fc.property(subjects, times, fc.constantFrom(' ', ', ', ' – ', ' on '), (subject, time, joint) => {
      expect(parseWhen(`${subject}${joint}${time}`, inBerlin).rest).toBe(subject);
    }),
  );
});

const MOST_MS = 100; // a few on a quiet machine; what is looked for is a power of the length

test.each([
  'mañana at 5 in 3 ',
  'in 2 hours and 3 minutes ',
  '9',
  ' 12/01',
  'a',
  '5pm time ',
  'hora de ',
  '1.',
  'p. m. ',
  '- ',
  '(',
  'at at ',
  'next week ',
  '5pm or ',
  'tomorow ',
  '1 de ',
  'and a half ',
  '[',
])('4,000 characters of %j are answered at once', (piece) => {
  const text = piece.repeat(Math.ceil(4000 / piece.length)).slice(0, 4000);
  parseWhen(text, inBerlin);
  const start = performance.now();
  parseWhen(text, inBerlin);
  expect(performance.now() - start).toBeLessThan(MOST_MS);
});
