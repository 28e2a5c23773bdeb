import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isWithinHours as isWithin } from '../../src/core/calendar/availability.ts';
import { USUAL_RULES } from '../../src/core/calendar/hours.ts';
import { findSlots } from '../../src/core/calendar/slots.ts';
import type { WeeklyHours } from '../../src/core/people/person.ts';
import { DAY, HOUR, MINUTE } from './stage.ts';

const SUNDAY = 7;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

interface SlotQuery {
  readonly weeklyHours: readonly WeeklyHours[];
  readonly zone: string;
  readonly busy: readonly { readonly startsAt: Date; readonly endsAt: Date }[];
  readonly lengthMinutes: number;
  readonly from: Date;
  readonly to: Date;
  readonly most: number;
}

/** The slots of one tutor who has nothing but weekly hours. */
function openSlots({ weeklyHours, zone, busy, ...search }: SlotQuery): readonly Date[] {
  const rules = { ...USUAL_RULES, noticeMinutes: 0 };
  const tutor = { person: { id: 'theo', zone }, weeklyHours, exceptions: [], rules, lengths: [search.lengthMinutes] };
  const held = busy.map((one) => ({ ...one, person: 'theo', why: 'session', session: 's' }));
  const around = { held, taught: [], closures: [] };
  return findSlots({ ...search, tutors: [tutor], around, now: search.from, zone }).map(({ startsAt }) => startsAt);
}

const isWithinHours = (weeklyHours: readonly WeeklyHours[], zone: string, startsAt: Date, endsAt: Date) =>
  isWithin({ weeklyHours, exceptions: [] }, zone, startsAt, endsAt);

function hours(days: readonly number[], from: string, to: string): readonly WeeklyHours[] {
  return days.map((day) => ({ day, from, to }));
}

/** The open starts of one day, as the tutor's clock shows them. */
function startsOn(date: string, zone: string, more: Partial<SlotQuery> = {}): readonly string[] {
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime(zone);
  return openSlots({
    weeklyHours: [],
    zone,
    busy: [],
    lengthMinutes: 60,
    from: new Date(midnight.epochMilliseconds),
    to: new Date(midnight.add({ days: 1 }).epochMilliseconds - 1),
    most: 100,
    ...more,
  }).map((start) => wallTime(start, zone));
}

