import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languages as all } from '../../src/conversation/languages/index.ts';
import { inZoneShort } from '../../src/conversation/when/clock-words.ts';
import { plain } from '../../src/conversation/when/lexer.ts';
import { parseWhen } from '../../src/conversation/when/parse.ts';
import { type Reading, read } from '../../src/conversation/when/reading.ts';
import { scan } from '../../src/conversation/when/scan.ts';
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
  'amanhã',
  'às',
  'das',
  '17h',
  'e meia',
  'da tarde',
  'dez',
  'terça-feira',
  'daqui a',
];
const languages = fc.constantFrom(...all);
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
      if (when.kind === 'ambiguous') expect(times.length).toBeGreaterThan(when.unclear ? 0 : 1);
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

test('what is left over is named as it was typed, and never stands beside a confident answer', () => {
  fc.assert(
    fc.property(texts, languages, zones, instants, fc.boolean(), (text, language, zone, now, isField) => {
      const when = parseWhen(text, { now, zone, language, isField });
      for (const words of when.unclear ?? []) expect(plain(text)).toContain(words);
      if (when.unclear) expect(when.kind).not.toBe('moment');
      if (when.unclear && when.kind === 'ambiguous') expect(when.why).toContain('unclear');
      if (when.kind === 'moment' && isField) expect(when.rest).toBe('');
    }),
    { numRuns: 1000 },
  );
});

test('the nights of the clock changes have an answer for every minute, with one moment or with two that differ', () => {
  const nights = fc.constantFrom(
    ['Europe/Berlin', '2027-03-28'],
    ['Europe/Berlin', '2027-10-31'],
    ['America/New_York', '2027-03-14'],
    ['America/New_York', '2027-11-07'],
    ['America/Santiago', '2027-09-05'],
    ['Australia/Lord_Howe', '2027-04-04'],
    ['Australia/Lord_Howe', '2027-10-03'],
  );
  fc.assert(
    fc.property(nights, fc.integer({ min: 0, max: 239 }), languages, ([zone = '', day = ''], minute, language) => {
      const time = [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
      const now = new Date(`${day}T00:00Z`);
      now.setUTCDate(now.getUTCDate() - 5);
      const when = parseWhen(`${day} ${time}`, { now, zone, language, isField: true });
      const wall = (at: Date) => at.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDateTime().toString();
      const written = `${day}T${time}:00`;
      if (when.kind === 'moment') expect(wall(when.start)).toBe(written);
      else if (when.kind === 'ambiguous') expect(when.candidates.map(wall)).toEqual([written, written]);
      else expect(when.kind).toBe('skipped');
      if (when.kind === 'ambiguous')
        expect(new Set(when.candidates.map((at) => inZoneShort(at, zone, language.locale))).size).toBe(2);
    }),
  );
});

/** How often the grammar looks at a word: what it costs, on any machine. */
function looksAt(text: string): number {
  const reading = read(text, inBerlin.language);
  let looks = 0;
  const counting: Reading = {
    ...reading,
    is: (at, ...kinds) => {
      looks += 1;
      return reading.is(at, ...kinds);
    },
  };
  scan(counting);
  return looks;
}

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
])('twice as much of %j takes twice as long, not four times', (piece) => {
  const [once, twice] = [100, 200].map((count) => looksAt(piece.repeat(count)));
  expect(twice).toBeLessThan(2.5 * (once ?? 0) + 200);
});

test('only the beginning of a very long text is looked at', () => {
  expect(parseWhen(`${'word '.repeat(5000)}tomorrow 5pm`, inBerlin).kind).toBe('unknown');
});
