import { expect, test } from 'vitest';
import { patienceOf } from '../../src/work/meeting.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const IN_AN_HOUR = new Date('2026-11-30T13:00:00Z');
const FIRST = { number: 1, isLast: false, ageMs: 0 };
const THIRD = { ...FIRST, number: 3 };
const asksToWait = (retryAfterSeconds: number) => Object.assign(new Error('slow down'), { retryAfterSeconds });

test('a failure that says nothing of a wait is tried twice again', () => {
  const isPatient = (number: number) => patienceOf({ ...FIRST, number }, IN_AN_HOUR, NOW).isPatient(0);
  expect([1, 2, 3].map(isPatient)).toEqual([true, true, false]);
  expect(patienceOf({ ...FIRST, isLast: true }, IN_AN_HOUR, NOW).isPatient(0)).toBe(false);
});

test('a short wait is waited for, however often there was a failure before, and is no try', () => {
  for (const attempt of [FIRST, THIRD]) {
    const { isPatient, again } = patienceOf(attempt, IN_AN_HOUR, NOW);
    expect([isPatient(1), isPatient(10), isPatient(11), isPatient(86_400)]).toEqual([true, true, false, false]);
    expect(again(asksToWait(1))).toHaveProperty('retryAfterSeconds', 1);
  }
  expect(patienceOf(FIRST, IN_AN_HOUR, NOW).again(new Error('broken'))).not.toHaveProperty('retryAfterSeconds');
});

test('after a minute of waits each one is a try, so that no session waits for ever', () => {
  const ageMs = 59_500;
  expect(patienceOf({ ...THIRD, ageMs }, IN_AN_HOUR, NOW).isPatient(1)).toBe(false);
  const { isPatient, again } = patienceOf({ ...FIRST, ageMs }, IN_AN_HOUR, NOW);
  expect(isPatient(1)).toBe(true);
  expect(again(asksToWait(1))).not.toHaveProperty('retryAfterSeconds');
});

test('nobody waits when the session is about to begin', () => {
  const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
  expect(patienceOf(FIRST, inSeconds(62), NOW).isPatient(1)).toBe(true);
  expect(patienceOf(FIRST, inSeconds(62), NOW).isPatient(5)).toBe(false);
  expect(patienceOf(FIRST, inSeconds(-300), NOW).isPatient(1)).toBe(false);
});
