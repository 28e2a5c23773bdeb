import { describe, expect, test } from 'vitest';
import { english } from '../../src/conversation/languages/en/index.ts';
import { told } from './told.ts';

const since = (now: string, zone: string) => ({ now: new Date(now), zone, language: english }) as const;

describe('the hour that is skipped in spring', () => {
  test.each([
    [
      'Berlin',
      since('2027-03-20T12:00Z', 'Europe/Berlin'),
      '2027-03-28 02:30',
      'skipped 2027-03-28 02:30: 2027-03-28T01:30 | 2027-03-28T03:30',
    ],
    [
      'New York',
      since('2027-03-10T12:00Z', 'America/New_York'),
      '2027-03-14 02:30',
      'skipped 2027-03-14 02:30: 2027-03-14T01:30 | 2027-03-14T03:30',
    ],
    [
      'Lord Howe, half an hour',
      since('2026-09-28T12:00Z', 'Australia/Lord_Howe'),
      '2026-10-04 02:15',
      'skipped 2026-10-04 02:15: 2026-10-04T01:45 | 2026-10-04T02:45',
    ],
    [
      'Santiago, at midnight',
      since('2026-09-01T12:00Z', 'America/Santiago'),
      '2026-09-06 00:30',
      'skipped 2026-09-06 00:30: 2026-09-05T23:30 | 2026-09-06T01:30',
    ],
  ])('%s', (_, context, typed, understood) => {
    expect(told(typed, context)).toBe(understood);
  });

  test('when the half of the day is open too, the time that exists stands beside them', () => {
    expect(told('28 March at 2:30', since('2027-03-20T12:00Z', 'Europe/Berlin'))).toBe(
      '2027-03-28T01:30 | 2027-03-28T03:30 | 2027-03-28T14:30 (am-or-pm, skipped-by-clock-change)',
    );
  });
});

describe('the hour that comes twice in autumn', () => {
  test.each([
    [
      'Berlin',
      since('2026-10-20T12:00Z', 'Europe/Berlin'),
      '2026-10-25 02:30',
      '2026-10-25T02:30 | 2026-10-25T02:30 (twice-on-clock-change)',
    ],
    [
      'Chicago',
      since('2026-10-28T12:00Z', 'America/Chicago'),
      '2026-11-01 01:30',
      '2026-11-01T01:30 | 2026-11-01T01:30 (twice-on-clock-change)',
    ],
    [
      'Lord Howe, half an hour',
      since('2027-03-30T12:00Z', 'Australia/Lord_Howe'),
      '2027-04-04 01:45',
      '2027-04-04T01:45 | 2027-04-04T01:45 (twice-on-clock-change)',
    ],
  ])('%s', (_, context, typed, understood) => {
    expect(told(typed, context)).toBe(understood);
  });
});

test('a time is read with the offset of its own day', () => {
  const context = since('2027-03-27T11:00Z', 'Europe/Berlin');
  expect(told('tomorrow 17:00', context)).toBe('2027-03-28T17:00');
  expect(told('in 24 hours', context)).toBe('2027-03-28T13:00');
  expect(told('in 1 day at 12:00', context)).toBe('2027-03-28T12:00');
});

test('zones that change on different days: London time for New York, between the two changes', () => {
  expect(told('2027-03-20 5pm London time', since('2027-03-18T12:00Z', 'America/New_York'))).toBe('2027-03-20T13:00');
});
