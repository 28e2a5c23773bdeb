import { expect, test } from 'vitest';
import { newFaultId, newId, newSecret } from '../../src/core/id.ts';

test('ids sort by the time at which they were made, and fit wherever an id has to', async () => {
  const first = newId();
  const tick = Date.now();
  while (Date.now() === tick); // the next millisecond
  const second = newId();
  expect([second, first].toSorted()).toEqual([first, second]);
  expect(first).toMatch(/^[0-9a-v]{26}$/);
  expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000);
});

test('secrets and the numbers of faults say nothing of when they were made', () => {
  expect(newSecret()).toMatch(/^[0-9A-Za-z]{24}$/);
  expect(newFaultId()).toMatch(/^[0-9A-Za-z]{8}$/);
  expect(newFaultId()).not.toBe(newFaultId());
});
