import { expect, test } from 'vitest';
import { failureCode, isOfThatHour, isOverNextDay, isPassing, isSeenByCheck } from '../../src/core/meeting/failure.ts';

test('whoever waits is told to be patient only where it passes by itself', () => {
  expect((['rate-limited', 'unreachable', 'timed-out', 'broken'] as const).every(isPassing)).toBe(true);
  expect((['bad-credentials', 'quota-used-up', 'no-host-free', 'not-understood'] as const).some(isPassing)).toBe(false);
});

test('a look at the account tells what passes and what somebody mended, and nothing else', () => {
  expect(
    (['rate-limited', 'bad-credentials', 'missing-permission', 'no-such-host'] as const).every(isSeenByCheck),
  ).toBe(true);
  expect((['no-link', 'quota-used-up', 'needs-paid-plan', 'no-host-free'] as const).some(isSeenByCheck)).toBe(false);
});

test('limits of a day end with it, and a host that was taken says nothing of other hours', () => {
  expect([isOverNextDay('quota-used-up'), isOverNextDay('rate-limited')]).toEqual([true, false]);
  expect([isOfThatHour('no-host-free'), isOfThatHour('no-such-host')]).toEqual([true, false]);
});

test('a code that was stored by another version says that nobody understood it', () => {
  expect([failureCode('unreachable'), failureCode('sunspots'), failureCode('toString')]).toEqual([
    'unreachable',
    'not-understood',
    'not-understood',
  ]);
});
