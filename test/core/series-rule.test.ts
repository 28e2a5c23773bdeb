import { RRuleTemporal } from 'rrule-temporal';
import { describe, expect, test } from 'vitest';
import { isTooLong, occurrences, type Rule, wallTime } from '../../src/core/series/rule.ts';
import { nextStretch, type Series } from '../../src/core/series/series.ts';

/** Both changes of the clocks of a year, and an hour of a weekday before them. */
const CHANGES = [
  ['America/New_York', '2026-03-01T17:00', '2026-10-25T17:00'],
  ['Europe/London', '2026-03-22T17:00', '2026-10-18T17:00'],
  ['America/Santiago', '2026-03-29T17:00', '2026-08-30T17:00'],
  ['Australia/Sydney', '2026-03-29T17:00', '2026-09-27T17:00'],
  ['Australia/Lord_Howe', '2026-03-29T17:00', '2026-09-27T17:00'],
] as const;
/** Clocks that never change, at odd offsets, and at the two edges of the day. */
const STEADY = ['Asia/Kolkata', 'Asia/Kathmandu', 'Pacific/Apia', 'Pacific/Kiritimati'] as const;

const weekly = (zone: string, first: string, times: number): Rule => ({ zone, first, every: 'week', end: { times } });
const walls = (rule: Rule) => occurrences(rule).map((at) => wallTime(at, rule.zone));
const hoursBetween = (starts: readonly Date[]) =>
  starts.slice(1).map((at, index) => (at.getTime() - (starts[index]?.getTime() ?? 0)) / 3_600_000);

describe.each(CHANGES)('%s', (zone, spring, autumn) => {
  test.each([spring, autumn])('over the change after %s the clock on the wall shows the same', (first) => {
    const rule = weekly(zone, first, 10);
    expect(walls(rule).every((wall) => wall.endsWith('T17:00'))).toBe(true);
    const off = new Set(hoursBetween(occurrences(rule)));
    const change = zone === 'Australia/Lord_Howe' ? 0.5 : 1;
    // One week of the ten is longer or shorter by what the clocks change.
    expect(off.size).toBe(2);
    expect([...off].toSorted((a, b) => a - b).map((hours) => Math.abs(hours - 168))).toContain(change);
  });
});

test.each(STEADY)('%s: weeks are weeks', (zone) => {
  const rule = weekly(zone, '2026-03-01T00:30', 52);
  expect(new Set(hoursBetween(occurrences(rule)))).toEqual(new Set([168]));
  expect(walls(rule).every((wall) => wall.endsWith('T00:30'))).toBe(true);
});

/** A time that the clocks jump over, by how much; and one that they show twice. */
const NIGHTS = [
  ['America/New_York', '2026-03-01T02:30', '2026-03-08T03:30', '2026-10-25T01:30', '2026-11-01T05:30:00Z'],
  ['Europe/London', '2026-03-22T01:30', '2026-03-29T02:30', '2026-10-18T01:30', '2026-10-25T00:30:00Z'],
  ['America/Santiago', '2026-08-30T00:30', '2026-09-06T01:30', '2026-03-28T23:30', '2026-04-05T02:30:00Z'],
  ['Australia/Sydney', '2026-09-27T02:30', '2026-10-04T03:30', '2026-03-29T02:30', '2026-04-04T15:30:00Z'],
  ['Australia/Lord_Howe', '2026-09-27T02:15', '2026-10-04T02:45', '2026-03-29T01:45', '2026-04-04T14:45:00Z'],
] as const;

test.each(NIGHTS)('%s: what is not there is later, what is there twice is the first', (zone, gap, later, twice, at) => {
  expect(walls(weekly(zone, gap, 3))).toEqual([gap, later, gap.replace(/^.{10}/, plusWeeks(gap, 2))]);
  expect(
    occurrences(weekly(zone, twice, 2))
      .at(-1)
      ?.toISOString(),
  ).toBe(new Date(at).toISOString());
});

function plusWeeks(wall: string, weeks: number): string {
  return Temporal.PlainDate.from(wall.slice(0, 10)).add({ weeks }).toString();
}

test('every two weeks, the second Tuesday, and the last Friday of a month that has five', () => {
  const days = (rule: Omit<Rule, 'zone'>) => walls({ ...rule, zone: 'Europe/London' }).map((wall) => wall.slice(0, 10));
  expect(days({ first: '2026-12-01T17:00', every: 'two-weeks', end: { times: 3 } })).toEqual([
    '2026-12-01',
    '2026-12-15',
    '2026-12-29',
  ]);
  expect(days({ first: '2026-12-08T17:00', every: 'month', end: { times: 4 } })).toEqual([
    '2026-12-08',
    '2027-01-12',
    '2027-02-09',
    '2027-03-09',
  ]);
  expect(days({ first: '2026-10-30T17:00', every: 'month-end', end: { times: 4 } })).toEqual([
    '2026-10-30',
    '2026-11-27',
    '2026-12-25',
    '2027-01-29',
  ]);
  expect(days({ first: '2026-12-01T17:00', every: 'week', end: { until: '2026-12-22' } })).toHaveLength(4);
});

test('it lasts a year at the most', () => {
  const first = '2026-12-01T17:00';
  expect(isTooLong({ first, every: 'week', end: { times: 52 } })).toBe(false);
  expect(isTooLong({ first, every: 'two-weeks', end: { times: 28 } })).toBe(true);
  expect(isTooLong({ first, every: 'month', end: { times: 12 } })).toBe(false);
  expect(isTooLong({ first, every: 'month', end: { times: 14 } })).toBe(true);
  expect(isTooLong({ first, every: 'week', end: { until: '2027-12-02' } })).toBe(true);
});

test.each([...CHANGES.map(([zone]) => zone), ...STEADY])('%s: as RFC 5545 says, by another hand', (zone) => {
  for (const [every, rrule] of [
    ['week', { freq: 'WEEKLY', interval: 1 }],
    ['two-weeks', { freq: 'WEEKLY', interval: 2 }],
    ['month', { freq: 'MONTHLY', interval: 1, byDay: ['2TU'] }],
  ] as const) {
    const first = '2026-02-10T17:15';
    const dtstart = Temporal.PlainDateTime.from(first).toZonedDateTime(zone);
    const theirs = new RRuleTemporal({
      ...rrule,
      byDay: 'byDay' in rrule ? [...rrule.byDay] : undefined,
      count: 12,
      dtstart,
      tzid: zone,
    } as never);
    const ours = occurrences({ zone, first, every, end: { times: 12 } });
    expect(ours.map((at) => at.getTime())).toEqual(theirs.all().map((at) => at.epochMilliseconds));
  }
});

test('what comes after a series is as long, from where it would have gone on, whatever was skipped or moved', () => {
  const series = { zone: 'Europe/London', first: '2026-09-29T17:00', every: 'week', times: 10 } as Series;
  expect(nextStretch(series)).toEqual({
    zone: 'Europe/London',
    first: '2026-12-08T17:00',
    every: 'week',
    end: { times: 10 },
  });
});
