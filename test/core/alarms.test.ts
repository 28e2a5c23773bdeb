import { describe, expect, test } from 'vitest';
import { alarmsOf } from '../../src/core/session/alarms.ts';
import type { Session } from '../../src/core/session/session.ts';
import { someParticipant, someSession } from '../store/some.ts';
import { DAY, HOUR, MINUTE } from './stage.ts';

const REQUESTED_AT = new Date('2026-03-02T08:00:00Z');
const STARTS_AT = new Date('2026-03-05T17:00:00Z');
const ENDS_AT = new Date('2026-03-05T18:00:00Z');
const TIMES = { requestedAt: REQUESTED_AT, startsAt: STARTS_AT, endsAt: ENDS_AT };

const later = (milliseconds: number, from: Date) => new Date(from.getTime() + milliseconds);

/** Kinds and when they are due, with these leads for everybody. */
function alarms(more: Partial<Session>, leads: readonly number[] = []): Record<string, Date> {
  const session = someSession('lena', 'theo', { ...TIMES, ...more });
  return Object.fromEntries(alarmsOf(session, () => leads).map(({ kind, at }) => [kind, at]));
}

describe('a request', () => {
  test('is brought to mind after 12 hours, wants the admins after 24 and expires after 48', () => {
    expect(alarms({})).toEqual({
      nudge: later(12 * HOUR, REQUESTED_AT),
      escalate: later(24 * HOUR, REQUESTED_AT),
      expire: later(48 * HOUR, REQUESTED_AT),
    });
  });

  test('expires at its start when that comes first, and troubles the admins once', () => {
    const startsAt = later(2 * HOUR, REQUESTED_AT);
    expect(alarms({ startsAt, nudgedAt: REQUESTED_AT, escalatedAt: REQUESTED_AT })).toEqual({ expire: startsAt });
  });
});

describe('a confirmed session', () => {
  const CONFIRMED = { state: 'confirmed', confirmedAt: later(HOUR, REQUESTED_AT) } as const;

  test('starts at its start, ends a while after its end, and reminds at the next lead', () => {
    expect(alarms(CONFIRMED, [10, 24 * 60, 60])).toEqual({
      start: STARTS_AT,
      end: later(15 * MINUTE, ENDS_AT),
      remind: later(-DAY, STARTS_AT),
    });
  });

  test('is not looked at again for what was decided on', () => {
    const decidedUntil = later(-DAY, STARTS_AT);
    expect(alarms({ ...CONFIRMED, decidedUntil }, [24 * 60, 60])).toMatchObject({ remind: later(-HOUR, STARTS_AT) });
    expect(alarms({ ...CONFIRMED, decidedUntil: STARTS_AT }, [24 * 60, 60])).toEqual({
      end: later(15 * MINUTE, ENDS_AT),
    });
  });

  test('reminds by what its people want who have not joined', () => {
    const [lena, theo] = [someParticipant('lena', 'learner'), someParticipant('theo', 'tutor')];
    const leadsOf = (person: string) => (person === 'lena' ? [120] : [60]);
    const remindAt = (participants: Session['participants']) =>
      alarmsOf(someSession('lena', 'theo', { ...TIMES, ...CONFIRMED, participants }), leadsOf).find(
        ({ kind }) => kind === 'remind',
      )?.at;
    expect(remindAt([lena, theo])).toEqual(later(-2 * HOUR, STARTS_AT));
    expect(remindAt([{ ...lena, joinedAt: REQUESTED_AT }, theo])).toEqual(later(-HOUR, STARTS_AT));
    expect(remindAt([])).toBeUndefined();
  });

  test('whose meeting waits gets it when its platform has room, and a day before the start at the latest', () => {
    const room = later(DAY, REQUESTED_AT);
    expect(alarms({ ...CONFIRMED, meetingDueAt: room })).toMatchObject({ 'make-meeting': room });
    const tooLate = later(-HOUR, STARTS_AT);
    expect(alarms({ ...CONFIRMED, meetingDueAt: tooLate })).toMatchObject({ 'make-meeting': later(-DAY, STARTS_AT) });
  });

  test('asks its learners the day before where the organization wants it, and tells the tutor of silence', () => {
    const asks = { ...CONFIRMED, asksComing: true };
    expect(alarms(asks)).toMatchObject({ 'ask-coming': new Date('2026-03-04T16:00:00Z') });
    const asked = { ...asks, comingAskedAt: STARTS_AT, silenceAt: later(-DAY, STARTS_AT) };
    expect(alarms(asked)).toMatchObject({ silence: later(-DAY, STARTS_AT) });
    const lena = { ...someParticipant('lena', 'learner'), comesAt: STARTS_AT };
    expect(Object.keys(alarms({ ...asked, participants: [lena] }))).toEqual(['start', 'end']);
  });

  test('that has started only ends', () => {
    expect(alarms({ ...CONFIRMED, state: 'started', decidedUntil: STARTS_AT }, [60])).toEqual({
      end: later(15 * MINUTE, ENDS_AT),
    });
  });
});

describe('a session that is over', () => {
  const OVER = { state: 'ended', endedAt: ENDS_AT } as const;

  test('asks once more after a day, and is settled after three', () => {
    expect(alarms(OVER)).toEqual({ ask: later(DAY, ENDS_AT), settle: later(3 * DAY, ENDS_AT) });
    expect(alarms({ ...OVER, rateNudgedAt: ENDS_AT })).toEqual({ settle: later(3 * DAY, ENDS_AT) });
  });

  test('wants nothing more once its learners have outcomes', () => {
    const settled = { ...someParticipant('lena', 'learner'), outcome: 'took-place' } as const;
    expect(alarms({ ...OVER, participants: [settled, someParticipant('theo', 'tutor')] })).toEqual({});
  });

  test.each(['declined', 'expired', 'cancelled'] as const)('wants nothing when it was %s', (state) =>
    expect(alarms({ state }, [60])).toEqual({}),
  );
});