function wallTime(at: Date, zone: string): string {
  return at.toTemporalInstant().toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

describe('on an ordinary day', () => {
  const weeklyHours = [...hours([2], '09:00', '12:00'), ...hours([2], '16:00', '17:30')];
  const TUESDAY = '2026-03-03';
  const at = (time: string) => new Date(`${TUESDAY}T${time}:00Z`);

  test('starts are offered every half hour while the session fits', () => {
    expect(startsOn(TUESDAY, 'UTC', { weeklyHours })).toEqual([
      '09:00',
      '09:30',
      '10:00',
      '10:30',
      '11:00',
      '16:00',
      '16:30',
    ]);
  });

  test.each([
    [30, 9],
    [45, 7],
    [90, 5],
    [120, 3],
    [240, 0],
  ])('a session of %i minutes fits %i times', (lengthMinutes, count) => {
    expect(startsOn(TUESDAY, 'UTC', { weeklyHours, lengthMinutes })).toHaveLength(count);
  });

  test('what is busy is left out, and sessions may touch each other', () => {
    const busy = [{ startsAt: at('10:00'), endsAt: at('11:00') }];
    expect(startsOn(TUESDAY, 'UTC', { weeklyHours, busy })).toEqual(['09:00', '11:00', '16:00', '16:30']);
  });

  test('nothing before now, nothing after the horizon, and no more than asked for', () => {
    expect(startsOn(TUESDAY, 'UTC', { weeklyHours, from: at('09:01'), to: at('16:00') })).toEqual([
      '09:30',
      '10:00',
      '10:30',
      '11:00',
      '16:00',
    ]);
    expect(startsOn(TUESDAY, 'UTC', { weeklyHours, most: 2 })).toEqual(['09:00', '09:30']);
  });

  test('no hours, no starts', () => {
    expect(startsOn('2026-03-04', 'UTC', { weeklyHours })).toEqual([]);
    expect(startsOn(TUESDAY, 'UTC')).toEqual([]);
  });

  test('hours that touch are one stretch, and those that overlap offer each start once', () => {
    const touching = [...hours([2], '10:00', '11:00'), ...hours([2], '11:00', '12:00')];
    expect(startsOn(TUESDAY, 'UTC', { weeklyHours: touching })).toEqual(['10:00', '10:30', '11:00']);
    const overlapping = [...hours([2], '10:00', '12:00'), ...hours([2], '11:00', '12:30')];
    expect(startsOn(TUESDAY, 'UTC', { weeklyHours: overlapping })).toEqual(['10:00', '10:30', '11:00', '11:30']);
  });
});

describe('around midnight', () => {
  const weeklyHours = [...hours([1], '23:00', '24:00'), ...hours([2], '00:00', '01:00')];
  const within = (from: string, to: string) => isWithinHours(weeklyHours, 'UTC', new Date(from), new Date(to));

  test('hours that go on the next day are one stretch', () => {
    expect(startsOn('2026-03-02', 'UTC', { weeklyHours })).toEqual(['23:00', '23:30']);
    expect(startsOn('2026-03-03', 'UTC', { weeklyHours })).toEqual(['00:00']);
    expect(within('2026-03-02T23:30Z', '2026-03-03T00:30Z')).toBe(true);
    expect(within('2026-03-02T23:30Z', '2026-03-03T01:01Z')).toBe(false);
    expect(within('2026-03-02T22:59Z', '2026-03-02T23:59Z')).toBe(false);
  });

  test('the last start of a day ends with the day', () => {
    const late = hours([1], '22:00', '24:00');
    expect(startsOn('2026-03-02', 'UTC', { weeklyHours: late })).toEqual(['22:00', '22:30', '23:00']);
  });

  test('the day is the tutor’s own', () => {
    const monday = hours([1], '08:00', '09:00');
    const auckland = 'Pacific/Auckland'; // Monday 08:00 there is Sunday 19:00 in UTC
    const at = (time: string) => new Date(`2026-03-01T${time}Z`);
    expect(isWithinHours(monday, auckland, at('19:00'), at('20:00'))).toBe(true);
    expect(isWithinHours(monday, 'UTC', at('19:00'), at('20:00'))).toBe(false);
  });
});

describe('when the clocks change', () => {
  const night = hours(EVERY_DAY, '01:00', '04:00');

  test.each([
    ['Europe/Berlin', '2026-03-29', ['01:00', '01:30', '03:00']],
    ['America/New_York', '2026-03-08', ['01:00', '01:30', '03:00']],
    // Half an hour only.
    ['Australia/Lord_Howe', '2026-10-04', ['01:00', '01:30', '02:30', '03:00']],
  ])('in %s on %s, what is swallowed is not offered', (zone, date, expected) => {
    expect(startsOn(date, zone, { weeklyHours: night })).toEqual(expected);
  });

  test.each([
    ['Europe/Berlin', '2026-10-25', ['01:00', '01:30', '02:00', '02:30', '02:00', '02:30', '03:00']],
    ['America/New_York', '2026-11-01', ['01:00', '01:30', '01:00', '01:30', '02:00', '02:30', '03:00']],
    ['Australia/Lord_Howe', '2026-04-05', ['01:00', '01:30', '01:30', '02:00', '02:30', '03:00']],
  ])('in %s on %s, there is more of the night', (zone, date, expected) => {
    expect(startsOn(date, zone, { weeklyHours: night })).toEqual(expected);
  });

  test.each([
    ['02:00', '03:00', []],
    ['02:15', '02:45', []],
    ['02:15', '04:15', ['03:00']],
    ['00:45', '02:30', ['00:45']],
  ])('hours from %s to %s lose what is not there that night', (from, to, expected) => {
    const weeklyHours = hours([SUNDAY], from, to);
    expect(startsOn('2026-03-29', 'Europe/Berlin', { weeklyHours })).toEqual(expected);
  });

  test('a midnight that does not exist is the moment of the change', () => {
    // In Chile the clock goes from Saturday 24:00 to Sunday 01:00.
    const weeklyHours = [...hours([6], '22:00', '24:00'), ...hours([SUNDAY], '00:00', '02:00')];
    expect(startsOn('2026-09-05', 'America/Santiago', { weeklyHours })).toEqual(['22:00', '22:30', '23:00', '23:30']);
    expect(startsOn('2026-09-06', 'America/Santiago', { weeklyHours })).toEqual(['01:00']);
  });

  test('the same hours are other instants before and after', () => {
    const afternoon = hours(EVERY_DAY, '16:00', '17:00');
    const offered = (date: string) =>
      isWithinHours(afternoon, 'Europe/Berlin', new Date(`${date}T15:00Z`), new Date(`${date}T16:00Z`));
    expect(offered('2026-03-28')).toBe(true);
    expect(offered('2026-03-30')).toBe(false);
  });
});

const QUARTER = 15 * MINUTE;

const quarterOfDay = (most: number) => fc.integer({ min: 0, max: most });
const timeOf = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
const someHours: fc.Arbitrary<WeeklyHours> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), quarterOfDay(95), quarterOfDay(96))
  .filter(([, from, to]) => from < to)
  .map(([day, from, to]) => ({ day, from: timeOf(from), to: timeOf(to) }));

