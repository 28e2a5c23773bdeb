import { describe, expect, test } from 'vitest';
import { dueReminders } from '../../src/core/owing/reminders.ts';
import type { Person } from '../../src/core/people/person.ts';
import type { Participant, Session } from '../../src/core/session/session.ts';
import { someParticipant, someSession } from '../store/some.ts';
import { HOUR, MINUTE } from './stage.ts';

const USUAL = [24 * 60, 60, 10];
const STARTS_AT = new Date('2026-03-05T17:00:00Z');

function person(id: string, reminderLeads?: readonly number[]): Person {
  return { id, organization: 'school', name: id, zone: 'Europe/Berlin', email: undefined, reminderLeads };
}

function confirmed(more: Partial<Session> = {}): Session {
  return someSession('lena', 'theo', {
    state: 'confirmed',
    confirmedAt: new Date(STARTS_AT.getTime() - 72 * HOUR),
    startsAt: STARTS_AT,
    endsAt: new Date(STARTS_AT.getTime() + HOUR),
    ...more,
  });
}

/** What is due so many minutes before the start: `lena 60`. */
function dueAt(minutesBefore: number, session = confirmed(), people = [person('lena'), person('theo')]) {
  const now = new Date(STARTS_AT.getTime() - minutesBefore * MINUTE);
  const leadsOf = (id: string) => people.find((one) => one.id === id)?.reminderLeads ?? USUAL;
  return dueReminders(session, leadsOf, now).map((due) => `${due.person} ${due.leadMinutes}`);
}

describe('a reminder', () => {
  test('is due from its lead on, for both', () => {
    expect(dueAt(24 * 60 + 1)).toEqual([]);
    expect(dueAt(24 * 60)).toEqual(['lena 1440', 'theo 1440']);
    expect(dueAt(61)).toEqual(['lena 1440', 'theo 1440']);
    expect(dueAt(60)).toEqual(['lena 60', 'theo 60']);
    expect(dueAt(10)).toEqual(['lena 10', 'theo 10']);
  });

  test('that comes late comes once: of all that passed, the shortest is true', () => {
    expect(dueAt(3)).toEqual(['lena 10', 'theo 10']);
  });

  test('is still worth sending shortly after the start, and then no more', () => {
    expect(dueAt(-5)).toEqual(['lena 10', 'theo 10']);
    expect(dueAt(-5.01)).toEqual([]);
    expect(dueAt(-30)).toEqual([]);
  });

  test('is none where its lead lay before the confirmation', () => {
    const late = confirmed({ confirmedAt: new Date(STARTS_AT.getTime() - 60 * MINUTE) });
    expect(dueAt(59, late)).toEqual([]);
    expect(dueAt(10, late)).toEqual(['lena 10', 'theo 10']);
    const atTheLastMoment = confirmed({ confirmedAt: new Date(STARTS_AT.getTime() - 5 * MINUTE) });
    expect(dueAt(4, atTheLastMoment)).toEqual([]);
    expect(dueAt(-1, atTheLastMoment)).toEqual([]);
  });

  test('comes when the person wants it', () => {
    const people = [person('lena', [120]), person('theo', [])];
    expect(dueAt(121, confirmed(), people)).toEqual([]);
    expect(dueAt(120, confirmed(), people)).toEqual(['lena 120']);
    expect(dueAt(5, confirmed(), people)).toEqual(['lena 120']);
  });

  test('does not depend on the order in which leads were given', () => {
    const people = [person('lena', [10, 24 * 60, 60]), person('theo', [])];
    expect(dueAt(30, confirmed(), people)).toEqual(['lena 60']);
  });

  test('is none for who has joined', () => {
    const hasJoined = (one: Participant): Participant => ({ ...one, joinedAt: STARTS_AT });
    const participants = [hasJoined(someParticipant('lena', 'learner')), someParticipant('theo', 'tutor')];
    expect(dueAt(5, confirmed({ participants }))).toEqual(['theo 10']);
    expect(dueAt(-2, confirmed({ participants, state: 'started' }))).toEqual(['theo 10']);
    expect(dueAt(5, confirmed({ participants: participants.map(hasJoined) }))).toEqual([]);
  });

  test.each(['requested', 'declined', 'expired', 'cancelled', 'ended'] as const)(
    'is none for a session that is %s',
    (state) => expect(dueAt(10, confirmed({ state }))).toEqual([]),
  );
});
