import { describe, expect, test } from 'vitest';
import type { Around } from '../../src/core/calendar/around.ts';
import type { Teacher } from '../../src/core/calendar/availability.ts';
import { type Closure, type Exception, type Rules, USUAL_RULES } from '../../src/core/calendar/hours.ts';
import { objection } from '../../src/core/calendar/objection.ts';
import { findSlots } from '../../src/core/calendar/slots.ts';
import type { WeeklyHours } from '../../src/core/people/person.ts';
import { DAY, HOUR, MINUTE } from './stage.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const NOTHING: Around = { held: [], taught: [], closures: [] };

type Told = { readonly [key in 'hours' | 'exceptions' | 'rules']?: unknown } & {
  readonly hours?: readonly [from: string, to: string];
  readonly days?: readonly number[];
  readonly exceptions?: readonly Omit<Exception, 'id'>[];
  readonly rules?: Partial<Rules>;
  readonly zone?: string;
  readonly id?: string;
};

function tutor({
  hours = ['09:00', '17:00'],
  days = EVERY_DAY,
  exceptions = [],
  rules = {},
  zone = 'UTC',
  id = 'theo',
}: Told = {}): Teacher {
  const weeklyHours: readonly WeeklyHours[] = days.map((day) => ({ day, from: hours[0], to: hours[1] }));
  return {
    person: { id, zone },
    weeklyHours,
    exceptions: exceptions.map((one, index) => ({ ...one, id: String(index) })),
    rules: { ...USUAL_RULES, noticeMinutes: 0, everyMinutes: 60, ...rules },
    lengths: [30, 60],
  };
}

/** Starts on these days, as this zone's clock shows them: "03-28 01:00". */
function starts(
  one: Teacher | readonly Teacher[],
  from: string,
  days: number,
  around: Partial<Around> = {},
): readonly string[] {
  const tutors = 'person' in one ? [one] : one;
  const zone = tutors[0]?.person.zone ?? 'UTC';
  const midnight = Temporal.PlainDate.from(from).toZonedDateTime(zone);
  const now = new Date(midnight.epochMilliseconds);
  const to = new Date(midnight.add({ days }).epochMilliseconds - 1);
  const found = findSlots({ tutors, around: { ...NOTHING, ...around }, lengthMinutes: 60, now, to, most: 500, zone });
  for (const { startsAt, tutors: free } of found) {
    const asked = { startsAt, endsAt: new Date(startsAt.getTime() + HOUR) };
    const offering = tutors.filter((teacher) => !objection(teacher, asked, { ...NOTHING, ...around }, now));
    expect(offering.map(({ person }) => person.id)).toEqual(free);
  }
  return found.map(({ startsAt }) => {
    const wall = startsAt.toTemporalInstant().toZonedDateTimeISO(zone).toPlainDateTime();
    return wall.toString({ smallestUnit: 'minute' }).slice(5).replace('T', ' ');
  });
}

const held = (startsAt: string, endsAt: string, why = 'session') => ({
  person: 'theo',
  startsAt: new Date(startsAt),
  endsAt: new Date(endsAt),
  why,
  session: why === 'session' ? 's' : undefined,
});

