import { describe, expect, test } from 'vitest';
import { type WeekData, weekOf } from '../../src/core/calendar/week.ts';

const on = (zone: string, text: string) =>
  new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds);
const item = (zone: string, from: string, to: string, label = 'x', kind: 'session' | 'off' = 'session') => ({
  kind,
  label,
  startsAt: on(zone, from),
  endsAt: on(zone, to),
});
const week = (zone: string, from: string, rest: Partial<WeekData>) =>
  weekOf({
    zone,
    from: Temporal.PlainDate.from(from),
    now: on(zone, `${from}T12:00`),
    offered: [],
    items: [],
    ...rest,
  });
const marksOn = (days: ReturnType<typeof weekOf>, day: number) =>
  (days.days[day]?.marks ?? []).map(({ fromMinute, toMinute }) => [fromMinute, toMinute]);

test('a working day is shown, and as much more as something needs', () => {
  const zone = 'Europe/Berlin';
  expect(week(zone, '2026-11-30', {})).toMatchObject({ fromHour: 8, toHour: 18 });
  const items = [
    item(zone, '2026-12-01T06:40', '2026-12-01T07:10'),
    item(zone, '2026-12-02T20:00', '2026-12-02T21:30'),
  ];
  expect(week(zone, '2026-11-30', { items })).toMatchObject({ fromHour: 6, toHour: 22 });
});

test('today is today where the reader is', () => {
  const now = new Date('2026-11-30T11:00:00Z');
  const today = (zone: string) =>
    weekOf({ zone, from: Temporal.PlainDate.from('2026-11-29'), now, offered: [], items: [] }).days.map(
      (day) => day.isToday,
    );
  expect(today('Europe/Berlin').indexOf(true)).toBe(1);
  expect(today('Pacific/Kiritimati').indexOf(true)).toBe(2);
  expect(today('Pacific/Pago_Pago').indexOf(true)).toBe(1);
});

test('what lasts over midnight is on both days; what is over or later is on none', () => {
  const zone = 'Asia/Kathmandu';
  const items = [
    item(zone, '2026-12-01T23:15', '2026-12-02T00:45'),
    item(zone, '2026-11-29T22:00', '2026-11-30T00:00'),
    item(zone, '2026-12-07T00:00', '2026-12-07T01:00'),
  ];
  const days = week(zone, '2026-11-30', { items });
  expect(days.days.map((_, day) => marksOn(days, day))).toEqual([[], [[1395, 1440]], [[0, 45]], [], [], [], []]);
});

test('those at the same time stand beside each other, and time off beneath them', () => {
  const zone = 'Europe/Berlin';
  const items = [
    item(zone, '2026-12-01T10:00', '2026-12-01T12:00', 'a'),
    item(zone, '2026-12-01T10:30', '2026-12-01T11:00', 'b'),
    item(zone, '2026-12-01T11:00', '2026-12-01T12:30', 'c'),
    item(zone, '2026-12-01T13:00', '2026-12-01T14:00', 'd'),
    item(zone, '2026-12-01T00:00', '2026-12-02T00:00', 'off', 'off'),
  ];
  const marks = week(zone, '2026-11-30', { items }).days[1]?.marks ?? [];
  expect(marks.map(({ label, column, columns }) => [label, column, columns])).toEqual([
    ['off', 0, 1],
    ['a', 0, 2],
    ['b', 1, 2],
    ['c', 1, 2],
    ['d', 0, 1],
  ]);
});

describe('when the clocks change a week shows what they show', () => {
  test.each([
    ['America/New_York', '2026-03-08', '2026-11-01'],
    ['Europe/London', '2026-03-29', '2026-10-25'],
    ['America/Santiago', '2026-09-06', '2026-04-05'],
    ['Australia/Sydney', '2026-10-04', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04', '2026-04-05'],
    ['Asia/Kolkata', '2026-03-29', '2026-10-25'],
    ['Pacific/Apia', '2026-03-29', '2026-10-25'],
  ])('%s', (zone, forward, back) => {
    for (const sunday of [forward, back]) {
      const from = Temporal.PlainDate.from(sunday).subtract({ days: 6 }).toString();
      const next = Temporal.PlainDate.from(sunday).add({ days: 1 }).toString();
      const items = [item(zone, `${sunday}T17:00`, `${sunday}T18:00`), item(zone, `${sunday}T23:30`, `${next}T00:30`)];
      expect(marksOn(week(zone, from, { items }), 6)).toEqual([
        [1020, 1080],
        [1410, 1440],
      ]);
    }
  });

  test('what goes back on the wall while it lasts is drawn where it begins', () => {
    const startsAt = new Date('2026-10-25T00:50:00Z'); // 01:50 in London, and ten minutes later it is 01:00 again
    const endsAt = new Date('2026-10-25T01:20:00Z');
    const items = [{ kind: 'session' as const, label: 'x', startsAt, endsAt }];
    expect(marksOn(week('Europe/London', '2026-10-19', { items }), 6)).toEqual([[110, 125]]);
  });
});
