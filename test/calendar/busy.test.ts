import { expect, test } from 'vitest';
import { busyIn } from '../../src/calendar/busy.ts';

const RANGE = {
  from: new Date('2026-10-01T00:00:00Z'),
  to: new Date('2026-12-01T00:00:00Z'),
  zone: 'America/New_York',
};
const calendar = (...events: readonly string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:x',
    ...events.flatMap((one) => ['BEGIN:VEVENT', ...one, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n');
const busy = (...events: readonly string[][]) =>
  busyIn(calendar(...events), RANGE)?.map(
    ({ startsAt, endsAt }) => `${startsAt.toISOString()}/${endsAt.toISOString()}`,
  );

test('one that repeats keeps its wall clock over the end of summer time, without what was taken out or moved', () => {
  const rule = ['UID:a', 'DTSTART;TZID=Europe/London:20261019T090000', 'DTEND;TZID=Europe/London:20261019T100000'];
  expect(
    busy(
      [...rule, 'RRULE:FREQ=WEEKLY;COUNT=4', 'EXDATE;TZID=Europe/London:20261102T090000'],
      [
        'UID:a',
        'RECURRENCE-ID;TZID=Europe/London:20261109T090000',
        'DTSTART;TZID=Europe/London:20261110T140000',
        'DTEND;TZID=Europe/London:20261110T150000',
      ],
    ),
  ).toEqual([
    '2026-10-19T08:00:00.000Z/2026-10-19T09:00:00.000Z',
    '2026-10-26T09:00:00.000Z/2026-10-26T10:00:00.000Z',
    '2026-11-10T14:00:00.000Z/2026-11-10T15:00:00.000Z',
  ]);
});

test('whole days are those of whoever lives them, also of 25 hours', () => {
  expect(busy(['UID:b', 'DTSTART;VALUE=DATE:20261101', 'DTEND;VALUE=DATE:20261102'])).toEqual([
    '2026-11-01T04:00:00.000Z/2026-11-02T05:00:00.000Z',
  ]);
});

test('what is free, called off, ours, or outside is left out; what overlaps is one', () => {
  const at = (uid: string, from: string, to: string, ...more: string[]) => [
    `UID:${uid}`,
    `DTSTART:${from}`,
    `DTEND:${to}`,
    ...more,
  ];
  expect(
    busy(
      at('c', '20261005T100000Z', '20261005T110000Z'),
      at('d', '20261005T103000Z', '20261005T120000Z'),
      at('e', '20261006T100000Z', '20261006T110000Z', 'TRANSP:TRANSPARENT'),
      at('f', '20261006T100000Z', '20261006T110000Z', 'STATUS:CANCELLED'),
      at('0123@tutorline', '20261006T100000Z', '20261006T110000Z'),
      at('g', '20250101T100000Z', '20250101T110000Z'),
      at('h', '20261007T110000Z', '20261007T110000Z'),
      at('i', '20260930T230000Z', '20261001T010000Z'),
    ),
  ).toEqual(['2026-09-30T23:00:00.000Z/2026-10-01T01:00:00.000Z', '2026-10-05T10:00:00.000Z/2026-10-05T12:00:00.000Z']);
});

test('what is no calendar is none, and rubbish in one keeps nothing else from being read', () => {
  expect(busyIn('<!doctype html>', RANGE)).toBeUndefined();
  expect(busyIn('BEGIN:VCALENDAR', RANGE)).toEqual([]);
  expect(
    busy(
      ['UID:x', 'DTSTART:rubbish'],
      ['UID:y', 'DTSTART:20261005T100000Z', 'DTEND:20261005T110000Z', 'RRULE:FREQ=NEVER'],
      ['UID:z', 'DTSTART:20261008T100000Z', 'DTEND:20261008T110000Z'],
    ),
  ).toContain('2026-10-08T10:00:00.000Z/2026-10-08T11:00:00.000Z');
});

test('a file that is made to be a burden is none: what repeats without end is left out, and all else is read', () => {
  const from = ['DTSTART:20261001T000000Z', 'DTEND:20261001T000030Z'];
  const numbers = (most: number) => Array.from({ length: most }, (_, nr) => nr).join(',');
  const heavy = [
    `FREQ=DAILY;BYHOUR=${numbers(24)};BYMINUTE=${numbers(60)};BYSECOND=${numbers(60)}`,
    `FREQ=HOURLY;BYMINUTE=${numbers(60)}`,
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;INTERVAL=30',
  ].map((rule, nr) => [`UID:h${nr}`, ...from, `RRULE:${rule}`]);
  const long = ['UID:l', 'DTSTART:19700101T000000Z', 'DTEND:20700101T000000Z', 'RRULE:FREQ=HOURLY'];
  const lunch = [
    'UID:n',
    'DTSTART:20150105T120000Z',
    'DTEND:20150105T130000Z',
    'RRULE:FREQ=WEEKLY;BYDAY=MO,TU;COUNT=9999',
  ];
  expect(busy(...heavy, long, lunch)).toHaveLength(17);
  // Many that each are bearable.
  const hourly = Array.from({ length: 300 }, (_, nr) => [`UID:m${nr}`, ...from, 'RRULE:FREQ=HOURLY']);
  expect(busy(lunch, ...hourly)?.length).toBeGreaterThan(1000);
});

/** The Sundays on which the clocks change, forward and back; two zones in which they never do. */
test.each([
  ['America/New_York', ['2026-03-08', '2026-11-01']],
  ['Europe/London', ['2026-03-29', '2026-10-25']],
  ['America/Santiago', ['2026-09-06', '2026-04-05']],
  ['Australia/Sydney', ['2026-10-04', '2026-04-05']],
  ['Australia/Lord_Howe', ['2026-10-04', '2026-04-05']],
  ['Asia/Kolkata', ['2026-03-29', '2026-10-25']],
  ['Asia/Kathmandu', ['2026-03-29', '2026-10-25']],
  ['Pacific/Apia', ['2026-03-29', '2026-10-25']],
  ['Pacific/Kiritimati', ['2026-03-29', '2026-10-25']],
])('what repeats at nine in %s, and a whole day, are those of that clock over each of its changes', (zone, sundays) => {
  for (const sunday of sundays) {
    const day = Temporal.PlainDate.from(sunday);
    const weeks = [-7, 0, 7].map((days) => day.add({ days }));
    const compact = (date: Temporal.PlainDate) => date.toString().replaceAll('-', '');
    const [first] = weeks;
    const stretches = busyIn(
      calendar(
        [
          'UID:a',
          `DTSTART;TZID=${zone}:${compact(first ?? day)}T090000`,
          `DTEND;TZID=${zone}:${compact(first ?? day)}T100000`,
          'RRULE:FREQ=WEEKLY;COUNT=3',
        ],
        [
          'UID:b',
          `DTSTART;VALUE=DATE:${compact(day.add({ days: 2 }))}`,
          `DTEND;VALUE=DATE:${compact(day.add({ days: 3 }))}`,
        ],
      ),
      { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2027-01-01T00:00:00Z'), zone },
    );
    const at = (date: Temporal.PlainDate, time: string) =>
      new Date(date.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds);
    const whole = day.add({ days: 2 });
    const nine = weeks.map((date) => ({ startsAt: at(date, '09:00'), endsAt: at(date, '10:00') }));
    const [before, on, after] = nine;
    expect(stretches).toEqual([
      before,
      on,
      { startsAt: at(whole, '00:00'), endsAt: at(whole.add({ days: 1 }), '00:00') },
      after,
    ]);
  }
});
