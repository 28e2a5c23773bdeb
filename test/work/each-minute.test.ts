import { expect, test } from 'vitest';
import { createEachMinute } from '../../src/work/each-minute.ts';
import { SILENT } from '../jobs/with-jobs.ts';

const fails = (why: string) => async () => {
  throw new Error(why);
};

test('what fails in a minute keeps nothing else from being done, and every failure is told', async () => {
  const done: string[] = [];
  const logged: object[] = [];
  const log = { ...SILENT, error: (data: object) => void logged.push(data) };
  const chores = [fails('one'), async () => void done.push('two'), fails('three'), async () => void done.push('four')];
  await expect(createEachMinute(chores, async () => true, log)()).rejects.toThrow('one');
  expect(done).toEqual(['two', 'four']);
  expect(logged).toMatchObject([{ error: { message: 'three' } }]);
});

test('while the database is away nothing else is tried', async () => {
  const done: string[] = [];
  const chores = [fails('away'), async () => void done.push('two')];
  await expect(createEachMinute(chores, async () => false, SILENT)()).rejects.toThrow('away');
  expect(done).toEqual([]);
});