/** Zones with changes by an hour, by half an hour, at midnight, with odd offsets, and a day that was left out. */
const someNight = fc.constantFrom(
  ['Europe/Berlin', '2026-03-28'],
  ['Europe/Berlin', '2026-10-24'],
  ['America/New_York', '2026-03-07'],
  ['America/New_York', '2026-10-31'],
  ['Australia/Lord_Howe', '2026-10-03'],
  ['Australia/Lord_Howe', '2026-04-04'],
  ['America/Santiago', '2026-09-05'],
  ['Africa/Cairo', '2026-04-23'],
  ['Asia/Kathmandu', '2026-06-01'],
  ['Pacific/Apia', '2011-12-28'],
  ['UTC', '2026-06-01'],
);

/** A quarter of an hour lies in the hours when the tutor's clock shows one of them. */
function clockShowsHours(weeklyHours: readonly WeeklyHours[], zone: string, instant: number): boolean {
  const wall = new Date(instant).toTemporalInstant().toZonedDateTimeISO(zone);
  const time = wall.toPlainTime().toString({ smallestUnit: 'minute' });
  return weeklyHours.some(({ day, from, to }) => day === wall.dayOfWeek && from <= time && time < to);
}

test('every slot is within the hours, not busy, and not outside what was asked', () => {
  const someBusy = fc.tuple(fc.integer({ min: 0, max: 4 * 96 }), fc.constantFrom(2, 3, 4, 6, 8));
  const query = fc.record({
    night: someNight,
    weeklyHours: fc.array(someHours, { maxLength: 6 }),
    busy: fc.array(someBusy, { maxLength: 4 }),
    lengthMinutes: fc.constantFrom(30, 45, 60, 90, 120),
    offset: fc.integer({ min: 0, max: 96 }),
    most: fc.constantFrom(1, 5, 500),
  });
  fc.assert(
    fc.property(query, ({ night: [zone = '', date = ''], offset, ...given }) => {
      const midnight = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
      const from = new Date(midnight + offset * QUARTER);
      const to = new Date(midnight + 3 * DAY);
      const busy = given.busy.map(([start, quarters]) => {
        const startsAt = midnight + start * QUARTER;
        return { startsAt: new Date(startsAt), endsAt: new Date(startsAt + quarters * QUARTER) };
      });
      const asked = { ...given, zone, busy, from, to };
      const slots = openSlots(asked).map((slot) => slot.getTime());
      expect(slots.length).toBeLessThanOrEqual(given.most);
      expect(slots).toEqual([...new Set(slots)].toSorted((a, b) => a - b));
      for (const start of slots) {
        const end = start + given.lengthMinutes * MINUTE;
        expect(start).toBeGreaterThanOrEqual(from.getTime());
        expect(start).toBeLessThanOrEqual(to.getTime());
        expect(busy.every((one) => one.endsAt.getTime() <= start || one.startsAt.getTime() >= end)).toBe(true);
        expect(isWithinHours(given.weeklyHours, zone, new Date(start), new Date(end))).toBe(true);
        for (let at = start; at < end; at += QUARTER)
          expect(clockShowsHours(given.weeklyHours, zone, at), new Date(at).toISOString()).toBe(true);
      }
      // Asking for fewer gives the first of them.
      const all = openSlots({ ...asked, most: 500 }).map((slot) => slot.getTime());
      expect(slots).toEqual(all.slice(0, given.most));
    }),
    { numRuns: 300 },
  );
});

test('whether a time is within the hours is what the tutor’s clock says', () => {
  const asked = fc.record({
    night: someNight,
    weeklyHours: fc.array(someHours, { maxLength: 6 }),
    start: fc.integer({ min: 0, max: 2 * 96 }),
    quarters: fc.integer({ min: 1, max: 8 }),
  });
  fc.assert(
    fc.property(asked, ({ night: [zone = '', date = ''], weeklyHours, start, quarters }) => {
      const midnight = Temporal.PlainDate.from(date).toZonedDateTime(zone);
      const startsAt = midnight.epochMilliseconds + start * QUARTER;
      const endsAt = startsAt + quarters * QUARTER;
      const clock = Array.from({ length: quarters }, (_, n) => startsAt + n * QUARTER);
      const says = clock.every((at) => clockShowsHours(weeklyHours, zone, at));
      const isWithin = isWithinHours(weeklyHours, zone, new Date(startsAt), new Date(endsAt));
      if (isWithin) expect(says).toBe(true);
      // Only where clocks are put back a wall time comes twice, and hours that begin or end there mean the first.
      const last = new Date(endsAt + HOUR).toTemporalInstant().toZonedDateTimeISO(zone);
      if (last.offsetNanoseconds >= midnight.offsetNanoseconds) expect(isWithin).toBe(says);
    }),
    { numRuns: 500 },
  );
});
