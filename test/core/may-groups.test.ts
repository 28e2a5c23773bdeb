import { describe, expect, test } from 'vitest';
import { may } from '../../src/core/may/may.ts';
import { type Act, TABLE } from '../../src/core/may/table.ts';
import type { Session } from '../../src/core/session/session.ts';
import { MOMENTS, personWho, STATES, sessionFor } from './any-session.ts';

/** What is different about a session for many: who is not in it is somebody to it, and a learner leaves it. */

const PARTIES = ['learner', 'tutor', 'waiting', 'stranger', 'admin', 'admin elsewhere', 'clock'] as const;
type Party = (typeof PARTIES)[number];

/** Before the start while it is confirmed: what each gets to hear; `yes`: they may. What is not in here is as in every session. */
const EXPECTED: Readonly<Record<string, Readonly<Partial<Record<Party, string>>>>> = {
  enrol: { learner: 'in-already', tutor: 'in-already', waiting: 'yes', stranger: 'yes', admin: 'yes' },
  leave: { learner: 'yes', tutor: 'not-in', waiting: 'yes', stranger: 'not-in', admin: 'not-in' },
  announce: { tutor: 'yes', admin: 'yes' },
  cancel: { learner: 'leave-instead', tutor: 'yes', admin: 'yes' },
  see: { learner: 'yes', tutor: 'yes', waiting: 'yes', admin: 'yes' },
};

function groupFor(state: Session['state'], more: Partial<Session> = {}): Session {
  const group = { capacity: 3, minimum: 2, minimumUntil: new Date(MOMENTS['two-days']), waiting: ['candidate'] };
  return sessionFor('learner', state, { ...group, ...more });
}

function said(party: Party, act: Act, session: Session, at: number): string {
  const who = party === 'clock' ? party : personWho(party === 'waiting' ? 'candidate' : party);
  const verdict = may(who, act, session, new Date(at));
  return verdict.isAllowed ? 'yes' : verdict.code;
}

describe.each(Object.keys(EXPECTED) as Act[])('%s of a group session', (act) => {
  test.each(PARTIES)('by %s', (party) => {
    for (const [moment, at] of Object.entries(MOMENTS)) {
      const code = EXPECTED[act]?.[party];
      if (code !== undefined && at < MOMENTS.start)
        expect(said(party, act, groupFor('confirmed'), at), moment).toBe(code);
      if (code === undefined && party !== 'clock')
        expect(said(party, act, groupFor('confirmed'), at), moment).toMatch(/no-such-session|not-yours|only-admins/);
    }
    for (const state of STATES.filter((one) => one !== 'confirmed' && act !== 'cancel' && act !== 'see'))
      expect(said(party, act, groupFor(state), MOMENTS.asked), state).not.toBe('yes');
  });
});

test('who is not in it can do nothing else to it, and sees nothing of it', () => {
  for (const act of Object.keys(TABLE) as Act[])
    for (const state of STATES)
      for (const at of Object.values(MOMENTS)) {
        const isSignUp = act === 'enrol' && state === 'confirmed' && at < MOMENTS.start;
        expect(said('stranger', act, groupFor(state), at) === 'yes', `${act} ${state}`).toBe(isSignUp);
        expect(said('admin elsewhere', act, groupFor(state), at)).toBe('no-such-session');
      }
});

test('too few by then: the clock calls it off, and only then', () => {
  const calls = (at: number, more: Partial<Session> = {}) => said('clock', 'call-off', groupFor('confirmed', more), at);
  expect(calls(MOMENTS.asked)).toBe('too-early');
  expect(calls(MOMENTS['two-days'])).toBe('yes');
  expect(calls(MOMENTS['two-days'], { minimum: 1 })).toBe('changed');
  expect(calls(MOMENTS['two-days'], { minimumUntil: undefined })).toBe('changed');
});
