import { describe, expect, test } from 'vitest';
import { verdictOn } from '../../src/core/meeting/signs.ts';
import { awaitedUntil, lateUntil, minutesLate } from '../../src/core/session/lateness.ts';
import { askComingAt, silenceAt } from '../../src/core/session/still-coming.ts';
import { someParticipant, someSession } from '../store/some.ts';

const at = (wall: string, zone: string) => new Date(Temporal.ZonedDateTime.from(`${wall}[${zone}]`).epochMilliseconds);
const wall = (when: Date | undefined, zone: string) =>
  when?.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' });

/** A start on the day after each change of the clocks, and elsewhere where they never change or change by a day. */
const DAYS = [
  ['America/New_York', '2026-03-08', '2026-11-01'],
  ['Europe/London', '2026-03-29', '2026-10-25'],
  ['America/Santiago', '2026-04-04', '2026-09-05'],
  ['Australia/Sydney', '2026-04-05', '2026-10-04'],
  ['Australia/Lord_Howe', '2026-04-05', '2026-10-04'],
  ['Asia/Kolkata', '2026-03-08', '2026-11-01'],
  ['Asia/Kathmandu', '2026-03-08', '2026-11-01'],
  ['Pacific/Apia', '2026-03-08', '2026-11-01'],
  ['Pacific/Kiritimati', '2026-03-08', '2026-11-01'],
] as const;

describe('learners are asked at four in the afternoon of the day before, whatever the clocks do', () => {
  test.each(DAYS)('%s', (zone, ...changes) => {
    for (const change of changes)
      for (const [ahead, time] of [
        [0, '23:30'],
        [1, '00:30'],
        [1, '09:00'],
        [1, '23:59'],
        [2, '12:00'],
      ] as const) {
        const day = Temporal.PlainDate.from(change).add({ days: ahead });
        const asked = askComingAt({ startsAt: at(`${day}T${time}`, zone), zone, confirmedAt: undefined });
        expect(wall(asked, zone)).toBe(`${day.subtract({ days: 1 })}T16:00`);
      }
  });

  test('a day that Samoa left out is no day before', () => {
    const zone = 'Pacific/Apia';
    expect(wall(askComingAt({ startsAt: at('2011-12-31T10:00', zone), zone, confirmedAt: undefined }), zone)).toBe(
      '2011-12-29T16:00',
    );
  });

  test('who agreed later than that is not asked', () => {
    const zone = 'Europe/London';
    const session = { startsAt: at('2026-03-10T10:00', zone), zone };
    expect(askComingAt({ ...session, confirmedAt: at('2026-03-09T16:00', zone) })).toBeUndefined();
    expect(wall(askComingAt({ ...session, confirmedAt: at('2026-03-09T15:59', zone) }), zone)).toBe('2026-03-09T16:00');
  });
});

test.each([
  // Where the tutor is, asked, starts, the tutor hears.
  ['Europe/London', '2026-03-09T16:00', '2026-03-10T10:00', '2026-03-09T19:00'],
  ['Asia/Kathmandu', '2026-03-09T21:45', '2026-03-10T15:45', '2026-03-10T08:00'],
  // Too early in the morning for that: the evening before, or at once where that is past.
  ['Asia/Kolkata', '2026-03-09T19:00', '2026-03-10T08:30', '2026-03-09T20:00'],
  ['Asia/Kolkata', '2026-03-09T21:30', '2026-03-10T08:30', '2026-03-10T00:30'],
  ['America/New_York', '2026-03-07T22:00', '2026-03-08T16:00', '2026-03-08T08:00'],
  ['Australia/Lord_Howe', '2026-04-04T23:00', '2026-04-05T15:00', '2026-04-05T08:00'],
  ['Europe/London', '2026-03-09T16:00', '2026-03-09T20:00', '2026-03-09T18:00'],
])('in %s the tutor hears of silence while awake and in time', (zone, asked, starts, hears) => {
  expect(wall(silenceAt(at(asked, zone), at(starts, zone), zone), zone)).toBe(hears);
});

test('who said that they come late is waited for: the platform’s end does not count before', () => {
  const session = someSession('lena', 'theo', { state: 'confirmed' });
  const minute = (count: number) => new Date(session.startsAt.getTime() + count * 60_000);
  const late = { ...someParticipant('lena', 'learner'), lateUntil: lateUntil(session, 10) };
  expect(minutesLate(session, late)).toBe(10);
  expect(minutesLate({ startsAt: minute(60) }, late)).toBeUndefined();
  expect(minutesLate(session, { ...late, joinedAt: minute(3) })).toBeUndefined();
  const waiting = { ...session, participants: [late, someParticipant('theo', 'tutor')] };
  expect(awaitedUntil(waiting)).toEqual(minute(15));
  const sign = (event: string, count: number) => ({
    event,
    occasion: 'one',
    at: minute(count),
    heardAt: minute(count),
  });
  const signs = [sign('started', 0), sign('ended', 3)];
  expect(verdictOn(session, signs, minute(6)).kind).toBe('end');
  expect(verdictOn(waiting, signs, minute(6))).toEqual({ kind: 'wait', until: minute(15) });
  expect(verdictOn(waiting, signs, minute(15)).kind).toBe('end');
});