describe('hours over midnight', () => {
  // From 23:00 to 03:00 of the night in which the clocks change, an hour each; what comes twice is there twice.
  test.each([
    ['America/New_York', '2026-03-07', ['03-07 23:00', '03-08 00:00', '03-08 01:00']],
    ['America/New_York', '2026-10-31', ['10-31 23:00', '11-01 00:00', '11-01 01:00', '11-01 01:00', '11-01 02:00']],
    ['Europe/London', '2026-03-28', ['03-28 23:00', '03-29 00:00', '03-29 02:00']],
    ['Europe/London', '2026-10-24', ['10-24 23:00', '10-25 00:00', '10-25 01:00', '10-25 01:00', '10-25 02:00']],
    ['America/Santiago', '2026-09-05', ['09-05 23:00', '09-06 01:00', '09-06 02:00']],
    ['America/Santiago', '2026-04-04', ['04-04 23:00', '04-04 23:00', '04-05 00:00', '04-05 01:00', '04-05 02:00']],
    ['Australia/Sydney', '2026-10-03', ['10-03 23:00', '10-04 00:00', '10-04 01:00']],
    ['Australia/Sydney', '2026-04-04', ['04-04 23:00', '04-05 00:00', '04-05 01:00', '04-05 02:00', '04-05 02:00']],
    ['Asia/Kolkata', '2026-03-28', ['03-28 23:00', '03-29 00:00', '03-29 01:00', '03-29 02:00']],
    ['Asia/Kathmandu', '2026-10-24', ['10-24 23:00', '10-25 00:00', '10-25 01:00', '10-25 02:00']],
    ['Pacific/Apia', '2026-03-28', ['03-28 23:00', '03-29 00:00', '03-29 01:00', '03-29 02:00']],
    ['Pacific/Kiritimati', '2026-12-31', ['12-31 23:00', '01-01 00:00', '01-01 01:00', '01-01 02:00']],
  ])('in %s on %s', (zone, date, expected) => {
    const day = Temporal.PlainDate.from(date).dayOfWeek;
    expect(starts(tutor({ zone, days: [day], hours: ['23:00', '03:00'] }), date, 2)).toEqual(expected);
  });

  test('at Lord Howe, where half an hour is missing or comes twice', () => {
    const night = (days: readonly number[]) =>
      tutor({ zone: 'Australia/Lord_Howe', days, hours: ['23:00', '03:00'], rules: { everyMinutes: 30 } });
    expect(starts(night([6]), '2026-10-03', 2)).toEqual([
      '10-03 23:00',
      '10-03 23:30',
      '10-04 00:00',
      '10-04 00:30',
      '10-04 01:00',
      '10-04 01:30',
    ]);
    expect(starts(night([6]), '2026-04-04', 2)).toEqual([
      '04-04 23:00',
      '04-04 23:30',
      '04-05 00:00',
      '04-05 00:30',
      '04-05 01:00',
      '04-05 01:30',
      '04-05 01:30',
      '04-05 02:00',
    ]);
  });

  test('the grid goes on where the window began', () => {
    expect(starts(tutor({ days: [1], hours: ['22:30', '02:30'] }), '2026-03-02', 2)).toEqual([
      '03-02 22:30',
      '03-02 23:30',
      '03-03 00:30',
      '03-03 01:30',
    ]);
  });
});

describe('days that differ', () => {
  const whole = { kind: 'off', from: '2026-03-03', until: '2026-03-04', windows: [] } as const;
  const afternoon = {
    kind: 'off',
    from: '2026-03-03',
    until: '2026-03-03',
    windows: [{ from: '10:00', to: '16:00' }],
  } as const;
  const extra = {
    kind: 'extra',
    from: '2026-03-03',
    until: '2026-03-03',
    windows: [{ from: '20:00', to: '22:00' }],
  } as const;
  const short = { hours: ['09:00', '11:00'] as const };

  test.each([
    ['a vacation', whole, ['03-02 09:00', '03-02 10:00', '03-05 09:00', '03-05 10:00']],
    [
      'an afternoon off',
      afternoon,
      ['03-02 09:00', '03-02 10:00', '03-03 09:00', '03-04 09:00', '03-04 10:00', '03-05 09:00', '03-05 10:00'],
    ],
    [
      'extra hours',
      extra,
      [
        '03-02 09:00',
        '03-02 10:00',
        '03-03 09:00',
        '03-03 10:00',
        '03-03 20:00',
        '03-03 21:00',
        '03-04 09:00',
        '03-04 10:00',
        '03-05 09:00',
        '03-05 10:00',
      ],
    ],
  ])('%s', (_, exception, expected) => {
    expect(starts(tutor({ ...short, exceptions: [exception] }), '2026-03-02', 4)).toEqual(expected);
  });

  test('a day off ends a night that begins before it', () => {
    const off = { kind: 'off', from: '2026-03-03', until: '2026-03-03', windows: [] } as const;
    expect(starts(tutor({ days: [1], hours: ['22:00', '02:00'], exceptions: [off] }), '2026-03-02', 2)).toEqual([
      '03-02 22:00',
      '03-02 23:00',
    ]);
  });

  test('the days are the tutor’s own, wherever they are', () => {
    const off = { kind: 'off', from: '2027-01-01', until: '2027-01-01', windows: [] } as const;
    const at = (zone: string) => starts(tutor({ ...short, zone, exceptions: [off] }), '2026-12-31', 3);
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Apia', 'America/New_York', 'Asia/Kathmandu'])
      expect(at(zone)).toEqual(['12-31 09:00', '12-31 10:00', '01-02 09:00', '01-02 10:00']);
  });

  test('holidays and what lies between terms close it for everybody', () => {
    const closure = (kind: Closure['kind'], from: string, until: string): Closure => ({
      id: from,
      kind,
      name: 'Break',
      from,
      until,
    });
    const closures = [
      closure('term', '2026-03-02', '2026-03-04'),
      closure('holiday', '2026-03-03', '2026-03-03'),
      closure('term', '2026-03-06', '2026-06-30'),
    ];
    expect(starts(tutor({ ...short }), '2026-03-01', 6, { closures })).toEqual([
      '03-02 09:00',
      '03-02 10:00',
      '03-04 09:00',
      '03-04 10:00',
      '03-06 09:00',
      '03-06 10:00',
    ]);
    const now = new Date('2026-03-01T00:00Z');
    const on = (day: string) =>
      objection(
        tutor(),
        { startsAt: new Date(`${day}T09:00Z`), endsAt: new Date(`${day}T10:00Z`) },
        { ...NOTHING, closures },
        now,
      );
    expect(on('2026-03-03')).toEqual({ why: 'closed', name: 'Break' });
    expect(on('2026-03-05')).toEqual({ why: 'closed', name: undefined });
  });
});

