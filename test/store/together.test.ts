import { expect, test } from 'vitest';
import { together } from '../../src/store/together.ts';

test('what is asked at the same moment is one question', async () => {
  const asked: (readonly number[])[] = [];
  const double = together(async (numbers: readonly number[]) => {
    asked.push(numbers);
    return numbers.map((number) => 2 * number);
  });
  expect(await Promise.all([double(1), double(2), Promise.resolve(3).then(double)])).toEqual([2, 4, 6]);
  expect(await double(4)).toBe(8);
  expect(asked).toEqual([[1, 2, 3], [4]]);
});

test('one that cannot be answered does not take the others along', async () => {
  const double = together(async (numbers: readonly number[]) => {
    if (numbers.includes(2)) throw new Error('not two');
    return numbers.map((number) => 2 * number);
  });
  const [one, two, three] = await Promise.allSettled([double(1), double(2), double(3)]);
  expect([one, three]).toMatchObject([{ value: 2 }, { value: 6 }]);
  expect(two).toMatchObject({ status: 'rejected', reason: new Error('not two') });
});
