import { expect, test } from 'vitest';
import { createStanding } from '../../src/chat/standing.ts';

test('the longer something has not been mended, the longer those wait who would only be refused, up to ten minutes', () => {
  let now = 0;
  const standing = createStanding('slack', () => now);
  const waits: number[] = [];
  for (; now <= 3_600_000; now += 60_000) waits.push(standing.refused('token').retryAfterSeconds);
  expect(waits.slice(0, 4)).toEqual([2, 60, 120, 180]);
  expect(waits.at(-1)).toBe(600);
  expect(standing.troubles()).toEqual(['token']);
  standing.clear('token', 'intents');
  expect(standing.troubles()).toEqual([]);
  expect(standing.refused('token').retryAfterSeconds).toBe(2);
});