describe('rules', () => {
  const DATE = '2026-03-02';
  const on = (
    rules: Partial<Rules>,
    around: Partial<Around> = {},
    hours: readonly [string, string] = ['09:00', '13:00'],
  ) => starts(tutor({ rules, hours }), DATE, 1, around).map((start) => start.slice(6));

  test.each([
    ['none', {}, 'session', ['09:00', '11:00', '12:00']],
    ['before', { beforeMinutes: 15 }, 'session', ['12:00']],
    ['the larger of the two counts, once', { beforeMinutes: 15, afterMinutes: 60 }, 'session', ['12:00']],
    ['beyond the hour', { afterMinutes: 75 }, 'session', []],
    ['beside what is no session each counts on its side', { beforeMinutes: 60 }, 'calendar', ['09:00', '12:00']],
    ['and after it', { afterMinutes: 60 }, 'calendar', ['11:00', '12:00']],
  ])('buffers: %s', (_, rules, why, expected) => {
    expect(on(rules, { held: [held(`${DATE}T10:00Z`, `${DATE}T11:00Z`, why)] })).toEqual(expected);
  });

  test('every quarter, every half hour, every hour', () => {
    const hours = ['09:15', '10:45'] as const;
    expect(on({ everyMinutes: 15 }, {}, hours)).toEqual(['09:15', '09:30', '09:45']);
    expect(on({ everyMinutes: 30 }, {}, hours)).toEqual(['09:15', '09:45']);
    expect(on({ everyMinutes: 60 }, {}, hours)).toEqual(['09:15']);
  });

  test('notice and how far ahead', () => {
    expect(
      starts(tutor({ hours: ['09:00', '10:00'], rules: { noticeMinutes: 24 * 60 + 9 * 60, aheadDays: 3 } }), DATE, 30),
    ).toEqual(['03-03 09:00', '03-04 09:00']);
    const soon = { startsAt: new Date(`${DATE}T10:00Z`), endsAt: new Date(`${DATE}T11:00Z`) };
    const now = new Date(`${DATE}T08:30Z`);
    expect(objection(tutor({ rules: { noticeMinutes: 120 } }), soon, NOTHING, now)).toEqual({
      why: 'too-soon',
      minutes: 120,
    });
    // Who has said nothing is offered an hour ahead, and can be asked for less.
    const usual = tutor({ rules: { noticeMinutes: undefined } });
    expect(objection(usual, soon, NOTHING, new Date(`${DATE}T09:55Z`))).toBeUndefined();
    expect(
      findSlots({
        tutors: [usual],
        around: NOTHING,
        lengthMinutes: 60,
        now: new Date(`${DATE}T09:55Z`),
        most: 1,
        zone: 'UTC',
      })[0]?.startsAt,
    ).toEqual(new Date(`${DATE}T11:00Z`));
  });

  test('full days and full weeks are the tutor’s own', () => {
    const zone = 'Pacific/Auckland'; // 13 hours ahead
    const taught = (startsAt: string, session = 's') => ({ tutor: 'theo', session, startsAt: new Date(startsAt) });
    const there = (rules: Partial<Rules>, sessions: readonly string[]) =>
      starts(tutor({ zone, hours: ['09:00', '10:00'], rules }), '2026-03-02', 8, {
        taught: sessions.map((one) => taught(one)),
      }).map((start) => start.slice(0, 5));
    expect(there({ mostADay: 1 }, ['2026-03-02T22:00Z'])).toEqual([
      '03-02',
      '03-04',
      '03-05',
      '03-06',
      '03-07',
      '03-08',
      '03-09',
    ]);
    expect(there({ mostADay: 2 }, ['2026-03-02T22:00Z'])).toHaveLength(8);
    // Monday the 2nd there began on Sunday in UTC; the 8th is the last day of that week.
    expect(there({ mostAWeek: 2 }, ['2026-03-01T12:00Z', '2026-03-08T10:59Z'])).toEqual(['03-09']);
    const asked = { startsAt: new Date('2026-03-03T21:00Z'), endsAt: new Date('2026-03-03T22:00Z') };
    const around = { ...NOTHING, taught: [taught('2026-03-03T19:00Z', 'mine')] };
    const full = tutor({ zone, rules: { mostADay: 1 } });
    expect(objection(full, asked, around, new Date('2026-03-01T00:00Z'))).toEqual({ why: 'full', most: 1, per: 'day' });
    expect(objection(full, { ...asked, except: 'mine' }, around, new Date('2026-03-01T00:00Z'))).toBeUndefined();
  });

  test('away, busy and outside are told apart', () => {
    const off = { kind: 'off', from: DATE, until: DATE, windows: [] } as const;
    const at = (one: Teacher, from: string, around: Partial<Around> = {}) => {
      const startsAt = new Date(`${DATE}T${from}Z`);
      return objection(
        one,
        { startsAt, endsAt: new Date(startsAt.getTime() + HOUR) },
        { ...NOTHING, ...around },
        new Date(startsAt.getTime() - DAY),
      )?.why;
    };
    expect(at(tutor({ exceptions: [off] }), '10:00')).toBe('away');
    expect(at(tutor(), '10:00', { held: [held(`${DATE}T10:30Z`, `${DATE}T11:30Z`)] })).toBe('busy');
    expect(at(tutor(), '18:00')).toBe('outside');
    expect(at(tutor(), '16:30')).toBe('outside');
    expect(at(tutor({ days: [] }), '03:00')).toBeUndefined(); // by arrangement
  });
});

test('of several tutors all who are free are named, soonest first, wherever they live', () => {
  const zones = ['Pacific/Kiritimati', 'Asia/Kolkata', 'UTC', 'America/Santiago', 'Pacific/Pago_Pago'];
  const tutors = zones.map((zone, index) => tutor({ zone, id: `t${index}`, hours: ['09:00', '12:00'] }));
  const now = new Date('2026-03-02T00:00Z');
  const search = { tutors, around: NOTHING, lengthMinutes: 60, now, zone: 'UTC' };
  const all = findSlots({ ...search, most: 500 });
  const [first, ...others] = all.map(({ startsAt }) => startsAt.getTime());
  expect(first).toBe(now.getTime() + 4 * HOUR - 30 * MINUTE); // Kolkata
  others.reduce((before, start) => {
    expect(start).toBeGreaterThan(before);
    return start;
  }, first ?? 0);
  for (const most of [1, 3, 7, 20]) expect(findSlots({ ...search, most })).toEqual(all.slice(0, most));
  const noon = all.find(({ startsAt }) => startsAt.toISOString() === '2026-03-03T20:00:00.000Z');
  expect(noon?.tutors.toSorted()).toEqual(['t0', 't4']);
});
