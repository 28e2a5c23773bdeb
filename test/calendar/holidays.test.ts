import { expect, test } from 'vitest';
import { readHolidays } from '../../src/calendar/holidays.ts';

const NOW = new Date('2026-11-30T09:00:00Z');
const calendar = (...events: readonly string[]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.map((event) => `BEGIN:VEVENT\r\n${event}\r\nEND:VEVENT`),
    'END:VCALENDAR',
  ].join('\r\n');

test('whole days are holidays, what has an hour is left out', () => {
  const text = calendar(
    'UID:a\r\nDTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20270103\r\nSUMMARY:Winter\\, break',
    'UID:b\r\nDTSTART;VALUE=DATE:20270401\r\nSUMMARY;LANGUAGE=de:Ostern',
    'UID:past\r\nDTSTART;VALUE=DATE:20251224\r\nDTEND;VALUE=DATE:20260103\r\nSUMMARY:Last winter',
    'UID:c\r\nDTSTART:20261210T180000Z\r\nDTEND:20261210T200000Z\r\nSUMMARY:Concert',
  );
  expect(readHolidays(text, NOW)).toEqual({
    days: [
      { kind: 'holiday', key: 'a', name: 'Winter, break', from: '2026-12-24', until: '2027-01-02' },
      { kind: 'holiday', key: 'b', name: 'Ostern', from: '2027-04-01', until: '2027-04-01' },
    ],
    leftOut: 1,
  });
});

test('what comes back each year is there for the next three', () => {
  const found = readHolidays(calendar('UID:m\r\nDTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:May'), NOW);
  expect(found?.days.map(({ from, key }) => [from, key])).toEqual([
    ['2027-05-01', 'm 2027-05-01'],
    ['2028-05-01', 'm 2028-05-01'],
    ['2029-05-01', 'm 2029-05-01'],
  ]);
});

test('what is no calendar is none', () => {
  expect(readHolidays('24 Dec Winter break', NOW)).toBeUndefined();
  expect(readHolidays('BEGIN:VCALENDAR', NOW)?.days).toEqual([]);
});
